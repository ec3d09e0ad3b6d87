/**
 * The syntax of the .ocm language.
 *
 * Words are keywords only where the grammar names them: `soft` ones may be any name, `hard` ones only
 * a field or a key. These two rules are the one table that everything else about keywords is read from.
 */
parser grammar OcmGrammar;

options { tokenVocab = OcmTokens; superClass = BoundedParser; }

file : (header | importDeclaration | declaration)* EOF ;

header
  : 'module' qualifiedName                                                         # moduleHeader
  | 'hub' 'namespace' STRING                                                       # hubHeader
  ;

importDeclaration
  : 'import' 'crd' STRING                                                          # importCrd
  | 'import' qualifiedName ('as' name)? ('(' name (',' name)* ','? ')')?           # importModule
  ;

declaration
  : 'clusterset' name objectName? '{' clusterSetClause* '}'                        # clusterSet
  | 'placement' name objectName? '{' placementClause* '}'                          # placement
  | 'policy' name objectName? parameters? '{' policyClause* '}'                    # policy
  | 'policy' name objectName? '=' name '(' arguments? ')'                          # policyInstance
  | 'policyset' name objectName? '{' policySetClause* '}'                          # policySet
  | 'bind' nameRefs 'to' qualifiedName ('enforcing' 'restricted'?)? objectName?    # bind
  | 'exemption' name '{' exemptionClause* '}'                                      # exemption
  | 'deploy' name objectName? '{' deployClause* '}'                                # deploy
  | 'hub' 'resources' 'from' STRING                                                # hubResources
  | 'param' name ':' type ('=' expression)? ('check' expression)?                  # param
  | 'fun' name parameters ':' type '=' expression                                  # fun
  | 'fleet' name '{' fleetMember* '}'                                              # fleet
  | 'fleetrule' name '{' fleetRuleClause* '}'                                      # fleetRule
  | 'test' STRING 'on' qualifiedName ('at' DATE)? '{' testStep* '}'                # test
  ;

// What the object is called on the hub, if not by its name here.
objectName : 'named' STRING ;

// ---- clusters

clusterSetClause
  : 'members' 'labelled'                                                           # membersLabelled
  | 'members' 'where' expression                                                   # membersWhere
  | 'members' 'existing'                                                           # membersExisting
  | 'bind' 'to' list                                                               # bindTo
  | 'manage' 'namespaces' list                                                     # manageNamespaces
  | 'labels' object                                                                # clusterSetLabels
  | 'annotations' object                                                           # clusterSetAnnotations
  ;

placementClause
  : 'from' nameRefs                                                                # placementFrom
  | 'where' expression                                                             # placementWhere
  | 'tolerate' tolerated ('effect' name)? ('for' literal)?                         # tolerate
  | 'choose' 'all'                                                                 # chooseAll
  | 'choose' expression                                                            # choose
  | 'prefer' 'only'? '{' preference* '}'                                           # prefer
  | 'spread' 'over' expression ('skew' INT)? ('required' | 'preferred')?           # spread
  | 'groups' '{' groupItem* '}'                                                    # groups
  | 'sort' 'by' ('name' | 'score')                                                 # sortBy
  | 'labels' object                                                                # placementLabels
  | 'annotations' object                                                           # placementAnnotations
  ;

tolerated : 'taint' keyPath ('==' STRING)? | 'unreachable' | 'unavailable' | 'all' ;

preference
  : 'steady' weight                                                                # preferSteady
  | 'balance' weight                                                               # preferBalance
  | 'allocatable' name weight                                                      # preferAllocatable
  | 'score' STRING '/' STRING weight                                               # preferScore
  ;

weight : 'weight' '-'? INT ;

groupItem
  : 'group' name objectName? 'where' expression                                    # group
  | 'size' expression                                                              # groupSize
  ;

// ---- policies

