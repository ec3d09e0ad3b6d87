package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.List;

/**
 * What an import gives.
 *
 * @param files the modules, which together compile without an error; sorted by name
 * @param diagnostics an error for every object that is not imported, a warning for every cluster of
 *     which only a part is; by file and place
 */
public record ImportResult(List<GeneratedFile> files, List<Diagnostic> diagnostics) {
  public ImportResult {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether every object was imported. */
  public boolean isComplete() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }
}
