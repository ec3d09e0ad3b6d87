package io.openclustermanagement.cli.args;

import java.util.Optional;

/**
 * An option of a command.
 *
 * @param name with its dashes, such as {@code --fleet}
 * @param value what its value is called in the help; empty for a flag
 * @param repeatable whether it may be given more than once
 * @param help a few words for the list of options
 */
public record Option(String name, Optional<String> value, boolean repeatable, String help) {

  /** An option without a value. */
  public static Option flag(String name, String help) {
    return new Option(name, Optional.empty(), false, help);
  }

  /** An option with one value. */
  public static Option value(String name, String value, String help) {
    return new Option(name, Optional.of(value), false, help);
  }

  /** An option that may be given several times, each time with a value. */
  public static Option values(String name, String value, String help) {
    return new Option(name, Optional.of(value), true, help);
  }

  boolean isFlag() {
    return value.isEmpty();
  }

  String usage() {
    return value.map(v -> name + " " + v).orElse(name);
  }
}
