package io.openclustermanagement.placement.cel;

/** What came of an evaluation. */
public sealed interface CelResult {

  /**
   * A value. Text is {@code String}, a truth value {@code Boolean}, an integer {@code Long},
   * another number {@code Double}, a list {@code List}, a map {@code Map}; other types of CEL have
   * classes of their own.
   */
  record Value(Object value) implements CelResult {}

  /**
   * There is no value.
   *
   * @param reason half a sentence for a person
   */
  record Failure(String reason) implements CelResult {}
}
