package io.openclustermanagement.api.meta;

/** A field that takes a number or a text such as {@code 25%}. */
public sealed interface IntOrString {
  /** A number. */
  record Int(int value) implements IntOrString {
    @Override
    public String toString() {
      return Integer.toString(value);
    }
  }

  /** A text. */
  record Text(String value) implements IntOrString {
    @Override
    public String toString() {
      return value;
    }
  }

  /** A number. */
  static IntOrString of(int value) {
    return new Int(value);
  }

  /** A text. */
  static IntOrString of(String value) {
    return new Text(value);
  }
}
