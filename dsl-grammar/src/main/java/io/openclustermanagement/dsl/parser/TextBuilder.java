package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.StringPart;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Builds strings: resolves escapes and parses interpolations. */
final class TextBuilder {

  private static final char NO_ESCAPE = '\0';

  private final Problems problems;
  private final SourceFile file;

  TextBuilder(Problems problems) {
    this.problems = problems;
    this.file = problems.file();
  }

  StringLiteral string(Token token) {
    int start = token.getStartIndex() + 1;
    int end = contentsEnd(token);
    List<StringPart> parts = new ArrayList<>();
    if (file.text().charAt(token.getStartIndex()) == '"') {
      StringScanner scanned =
          StringScanner.scan(file.text(), token.getStartIndex(), token.getStopIndex() + 1);
      for (StringScanner.Interpolation interpolation : scanned.interpolations()) {
        addText(start, interpolation.start(), parts);
        parts.add(interpolation(interpolation));
        start = interpolation.end();
      }
    }
    addText(start, end, parts);
    return new StringLiteral(parts, new Origin(problems.span(token)));
  }

  /** A string in a place where nothing can be computed. */
  StringLiteral plainString(Token token) {
    StringLiteral string = string(token);
    for (StringPart part : string.parts()) {
      if (part instanceof StringPart.Interpolation) {
        problems.grammar(
            Diagnostic.error(
                    Code.NO_INTERPOLATION_HERE,
                    part.span(),
                    "Only plain text may stand here, no interpolation.")
                .help("write the text itself, or `\\${` for the characters.")
                .build());
      }
    }
    return string;
  }

  /** The text between the quotes of a fence. */
  Expression.Fence fence(Token token) {
    String text = token.getText();
    boolean closed = text.length() >= 6 && text.endsWith("\"\"\"");
    return new Expression.Fence(
        text.substring(3, closed ? text.length() - 3 : text.length()),
        new Origin(problems.span(token)));
  }

  /** An unclosed string has been reported; its contents reach to its end. */
  private int contentsEnd(Token token) {
    int start = token.getStartIndex();
    int end = token.getStopIndex() + 1;
    char quote = file.text().charAt(start);
    if (quote == '\'') {
      return end - 1;
    }
    boolean closed =
        StringScanner.scan(file.text(), start, end).state() == StringScanner.State.CLOSED;
    return closed ? end - 1 : end;
  }

  private StringPart interpolation(StringScanner.Interpolation range) {
    Origin at = new Origin(file.span(range.start(), range.end()));
    int start = range.start() + 2;
    int end = range.end() - 1;
    if (file.text().substring(start, end).isBlank()) {
      problems.grammar(
          Diagnostic.error(Code.UNEXPECTED_TOKEN, at.span(), "This interpolation is empty.")
              .help("write an expression between the braces.")
              .build());
      return new StringPart.Interpolation(new Expression.Error(at), at);
    }
    GrammarRun<OcmGrammar.InterpolationContext> run =
        GrammarRun.of(problems, start, end, "`}`", OcmGrammar::interpolation);
    if (run == null || run.root().exception != null) {
      return new StringPart.Interpolation(new Expression.Error(at), at);
    }
    ExpressionBuilder expressions = new ExpressionBuilder(new Origins(problems, run.tokens()));
    return new StringPart.Interpolation(expressions.expression(run.root().expression()), at);
  }

  private void addText(int start, int end, List<StringPart> parts) {
    if (start >= end) {
      return;
    }
    StringBuilder value = new StringBuilder();
    for (int i = start; i < end; i++) {
      char c = file.text().charAt(i);
      if (c == '\\' && i + 1 < end) {
        i = addEscape(i, end, value) - 1;
      } else {
        value.append(c);
      }
    }
    parts.add(new StringPart.Text(value.toString(), new Origin(file.span(start, end))));
  }

  /** Resolves the escape at an offset; returns the offset behind it. */
  private int addEscape(int at, int end, StringBuilder value) {
    char c = file.text().charAt(at + 1);
    if (c == 'u') {
      return addUnicode(at, end, value);
    }
    char meant =
        switch (c) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case '"', '\\', '$', '\'' -> c;
          default -> NO_ESCAPE;
        };
    if (meant == NO_ESCAPE) {
      badEscape(file.span(at, at + 2));
    } else {
      value.append(meant);
    }
    return at + 2;
  }

  /** {@code backslash u} and four hexadecimal digits. */
  private int addUnicode(int at, int end, StringBuilder value) {
    int digits = 0;
    int code = 0;
    while (digits < 4 && at + 2 + digits < end) {
      int digit = Character.digit(file.text().charAt(at + 2 + digits), 16);
      if (digit < 0) {
        break;
      }
      code = code * 16 + digit;
      digits++;
    }
    if (digits == 4) {
      value.append((char) code);
    } else {
      badEscape(file.span(at, at + 2 + digits));
    }
    return at + 2 + digits;
  }

  private void badEscape(SourceSpan span) {
    problems.grammar(
        Diagnostic.error(Code.BAD_ESCAPE, span, "There is no escape `%s`.".formatted(span.text()))
            .help(
                "use `\\\"`, `\\\\`, `\\n`, `\\r`, `\\t`, `\\$` or `\\u` with four digits; write `\\\\`"
                    + " for a backslash.")
            .build());
  }
}
