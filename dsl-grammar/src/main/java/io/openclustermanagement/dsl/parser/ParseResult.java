package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import java.util.List;

/**
 * What a parse gives: always a tree, and the syntax errors in the order of the source.
 *
 * @param tree what could be read; it has {@code Error} nodes where something was skipped
 */
public record ParseResult(SourceUnit tree, List<Diagnostic> diagnostics) {
  public ParseResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether the file has no syntax error. */
  public boolean isClean() {
    return diagnostics.isEmpty();
  }
}
