package io.openclustermanagement.governance.gotemplate;

import io.openclustermanagement.governance.gotemplate.Token.Type;
import java.util.Map;

/** Splits a template into tokens, with the words of {@code text/template/parse} for errors. */
final class Lexer {
  private static final int EOF = -1;
  private static final String SPACES = " \t\r\n";
  private static final String DIGITS = "0123456789_";
  private static final int TRIM_MARKER = 2;
  private static final Map<String, Type> KEYWORDS =
      Map.ofEntries(
          Map.entry("block", Type.BLOCK),
          Map.entry("break", Type.BREAK),
          Map.entry("continue", Type.CONTINUE),
          Map.entry("define", Type.DEFINE),
          Map.entry("else", Type.ELSE),
          Map.entry("end", Type.END),
          Map.entry("if", Type.IF),
          Map.entry("nil", Type.NIL),
          Map.entry("range", Type.RANGE),
          Map.entry("template", Type.TEMPLATE),
          Map.entry("with", Type.WITH));

  private final String left;
  private final String right;
  private String input;
  private int at;
  private int start;
  private int line = 1;
  private int startLine = 1;
  private int parentheses;
  private boolean insideAction;

  Lexer(String input, String left, String right) {
    this.input = input;
    this.left = left;
    this.right = right;
  }

  Token next() {
    return insideAction ? insideAction() : text();
  }

  private Token text() {
    int found = input.indexOf(left, at);
    if (found < 0) {
      at = input.length();
      return at > start ? token(Type.TEXT) : new Token(Type.EOF, at, "EOF", startLine);
    }
    if (found > at) {
      boolean trim = hasLeftTrimMarker(found + left.length());
      at = trim ? trimmedEnd(start, found) : found;
      Token text = token(Type.TEXT);
      at = found;
      ignore();
      if (!text.text().isEmpty()) {
        return text;
      }
    }
    return leftDelimiter();
  }

