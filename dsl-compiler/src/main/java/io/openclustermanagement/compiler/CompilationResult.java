package io.openclustermanagement.compiler;

import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.dsl.diagnostic.Code;
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

  /**
   * Whether the objects are all that the sources say. It is false where a declaration is not
   * compiled yet, which is only a warning, so that the rest can be checked and simulated; a build
   * must fail then.
   */
  public boolean isComplete() {
    return !hasErrors()
        && diagnostics.stream().noneMatch(each -> each.code() == Code.NOT_COMPILED_YET);
  }
}
