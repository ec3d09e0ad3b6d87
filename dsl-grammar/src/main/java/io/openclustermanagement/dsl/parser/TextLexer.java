package io.openclustermanagement.dsl.parser;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;

/**
 * Scans what nests or may be left open: strings with interpolations, fences, block comments.
 * Written by hand, because a lexer rule that admits both the closed and the open form of nested
 * strings keeps every reading alive and takes quadratic time.
 */
abstract class TextLexer extends Lexer {

  TextLexer(CharStream input) {
    super(input);
  }

  /** Scans the rest of a string or fence; its first quote is consumed. */
  final void scanText() {
    if (text().startsWith("\"\"\"", _tokenStartCharIndex)) {
      boolean closed = seekBehind("\"\"\"", _tokenStartCharIndex + 3);
      setType(closed ? OcmTokens.FENCE : OcmTokens.UNCLOSED_FENCE);
    } else {
      StringScanner string = StringScanner.scan(text(), _tokenStartCharIndex, _input.size());
      _input.seek(string.end());
      setType(
          switch (string.state()) {
            case CLOSED -> OcmTokens.STRING;
            case OPEN -> OcmTokens.UNCLOSED_STRING;
            case OPEN_INTERPOLATION -> OcmTokens.UNCLOSED_INTERPOLATION;
          });
    }
  }

  /** Scans the rest of a block comment; its opening is consumed. */
  final void scanComment() {
    if (!seekBehind("*/", _tokenStartCharIndex + 2)) {
      setType(OcmTokens.UNCLOSED_COMMENT);
    }
  }

  private boolean seekBehind(String closing, int from) {
    int at = text().indexOf(closing, from);
    boolean found = at >= 0 && at + closing.length() <= _input.size();
    _input.seek(found ? at + closing.length() : _input.size());
    return found;
  }

  private String text() {
    return ((SourceCharStream) _input).text();
  }
}