policyClause
  : 'title' STRING                                                                 # policyTitle
  | 'standard' STRING ('category' STRING)? ('control' STRING)*                     # policyStandard
  | 'severity' name                                                                # policySeverity
  | ('inform' | 'enforce') ('prune' ('created' | 'all'))?                          # policyMode
  | 'after' ('policy' | 'policyset' | 'rule' | 'template') qualifiedName ('is' name)? # policyAfter
  | 'after' kind STRING ('in' STRING)? ('is' name)?                                # policyAfterObject
  | 'ignore' 'pending'                                                             # policyIgnorePending
  | 'evaluate' 'every' literal                                                     # policyEvaluate
  | 'in' 'namespaces' namespaceScope                                               # policyNamespaces
  | 'on' nameRefs                                                                  # policyOn
  | 'disabled'                                                                     # policyDisabled
  | 'copy' 'no' 'metadata'                                                         # policyCopyNoMetadata
  | 'as' 'serviceaccount' STRING                                                   # policyAccount
  | 'labels' object                                                                # policyLabels
  | 'annotations' object                                                           # policyAnnotations
  | ('require' | 'forbid' | 'exactly') resource resourceOption*                    # policyResource
  | 'rule' name '{' ruleClause* '}'                                                # policyRule
  | 'rego' name 'on' kinds ('with' object)? (FENCE | 'from' STRING)                # policyRego
  | 'template' name objectName? '{' policyClause* '}'                              # policyTemplate
  | 'raw' (FENCE | 'from' STRING)                                                  # policyRaw
  ;

namespaceScope : list ('except' list)? labelMatch? ;

labelMatch : 'labelled' (object | '(' expression ')') ;

resource
  : 'from' STRING                                                                  # resourceFile
  | kind STRING? labelMatch? ('in' ('namespaces' namespaceScope | STRING))? ('where' expression)? object?
                                                                                   # resourceInline
  ;

resourceOption
  : 'message' ('when' 'compliant')? STRING
  | 'named' name
  | 'metadata' 'exactly'
  | 'as' 'template'
  | 'recreate' ('if' 'required' | 'always')
  ;

ruleClause
  : 'for' 'each'? name 'in' kinds ('in' 'namespaces' namespaceScope)? ('where' expression)?
                                                                                   # ruleForEach
  | 'let' name '=' expression                                                      # ruleLet
  | 'deny' 'when' expression                                                       # ruleDeny
  | 'allow' 'only' 'when' expression                                               # ruleAllow
  | 'severity' name                                                                # ruleSeverity
  | 'message' STRING                                                               # ruleMessage
  | 'fix' object                                                                   # ruleFix
  ;

policySetClause
  : 'description' STRING                                                           # policySetDescription
  | 'policies' nameList                                                            # policySetPolicies
  | 'on' nameRefs                                                                  # policySetOn
  | 'enforce' 'only' 'on' nameRefs                                                 # policySetEnforce
  | 'labels' object                                                                # policySetLabels
  | 'annotations' object                                                           # policySetAnnotations
  ;

exemptionClause
  : 'from' ('policy' | 'rule') nameRefs                                            # exemptionFrom
  | 'clusters' (list | 'where' expression)                                         # exemptionClusters
  | 'resources' resource                                                           # exemptionResources
  | 'until' DATE                                                                   # exemptionUntil
  | 'owner' STRING                                                                 # exemptionOwner
  | 'ticket' STRING                                                                # exemptionTicket
  | 'because' STRING                                                               # exemptionBecause
  ;

// ---- application lifecycle

deployClause
  : 'to' nameRefs                                                                  # deployTo
  | 'manifests' '{' manifest* '}'                                                  # deployManifests
  | 'rollout' ('all' | 'progressive' | 'perGroup') ('{' rolloutClause* '}')?       # deployRollout
  | 'apply' ('update' | 'serverSide' | 'createOnly' | 'readOnly') 'force'? ('ignoring' list)?
                                                                                   # deployApply
  | 'healthy' 'when' kind STRING ('in' STRING)? ':' expression                     # deployHealthy
  | 'report' kind STRING ('in' STRING)? ('status' | list)                          # deployReport
  | 'as' 'serviceaccount' STRING                                                   # deployAccount
  | 'on' 'delete' ('foreground' | 'background' | 'orphan')                         # deployDelete
  | 'labels' object                                                                # deployLabels
  | 'annotations' object                                                           # deployAnnotations
  ;

manifest : resource ;

