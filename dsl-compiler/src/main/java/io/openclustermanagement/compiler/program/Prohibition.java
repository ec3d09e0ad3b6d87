package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.meta.JsonObject;

/** What {@code forbid K where e} means. */
public sealed interface Prohibition {

  /**
   * A partial object that a {@code mustnothave} can compare with the same result.
   *
   * @param fields without {@code apiVersion} and {@code kind}
   */
  record Pattern(KindReference kind, JsonObject fields) implements Prohibition {}

  /** What no partial object can say. */
  record ByRule(RuleDefinition rule) implements Prohibition {}
}
