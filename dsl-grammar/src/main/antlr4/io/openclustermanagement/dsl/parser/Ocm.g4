grammar Ocm;
file : EOF ;
WS : [ \t\r\n;]+ -> channel(HIDDEN) ;