rolloutClause
  : 'first' 'group' name                                                           # rolloutFirst
  | 'at' 'most' expression                                                         # rolloutAtMost
  | 'soak' literal                                                                 # rolloutSoak
  | 'deadline' literal                                                             # rolloutDeadline
  | 'max' 'failures' expression                                                    # rolloutFailures
  ;

// ---- reuse

parameters : '(' (parameter (',' parameter)* ','?)? ')' ;
parameter  : name ':' type ('=' expr)? ;
arguments  : argument (',' argument)* ','? ;
argument   : (name ':')? expr ;
type       : name ('<' type (',' type)* '>')? '?'? ('@' apiVersion)? ;

// ---- fleets, fleet rules, tests

fleetMember
  : 'cluster' name ('like' name)? ('named' list)? '{' clusterClause* '}'           # cluster
  | 'policy' qualifiedName 'is' name 'on' nameList                                 # policyState
  ;

clusterClause
  : 'set' qualifiedName                                                            # clusterInSet
  | 'labels' object                                                                # clusterLabels
  | 'claims' object                                                                # clusterClaims
  | 'version' literal                                                              # clusterVersion
  | 'allocatable' object                                                           # clusterAllocatable
  | 'taint' keyPath ('==' STRING)? name                                            # clusterTaint
  | 'condition' name '=' conditionStatus                                           # clusterCondition
  | 'score' STRING object                                                          # clusterScore
  | 'resources' ('from' STRING | '{' manifest* '}')                                # clusterResources
  ;

conditionStatus : name | 'true' | 'false' ;

fleetRuleClause
  : 'for' 'each' name 'in' expression ('grouped' 'by' expression)?                 # fleetForEach
  | 'let' name '=' expression                                                      # fleetLet
  | 'expect' expression                                                            # fleetExpect
  | 'severity' name                                                                # fleetSeverity
  | 'message' STRING                                                               # fleetMessage
  ;

testStep
  : 'given' name 'has' clusterClause                                               # givenFact
  | 'given' qualifiedName 'is' name 'on' nameList                                  # givenState
  | 'given' expression                                                             # given
  | 'after' literal                                                                # afterTime
  | 'expect' 'placement' qualifiedName 'selects' 'exactly'? nameList ('in' 'order')? # expectSelects
  | 'expect' 'placement' qualifiedName 'rejects' name ('because' STRING)?          # expectRejects
  | 'expect' 'policy' qualifiedName 'is' name 'on' nameList ('{' violation* '}')?  # expectPolicy
  | 'expect' 'rollout' qualifiedName 'goes' list                                   # expectRollout
  | 'expect' 'fleetrule' qualifiedName ('holds' | 'fails' ('for' list)?)           # expectFleetRule
  | 'expect' 'generated' qualifiedName 'matches' STRING                            # expectGenerated
  | 'expect' expression                                                            # expect
  ;

violation : 'violation' 'of' qualifiedName ('at' kind STRING)? ('message' STRING)? ;

// ---- expressions

// An expression that recovery can skip on its own.
expression : expr ;

// What stands between `${` and `}` in a string.
interpolation : expression EOF ;

expr
  : '(' expr ')'                                                                   # paren
  | expr ('.' | '?.') word                                                         # fieldAccess
  | expr '[' expr ']'                                                              # index
  | expr '(' arguments? ')'                                                        # call
  | 'has' expr                                                                     # has
  | '-' expr                                                                       # negation
  | expr op=('*' | '/') expr                                                       # arithmetic
  | expr op=('+' | '-') expr                                                       # arithmetic
  | expr op=('<' | '<=' | '>' | '>=') expr                                         # comparison
  | expr op=('==' | '!=') expr                                                     # comparison
  | expr 'not'? op=('in' | 'contains' | 'startsWith' | 'endsWith' | 'matches' | 'like') expr
                                                                                   # membership
  | expr 'is' 'not'? name                                                          # is
  | expr 'complies' 'with' qualifiedName                                           # complies
  | 'not' expr                                                                     # not
  | expr 'and' expr                                                                # and
  | expr 'or' expr                                                                 # or
  | <assoc = right> expr 'implies' expr                                            # implies
  | ('any' | 'no') name 'in' expr 'where' expr                                     # quantifier
  | 'every' name 'in' expr 'satisfies' expr                                        # quantifier
  | 'count' '(' name 'in' expr ('where' expr)? ')'                                 # count
  | 'if' expr 'then' expr 'else' expr                                              # if
  | list                                                                           # listExpr
  | object                                                                         # objectExpr
  | literal                                                                        # literalExpr
  | name                                                                           # nameExpr
  ;

