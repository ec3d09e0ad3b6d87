package io.openclustermanagement.dsl.syntax;

import org.jspecify.annotations.Nullable;

/** Which taint a placement tolerates. */
public sealed interface Tolerated extends Node {

  /**
   * {@code taint "key" == "value"}.
   *
   * @param value the value, or null for any
   */
  record Taint(KeyPath key, @Nullable StringLiteral value, Origin at) implements Tolerated {}

  /** {@code unreachable}: the taint of a cluster whose availability is unknown. */
  record Unreachable(Origin at) implements Tolerated {}

  /** {@code unavailable}: the taint of a cluster that reports itself unavailable. */
  record Unavailable(Origin at) implements Tolerated {}

  /** {@code all}: every taint. */
  record All(Origin at) implements Tolerated {}
}
