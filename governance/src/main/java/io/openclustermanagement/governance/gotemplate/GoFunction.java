package io.openclustermanagement.governance.gotemplate;

import java.util.List;

/**
 * A function that templates can call.
 *
 * @param name as templates call it
 * @param parameters the types of the parameters; the last is that of each further argument if the
 *     function is variadic
 * @param variadic whether the last parameter takes any number of arguments
 * @param body what it does
 */
public record GoFunction(String name, List<GoType> parameters, boolean variadic, Body body) {
  /** What a function does. */
  @FunctionalInterface
  public interface Body {
    /**
     * Computes the result.
     *
     * @throws GoError if there is none
     */
    GoValue call(Arguments arguments);
  }

  public GoFunction {
    parameters = List.copyOf(parameters);
  }

  /** A function with a fixed number of parameters. */
  public static GoFunction of(String name, Body body, GoType... parameters) {
    return new GoFunction(name, List.of(parameters), false, body);
  }

  /** A function whose last parameter takes any number of arguments. */
  public static GoFunction variadic(String name, Body body, GoType... parameters) {
    return new GoFunction(name, List.of(parameters), true, body);
  }

  /** The same under another name. */
  public GoFunction named(String other) {
    return new GoFunction(other, parameters, variadic, body);
  }
}
