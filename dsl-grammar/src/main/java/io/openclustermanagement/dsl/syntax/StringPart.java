package io.openclustermanagement.dsl.syntax;

/** A piece of a string. */
public sealed interface StringPart extends Node {

  /**
   * Plain text.
   *
   * @param value the text after escapes are resolved
   */
  record Text(String value, Origin at) implements StringPart {}

  /** {@code ${expression}}. */
  record Interpolation(Expression expression, Origin at) implements StringPart {}
}
