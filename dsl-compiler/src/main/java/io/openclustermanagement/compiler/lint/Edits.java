package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import io.openclustermanagement.dsl.syntax.Name;
import java.util.List;

/** Edits that leave no trace of what they take away. */
final class Edits {

  private Edits() {}

  /** Takes something away, with its lines where it has them for itself. */
  static TextEdit removal(SourceSpan span) {
    SourceFile file = span.file();
    String text = file.text();
    int start = span.start();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    int end = span.end();
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    boolean startsLine = start == 0 || text.charAt(start - 1) == '\n';
    boolean endsLine = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r';
    if (startsLine && endsLine) {
      int next = text.indexOf('\n', end);
      return new TextEdit(file.span(start, next < 0 ? text.length() : next + 1), "");
    }
    return new TextEdit(
        file.span(endsLine ? start : span.start(), endsLine ? span.end() : end), "");
  }

  /** Takes a name out of a list with commas; the list keeps another one. */
  static TextEdit removalFromList(List<Name> list, Name name) {
    int index = list.indexOf(name);
    SourceSpan span = name.span();
    SourceFile file = span.file();
    return index == 0
        ? new TextEdit(file.span(span.start(), list.get(1).span().start()), "")
        : new TextEdit(file.span(list.get(index - 1).span().end(), span.end()), "");
  }

  /** Adds a line below something, as far to the right. */
  static TextEdit insertionBehind(SourceSpan span, String line) {
    String above = span.file().lineText(span.line());
    String indent = above.substring(0, above.length() - above.stripLeading().length());
    return new TextEdit(span.file().span(span.end(), span.end()), "\n" + indent + line);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
