package io.openclustermanagement.dsl.format;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.List;

/**
 * A formatted file.
 *
 * @param text the file in canonical form, or as it was if it has syntax errors
 * @param diagnostics the syntax errors
 */
public record FormatResult(String text, List<Diagnostic> diagnostics) {
  public FormatResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether the file could be read, so that the text is in canonical form. */
  public boolean isClean() {
    return diagnostics.isEmpty();
  }
}