list   : '[' (expr (',' expr)* ','?)? ']' ;
object : '{' (entry ','?)* '}' ;

entry
  : keyPath ':' expr                                                               # field
  | keyPath object                                                                 # block
  | '...' expr                                                                     # spreadEntry
  ;

keyPath : key ('.' key)* ;
key     : word | STRING ;
literal : STRING | FENCE | INT | FLOAT | UNIT | PERCENT | VERSION_NUMBER | DATE | 'true' | 'false' | 'null' ;

// ---- names

nameRefs      : qualifiedName (',' qualifiedName)* ;
nameList      : '[' (qualifiedName (',' qualifiedName)* ','?)? ']' | qualifiedName ;
qualifiedName : name ('.' name)* ;
kinds         : kind (',' kind)* ;
kind          : IDENT ('@' apiVersion)? ;
apiVersion    : name ('.' name)* ('/' name)? ;
name          : IDENT | soft ;
word          : name | hard ;

hard : 'import' | 'as' | 'where' | 'to' | 'on' | 'in' | 'is' | 'not' | 'has' | 'any' | 'no' | 'every'
     | 'satisfies' | 'if' | 'then' | 'else' | 'for' | 'let' | 'deny' | 'allow' | 'when' | 'expect' | 'given'
     | 'after' | 'because' | 'until' | 'fun' | 'param' | 'check' | 'and' | 'or' | 'implies' | 'choose'
     | 'tolerate' | 'exactly' | 'require' | 'forbid' | 'except' | 'evaluate' | 'ignore' | 'contains'
     | 'startsWith' | 'endsWith' | 'matches' | 'complies' | 'with' | 'at' | 'of' | 'goes' | 'holds' | 'fails'
     | 'selects' | 'rejects' | 'grouped' | 'ignoring' | 'count' | 'true' | 'false' | 'null'
     ;

soft : 'module' | 'hub' | 'namespace' | 'crd' | 'clusterset' | 'members' | 'labelled' | 'bind' | 'manage'
     | 'namespaces' | 'placement' | 'from' | 'all' | 'prefer' | 'spread' | 'over' | 'skew' | 'required'
     | 'preferred' | 'groups' | 'group' | 'size' | 'sort' | 'by' | 'name' | 'score' | 'taint' | 'unreachable'
     | 'unavailable' | 'effect' | 'steady' | 'balance' | 'allocatable' | 'weight' | 'policy' | 'title'
     | 'standard' | 'category' | 'control' | 'severity' | 'inform' | 'enforce' | 'prune' | 'created'
     | 'pending' | 'resources' | 'named' | 'metadata' | 'recreate' | 'always' | 'rule' | 'rego' | 'message'
     | 'policyset' | 'description' | 'policies' | 'restricted' | 'enforcing' | 'exemption' | 'clusters'
     | 'owner' | 'ticket' | 'deploy' | 'manifests' | 'rollout' | 'progressive' | 'perGroup' | 'update'
     | 'serverSide' | 'createOnly' | 'readOnly' | 'force' | 'healthy' | 'report' | 'status' | 'delete'
     | 'foreground' | 'background' | 'orphan' | 'serviceaccount' | 'first' | 'most' | 'soak' | 'deadline'
     | 'max' | 'failures' | 'fleet' | 'cluster' | 'like' | 'labels' | 'claims' | 'version' | 'condition'
     | 'fleetrule' | 'test' | 'violation' | 'order' | 'generated' | 'fix' | 'set' | 'only' | 'each' | 'apply'
     | 'existing' | 'annotations' | 'template' | 'raw' | 'disabled' | 'copy' | 'compliant'
     ;
