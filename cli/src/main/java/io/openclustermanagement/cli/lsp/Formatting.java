package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.format.FormatResult;
import io.openclustermanagement.dsl.format.OcmFormatter;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;

/** The one format, as one edit from the first to the last difference. */
final class Formatting {
  private Formatting() {}

  /** What to change; nothing where a file has syntax errors. */
  static List<TextEdit> of(SourceFile file) {
    FormatResult formatted = OcmFormatter.format(file);
    String before = file.text();
    String after = formatted.text();
    if (!formatted.isClean() || before.equals(after)) {
      return List.of();
    }
    int start = 0;
    int shorter = Math.min(before.length(), after.length());
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int same = 0;
    while (same < shorter - start
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    start = file.offset(file.line(start), 1);
    return List.of(
        new TextEdit(
            Positions.range(file.span(start, before.length() - same)),
            after.substring(start, after.length() - same)));
  }
}
