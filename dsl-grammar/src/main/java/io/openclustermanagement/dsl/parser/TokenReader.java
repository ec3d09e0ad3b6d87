package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/**
 * Reads tokens, reports those that no file may hold, and puts the token in their place that the
 * author must have meant, so that one mistake stays one error.
 */
final class TokenReader {

  private final Problems problems;

  TokenReader(Problems problems) {
    this.problems = problems;
  }

  /** All tokens between two offsets, comments included, with an end-of-file token at the end. */
  List<Token> read(int start, int end) {
    OcmTokens lexer = new OcmTokens(new SourceCharStream(problems.file(), start, end));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.nextToken();
      if (repaired((WritableToken) token)) {
        tokens.add(token);
      }
    } while (token.getType() != Token.EOF);
    return tokens;
  }

  /** Reports a bad token and turns it into a good one; false if it is better left out. */
  private boolean repaired(WritableToken token) {
    return switch (token.getType()) {
      case OcmTokens.UNCLOSED_STRING, OcmTokens.UNCLOSED_INTERPOLATION -> unclosedString(token);
      case OcmTokens.UNCLOSED_FENCE -> unclosedFence(token);
      case OcmTokens.UNCLOSED_COMMENT -> unclosedComment(token);
      case OcmTokens.DOUBLE_AMPERSAND -> foreignOperator(token, OcmTokens.AND, "and");
      case OcmTokens.DOUBLE_BAR -> foreignOperator(token, OcmTokens.OR, "or");
      case OcmTokens.EXCLAMATION -> foreignOperator(token, OcmTokens.NOT, "not");
      case OcmTokens.SINGLE_QUOTED -> singleQuoted(token);
      case OcmTokens.HASH_COMMENT -> hashComment(token);
      case OcmTokens.BAD_NUMBER -> badNumber(token);
      case OcmTokens.STRAY -> stray(token);
      default -> true;
    };
  }

  private boolean unclosedString(WritableToken token) {
    SourceSpan span = problems.span(token);
    SourceSpan quote = problems.file().span(span.start(), span.start() + 1);
    if (token.getType() == OcmTokens.UNCLOSED_STRING) {
      problems.lexical(
          Diagnostic.error(Code.UNCLOSED_STRING, quote, "This string is never closed.")
              .label("opened here")
              .help("close it with `\"`; a text of several lines stands between `\"\"\"`.")
              .fix("close the string", false, insertion(span.end(), "\""))
              .build());
    } else {
      problems.lexical(
          Diagnostic.error(
                  Code.UNCLOSED_INTERPOLATION,
                  quote,
                  "An interpolation in this string is never closed.")
              .label("the string begins here")
              .help("close `${` with `}`, or write `\\${` for the characters themselves.")
              .build());
    }
    token.setType(OcmTokens.STRING);
    return true;
  }

  private boolean unclosedFence(WritableToken token) {
    int start = token.getStartIndex();
    problems.lexicalToTheEnd(
        Diagnostic.error(
                Code.UNCLOSED_FENCE,
                problems.file().span(start, start + 3),
                "This fenced text is never closed.")
            .label("opened here")
            .help("close it with `\"\"\"`.")
            .build());
    token.setType(OcmTokens.FENCE);
    return true;
  }

  private boolean unclosedComment(WritableToken token) {
    int start = token.getStartIndex();
    problems.lexicalToTheEnd(
        Diagnostic.error(
                Code.UNCLOSED_COMMENT,
                problems.file().span(start, start + 2),
                "This comment is never closed.")
            .label("opened here")
            .help("close it with `*/`, or begin the line with `//`.")
            .build());
    token.setType(OcmTokens.BLOCK_COMMENT);
    return true;
  }

  private boolean foreignOperator(WritableToken token, int type, String word) {
    SourceSpan span = problems.span(token);
    problems.lexical(
        Diagnostic.error(
                Code.FOREIGN_NOTATION,
                span,
                "`%s` is written `%s` here.".formatted(span.text(), word))
            .help("write `%s`.".formatted(word))
            .fix("write `%s`".formatted(word), true, new TextEdit(span, " " + word + " "))
            .build());
    token.setType(type);
    return true;
  }

  private boolean singleQuoted(WritableToken token) {
    SourceSpan span = problems.span(token);
    String text = span.text();
    String doubled = '"' + text.substring(1, text.length() - 1).replace("\"", "\\\"") + '"';
    problems.lexical(
        Diagnostic.error(Code.FOREIGN_NOTATION, span, "Strings stand in double quotes.")
            .help("write " + shortened(doubled) + ".")
            .fix("use double quotes", true, new TextEdit(span, doubled))
            .build());
    token.setType(OcmTokens.STRING);
    return true;
  }

  private boolean hashComment(WritableToken token) {
    SourceSpan span = problems.span(token);
    SourceSpan hash = problems.file().span(span.start(), span.start() + 1);
    problems.lexical(
        Diagnostic.error(Code.FOREIGN_NOTATION, hash, "A comment begins with `//`.")
            .help("write `//` instead of `#`.")
            .fix("write `//`", true, new TextEdit(hash, "//"))
            .build());
    return false;
  }

  private boolean badNumber(WritableToken token) {
    SourceSpan span = problems.span(token);
    problems.lexical(
        Diagnostic.error(
                Code.BAD_NUMBER,
                span,
                "`%s` is not a number, duration, quantity or version."
                    .formatted(shortened(span.text())))
            .help(numberHelp(span.text()))
            .build());
    token.setType(OcmTokens.UNIT);
    return true;
  }

  private static String numberHelp(String text) {
    return text.indexOf('.') != text.lastIndexOf('.')
        ? "write a version with a `v`, such as `v1.29.3`."
        : "use one number with one unit: `ms s m h d` for durations, `k M G T P E` or `Ki Mi Gi Ti Pi Ei`"
            + " for quantities.";
  }

  private boolean stray(WritableToken token) {
    SourceSpan characters = problems.span(token);
    if (!problems.isBroken(characters.line())) {
      SourceSpan span = wholeWord(characters);
      problems.lexical(
          Diagnostic.error(
                  Code.STRAY_CHARACTER,
                  span,
                  "%s means nothing here.".formatted(described(span.text())))
              .help(strayHelp(characters.text()))
              .build());
    }
    return false;
  }

  /** The word around letters that no name may have; any other characters themselves. */
  private SourceSpan wholeWord(SourceSpan stray) {
    if (!Character.isLetterOrDigit(stray.text().codePointAt(0))) {
      return stray;
    }
    String text = problems.file().text();
    int start = stray.start();
    while (start > 0 && isPartOfWord(text.charAt(start - 1))) {
      start--;
    }
    while (text.charAt(start) == '-') {
      start++; // A sign, which no name begins with.
    }
    int end = stray.end();
    while (end < text.length() && isPartOfWord(text.charAt(end))) {
      end++;
    }
    return problems.file().span(start, end);
  }

  private static boolean isPartOfWord(char c) {
    return c == '_' || c == '-' || Character.isLetterOrDigit(c);
  }

  private static String described(String text) {
    int c = text.codePointAt(0);
    boolean visible = Character.isLetterOrDigit(c) || c > ' ' && c < 0x7f;
    return visible ? "`" + shortened(text) + "`" : "The character U+%04X".formatted(c);
  }

  private static String strayHelp(String text) {
    int c = text.codePointAt(0);
    if ("\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019".indexOf(c) >= 0) {
      return "use plain double quotes.";
    }
    return Character.isLetter(c)
        ? "Write names with the letters a to z, digits, `_` and `-`; other text stands in quotes."
        : "Remove it, or put it in quotes.";
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "…";
  }

  private TextEdit insertion(int offset, String text) {
    return new TextEdit(problems.file().span(offset, offset), text);
  }
}