  private int trimmedEnd(int from, int to) {
    int end = to;
    while (end > from && SPACES.indexOf(input.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private Token leftDelimiter() {
    at += left.length();
    int marker = hasLeftTrimMarker(at) ? TRIM_MARKER : 0;
    if (input.startsWith("/*", at + marker)) {
      at += marker;
      ignore();
      return comment();
    }
    Token token = token(Type.LEFT_DELIMITER);
    insideAction = true;
    at += marker;
    ignore();
    parentheses = 0;
    return token;
  }

  private Token comment() {
    int end = input.indexOf("*/", at + 2);
    if (end < 0) {
      return error("unclosed comment");
    }
    at = end + 2;
    boolean trim = hasRightTrimMarker(at) && input.startsWith(right, at + TRIM_MARKER);
    if (!trim && !input.startsWith(right, at)) {
      return error("comment ends before closing delimiter");
    }
    at += right.length() + (trim ? TRIM_MARKER : 0);
    if (trim) {
      skipSpaces();
    }
    ignore();
    return text();
  }

  private Token rightDelimiter() {
    boolean trim = hasRightTrimMarker(at) && input.startsWith(right, at + TRIM_MARKER);
    if (trim) {
      at += TRIM_MARKER;
      ignore();
    }
    at += right.length();
    Token token = token(Type.RIGHT_DELIMITER);
    if (trim) {
      skipSpaces();
      ignore();
    }
    insideAction = false;
    return token;
  }

  private void skipSpaces() {
    while (at < input.length() && SPACES.indexOf(input.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean atRightDelimiter() {
    return (hasRightTrimMarker(at) && input.startsWith(right, at + TRIM_MARKER))
        || input.startsWith(right, at);
  }

  private Token insideAction() {
    if (atRightDelimiter()) {
      return parentheses == 0 ? rightDelimiter() : error("unclosed left paren");
    }
    int c = advance();
    if (isSpace(c)) {
      backUp();
      return space();
    }
    return switch (c) {
      case EOF -> error("unclosed action");
      case '=' -> token(Type.ASSIGN);
      case ':' -> advance() == '=' ? token(Type.DECLARE) : error("expected :=");
      case '|' -> token(Type.PIPE);
      case '"' -> quoted('"', Type.STRING, "unterminated quoted string");
      case '`' -> rawQuoted();
      case '$' -> atTerminator() ? token(Type.VARIABLE) : fieldOrVariable(Type.VARIABLE);
      case '\'' -> quoted('\'', Type.CHAR_CONSTANT, "unterminated character constant");
      case '(' -> openParenthesis();
      case ')' -> closeParenthesis();
      case '.' -> at < input.length() && !isDecimal(input.charAt(at)) ? field() : number();
      default -> other(c);
    };
  }

  private Token other(int c) {
    if (c == '+' || c == '-' || isDecimal(c)) {
      return number();
    }
    if (isAlphaNumeric(c)) {
      return identifier();
    }
    return c < 0x80 && c >= ' ' && c != 0x7F
        ? token(Type.CHAR)
        : error("unrecognized character in action: " + unicode(c));
  }

  private Token openParenthesis() {
    parentheses++;
    return token(Type.LEFT_PARENTHESIS);
  }

  private Token closeParenthesis() {
    parentheses--;
    return parentheses < 0 ? error("unexpected right paren") : token(Type.RIGHT_PARENTHESIS);
  }

  private Token space() {
    int count = 0;
    while (isSpace(peek())) {
      advance();
      count++;
    }
    // the last space may belong to a trim marker
    if (hasRightTrimMarker(at - 1) && input.startsWith(right, at - 1 + TRIM_MARKER)) {
      backUp();
      if (count == 1) {
        return rightDelimiter();
      }
    }
    return token(Type.SPACE);
  }

  private Token identifier() {
    acceptAlphaNumeric();
    if (!atTerminator()) {
      return error("bad character " + unicode(peek()));
    }
    String word = input.substring(start, at);
    if (word.equals("true") || word.equals("false")) {
      return token(Type.BOOL);
    }
    return token(KEYWORDS.getOrDefault(word, Type.IDENTIFIER));
  }

  private Token field() {
    return atTerminator() ? token(Type.DOT) : fieldOrVariable(Type.FIELD);
  }

  private Token fieldOrVariable(Type type) {
    acceptAlphaNumeric();
    return atTerminator() ? token(type) : error("bad character " + unicode(peek()));
  }

  private void acceptAlphaNumeric() {
    while (isAlphaNumeric(peek())) {
      advance();
    }
  }

  private boolean atTerminator() {
    int c = peek();
    return c == EOF || isSpace(c) || ".,|:)(".indexOf(c) >= 0 || input.startsWith(right, at);
  }

  private Token quoted(char quote, Type type, String unterminated) {
    while (true) {
      int c = advance();
      if (c == quote) {
        return token(type);
      }
      if (c == '\\') {
        c = advance();
      } else if (c != EOF && c != '\n') {
        continue;
      }
      if (c == EOF || c == '\n') {
        return error(unterminated);
      }
    }
  }

  private Token rawQuoted() {
    while (true) {
      int c = advance();
      if (c == EOF) {
        return error("unterminated raw quoted string");
      }
      if (c == '`') {
        return token(Type.RAW_STRING);
      }
    }
  }

  private Token number() {
    at = start;
    line = startLine;
    if (!scanNumber()) {
      return badNumber();
    }
    int sign = peek();
    if (sign == '+' || sign == '-') {
      return scanNumber() && input.charAt(at - 1) == 'i' ? token(Type.COMPLEX) : badNumber();
    }
    return token(Type.NUMBER);
  }

  private Token badNumber() {
    return error("bad number syntax: " + Quoting.quote(input.substring(start, at)));
  }

  private boolean scanNumber() {
    accept("+-");
    String digits = DIGITS;
    if (accept("0")) {
      if (accept("xX")) {
        digits = "0123456789abcdefABCDEF_";
      } else if (accept("oO")) {
        digits = "01234567_";
      } else if (accept("bB")) {
        digits = "01_";
      }
    }
    acceptRun(digits);
    if (accept(".")) {
      acceptRun(digits);
    }
    boolean decimal = digits.equals(DIGITS);
    if ((decimal && accept("eE")) || (digits.length() > DIGITS.length() && accept("pP"))) {
      accept("+-");
      acceptRun(DIGITS);
    }
    accept("i");
    if (isAlphaNumeric(peek())) {
      advance();
      return false;
    }
    return true;
  }

  private boolean accept(String valid) {
    int c = peek();
    if (c != EOF && valid.indexOf(c) >= 0) {
      advance();
      return true;
    }
    return false;
  }

  private void acceptRun(String valid) {
    while (accept(valid)) {
      // as long as it goes
    }
  }

  private int advance() {
    if (at >= input.length()) {
      return EOF;
    }
    int c = input.codePointAt(at);
    at += Character.charCount(c);
    if (c == '\n') {
      line++;
    }
    return c;
  }

  /** Takes a blank or line break back. */
  private void backUp() {
    at--;
    if (input.charAt(at) == '\n') {
      line--;
    }
  }

  private int peek() {
    return at < input.length() ? input.codePointAt(at) : EOF;
  }

  private Token token(Type type) {
    if (type == Type.TEXT) {
      countLines();
    }
    Token token = new Token(type, start, input.substring(start, at), startLine);
    start = at;
    startLine = line;
    return token;
  }

  private void ignore() {
    countLines();
    start = at;
    startLine = line;
  }

  private void countLines() {
    for (int i = start; i < at; i++) {
      if (input.charAt(i) == '\n') {
        line++;
      }
    }
  }

  private Token error(String message) {
    Token token = new Token(Type.ERROR, start, message, startLine);
    input = "";
    start = 0;
    at = 0;
    insideAction = false;
    return token;
  }

  private boolean hasLeftTrimMarker(int from) {
    return from + 1 < input.length()
        && input.charAt(from) == '-'
        && isSpace(input.charAt(from + 1));
  }

  private boolean hasRightTrimMarker(int from) {
    return from + 1 < input.length()
        && isSpace(input.charAt(from))
        && input.charAt(from + 1) == '-';
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isDecimal(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphaNumeric(int c) {
    return c == '_' || (c > 0 && (Character.isLetter(c) || Character.isDigit(c)));
  }

  /** {@code %#U}. */
  private static String unicode(int c) {
    if (c == EOF) {
      return "U+FFFFFFFFFFFFFFFF";
    }
    return "U+%04X".formatted(c)
        + (Quoting.isPrintable(c) ? " '" + Character.toString(c) + "'" : "");
  }
}
