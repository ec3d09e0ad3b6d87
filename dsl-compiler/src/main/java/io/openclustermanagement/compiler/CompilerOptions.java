package io.openclustermanagement.compiler;

import java.util.Map;

/**
 * @param parameters the text of an expression by the name of the {@code param} it replaces, either
 *     bare or qualified by its module
 */
public record CompilerOptions(Target target, Map<String, String> parameters, SourceLoader loader) {

  /** Native target, parameters as the sources have them, given sources only. */
  public static final CompilerOptions DEFAULT =
      new CompilerOptions(Target.NATIVE, Map.of(), SourceLoader.NONE);

  public CompilerOptions {
    parameters = Map.copyOf(parameters);
  }

  public CompilerOptions withTarget(Target other) {
    return new CompilerOptions(other, parameters, loader);
  }
}
