package io.openclustermanagement.compiler;

import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.List;

/**
 * What became of the sources.
 *
 * @param program the definitions without errors, with their fleets and tests
 * @param objects what goes to the hub; none if there are errors
 * @param diagnostics by file and place
 */
public record CompilationResult(
    Program program, List<EmittedObject> objects, List<Diagnostic> diagnostics) {

  public CompilationResult {
    objects = List.copyOf(objects);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether the sources do not check. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
