package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.compiler.importer.CelParser.NotUnderstood;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a CEL expression, strings with their escapes resolved. */
final class CelLexer {
  private static final List<String> OPERATORS =
      List.of(
          "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "?", ":", ".", ",", "(", ")", "[", "]",
          "+", "-", "*", "/", "%");

  /** Kinds of tokens. */
  enum Type {
    NAME,
    STRING,
    NUMBER,
    OPERATOR,
    END
  }

  /**
   * @param text the name, number or operator as written; the value of a string
   */
  record Token(Type type, String text) {}

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private CelLexer(String text) {
    this.text = text;
  }

  /** All tokens, with one of type {@code END} behind them. */
  static List<Token> read(String text) throws NotUnderstood {
    CelLexer lexer = new CelLexer(text);
    while (lexer.skipSpace()) {
      lexer.token();
    }
    lexer.tokens.add(new Token(Type.END, ""));
    return lexer.tokens;
  }

  private boolean skipSpace() {
    while (at < text.length() && " \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length();
  }

  private void token() throws NotUnderstood {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      tokens.add(new Token(Type.STRING, string(false)));
    } else if (isRawPrefix(c)) {
      at++;
      tokens.add(new Token(Type.STRING, string(true)));
    } else if (isLetter(c)) {
      word();
    } else if (c >= '0' && c <= '9') {
      number();
    } else {
      operator();
    }
  }

  private boolean isRawPrefix(char c) {
    return (c == 'r' || c == 'R')
        && at + 1 < text.length()
        && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\'');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void word() throws NotUnderstood {
    int start = at;
    while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    String word = text.substring(start, at);
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      throw new NotUnderstood(); // bytes
    }
    tokens.add(new Token(word.equals("in") ? Type.OPERATOR : Type.NAME, word));
  }

  /** Whole numbers in decimal; no condition needs another form. */
  private void number() throws NotUnderstood {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    boolean other = at < text.length() && (isLetter(text.charAt(at)) || text.charAt(at) == '.');
    if (other || (at - start > 1 && text.charAt(start) == '0')) {
      throw new NotUnderstood();
    }
    tokens.add(new Token(Type.NUMBER, text.substring(start, at)));
  }

  private void operator() throws NotUnderstood {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, at) && !text.startsWith("//", at)) {
        at += operator.length();
        tokens.add(new Token(Type.OPERATOR, operator));
        return;
      }
    }
    throw new NotUnderstood();
  }

  private String string(boolean raw) throws NotUnderstood {
    String quote = text.substring(at, at + 1);
    if (text.startsWith(quote.repeat(3), at)) {
      throw new NotUnderstood(); // strings of several lines
    }
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == quote.charAt(0)) {
        at++;
        return value.toString();
      } else if (c == '\n' || c == '\r') {
        break;
      }
      value.append(c == '\\' && !raw ? escape() : c);
    }
    throw new NotUnderstood();
  }

  /** The character of the escape at hand; leaves the last character of it to be passed. */
  private char escape() throws NotUnderstood {
    at++;
    char c = at < text.length() ? text.charAt(at) : ' ';
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '\\', '"', '\'', '`', '?' -> c;
      default -> throw new NotUnderstood();
    };
  }
}
