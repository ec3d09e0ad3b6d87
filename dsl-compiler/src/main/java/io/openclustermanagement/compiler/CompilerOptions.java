package io.openclustermanagement.compiler;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How sources are compiled.
 *
 * @param parameters the text of an expression by the name of the {@code param} it replaces, either
 *     bare or qualified by its module
 * @param today the day on which sources are looked at, for findings that depend on it; null for
 *     none of these
 */
public record CompilerOptions(
    Target target, Map<String, String> parameters, SourceLoader loader, @Nullable LocalDate today) {

  /** Native target, parameters as the sources have them, given sources only, no clock. */
  public static final CompilerOptions DEFAULT =
      new CompilerOptions(Target.NATIVE, Map.of(), SourceLoader.NONE);

  public CompilerOptions {
    parameters = Map.copyOf(parameters);
  }

  /** Without a clock. */
  public CompilerOptions(Target target, Map<String, String> parameters, SourceLoader loader) {
    this(target, parameters, loader, null);
  }

  public CompilerOptions withTarget(Target other) {
    return new CompilerOptions(other, parameters, loader, today);
  }

  public CompilerOptions withToday(@Nullable LocalDate day) {
    return new CompilerOptions(target, parameters, loader, day);
  }
}
