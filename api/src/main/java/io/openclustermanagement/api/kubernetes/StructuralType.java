package io.openclustermanagement.api.kubernetes;

import java.util.List;

/**
 * The type of a value in a manifest, in the terms of the structural schemas of {@code
 * apiextensions.k8s.io/v1}.
 */
public sealed interface StructuralType
    permits StructType,
        StructuralType.Text,
        StructuralType.WholeNumber,
        StructuralType.DecimalNumber,
        StructuralType.Bool,
        StructuralType.Amount,
        StructuralType.IntOrText,
        StructuralType.ListOf,
        StructuralType.MapOf,
        StructuralType.Any,
        StructuralType.EmbeddedResource {

  /** What a person calls such a value, with an article. */
  String noun();

  /**
   * A text.
   *
   * @param format what the text has to look like
   * @param values the only texts allowed; empty if any is
   */
  record Text(Format format, List<String> values) implements StructuralType {
    /** Any text. */
    public static final Text ANY = new Text(Format.PLAIN, List.of());

    public Text {
      values = List.copyOf(values);
    }

    @Override
    public String noun() {
      return format.noun();
    }
  }

  /** What a text has to look like. */
  enum Format {
    /** Anything. */
    PLAIN("a string"),
    /** A point in time, RFC 3339. */
    DATE_TIME("a time"),
    /** Base64. */
    BYTE("a string in base64"),
    /** A duration as Go writes it, such as {@code 1h30m}. */
    DURATION("a duration");

    private final String noun;

    Format(String noun) {
      this.noun = noun;
    }

    String noun() {
      return noun;
    }
  }

  /**
   * An integer.
   *
   * @param wide whether it has 64 bits, otherwise 32
   */
  record WholeNumber(boolean wide) implements StructuralType {
    @Override
    public String noun() {
      return "an integer";
    }

    /** The smallest value. */
    public long lowest() {
      return wide ? Long.MIN_VALUE : Integer.MIN_VALUE;
    }

    /** The largest value. */
    public long highest() {
      return wide ? Long.MAX_VALUE : Integer.MAX_VALUE;
    }
  }

  /** A number with or without a fraction. */
  record DecimalNumber() implements StructuralType {
    @Override
    public String noun() {
      return "a number";
    }
  }

  /** {@code true} or {@code false}. */
  record Bool() implements StructuralType {
    @Override
    public String noun() {
      return "`true` or `false`";
    }
  }

  /** An amount of a resource: {@code 512Mi}, {@code 250m}, or a number. */
  record Amount() implements StructuralType {
    @Override
    public String noun() {
      return "a quantity";
    }
  }

  /** An integer or a text, such as a port or {@code 25%}. */
  record IntOrText() implements StructuralType {
    @Override
    public String noun() {
      return "an integer or a string";
    }
  }

  /**
   * A list.
   *
   * @param kind how items are told apart
   * @param keys the fields that identify an item of a {@link ListKind#MAP}
   */
  record ListOf(StructuralType element, ListKind kind, List<String> keys)
      implements StructuralType {
    public ListOf {
      keys = List.copyOf(keys);
    }

    @Override
    public String noun() {
      return "a list";
    }
  }

  /** How the items of a list are told apart ({@code x-kubernetes-list-type}). */
  enum ListKind {
    /** Not at all: the list is one value. */
    ATOMIC,
    /** Each value occurs once. */
    SET,
    /** By their keys. */
    MAP
  }

  /** A map from texts. */
  record MapOf(StructuralType values) implements StructuralType {
    @Override
    public String noun() {
      return "a map";
    }
  }

  /**
   * A tree that is not described ({@code x-kubernetes-preserve-unknown-fields}).
   *
   * @param object whether it is an object at least
   */
  record Any(boolean object) implements StructuralType {
    @Override
    public String noun() {
      return object ? "an object" : "any value";
    }
  }

  /** Whole objects of any kind within another ({@code x-kubernetes-embedded-resource}). */
  record EmbeddedResource() implements StructuralType {
    @Override
    public String noun() {
      return "an object with `apiVersion` and `kind`";
    }
  }
}
