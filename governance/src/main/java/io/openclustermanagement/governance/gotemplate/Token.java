package io.openclustermanagement.governance.gotemplate;

/** A token of a template. */
record Token(Type type, int position, String text, int line) {
  enum Type {
    ERROR,
    BOOL,
    CHAR,
    CHAR_CONSTANT,
    COMPLEX,
    ASSIGN,
    DECLARE,
    EOF,
    FIELD,
    IDENTIFIER,
    LEFT_DELIMITER,
    LEFT_PARENTHESIS,
    NUMBER,
    PIPE,
    RAW_STRING,
    RIGHT_DELIMITER,
    RIGHT_PARENTHESIS,
    SPACE,
    STRING,
    TEXT,
    VARIABLE,
    BLOCK,
    BREAK,
    CONTINUE,
    DOT,
    DEFINE,
    ELSE,
    END,
    IF,
    NIL,
    RANGE,
    TEMPLATE,
    WITH;

    private boolean isKeyword() {
      return compareTo(BLOCK) >= 0;
    }
  }

  private static final int SHOWN = 10;

  /** As Go's messages show it. */
  String describe() {
    if (type == Type.EOF) {
      return "EOF";
    }
    if (type == Type.ERROR) {
      return text;
    }
    if (type.isKeyword()) {
      return "<" + text + ">";
    }
    return text.codePointCount(0, text.length()) > SHOWN && GoBytes.length(text) > SHOWN
        ? Quoting.quote(text.substring(0, text.offsetByCodePoints(0, SHOWN))) + "..."
        : GoBytes.length(text) > SHOWN ? Quoting.quote(text) + "..." : Quoting.quote(text);
  }
}
