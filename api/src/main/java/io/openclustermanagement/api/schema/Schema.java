package io.openclustermanagement.api.schema;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a field with what the API server holds it to, in the terms of the structural schemas
 * of {@code apiextensions.k8s.io/v1}. Derived from the records by {@link Schemas}.
 */
public sealed interface Schema {

  /** What a person calls a value of this type, with an article. */
  String noun();

  /**
   * A text.
   *
   * @param format {@code byte} for base64, otherwise empty
   * @param pattern what the text has to match
   * @param minLength the least number of characters
   * @param maxLength the largest number of characters
   */
  record StringType(
      String format, @Nullable Regex pattern, @Nullable Long minLength, @Nullable Long maxLength)
      implements Schema {
    @Override
    public String noun() {
      return "a text";
    }
  }

  /**
   * One of some texts, an enum in Java.
   *
   * @param values the constants, in order
   */
  record EnumType(List<WireEnum> values) implements Schema {
    @Override
    public String noun() {
      return "a text";
    }

    /** The texts that are allowed, in order. */
    public List<String> names() {
      return values.stream().map(WireEnum::wireName).toList();
    }

    /** The constant of a text. */
    public @Nullable WireEnum find(String name) {
      for (WireEnum value : values) {
        if (value.wireName().equals(name)) {
          return value;
        }
      }
      return null;
    }
  }

  /**
   * An integer.
   *
   * @param format {@code int32}, {@code int64}, or empty for 64 bits that the schema does not name
   * @param minimum the smallest value, where the schema has one
   * @param maximum the largest value, where the schema has one
   */
  record IntegerType(String format, @Nullable Long minimum, @Nullable Long maximum)
      implements Schema {
    @Override
    public String noun() {
      return "an integer";
    }

    /** Whether it has 64 bits, otherwise 32. */
    public boolean wide() {
      return !format.equals("int32");
    }

    /** The smallest value that the schema and the width allow. */
    public long lowest() {
      return minimum != null ? minimum : wide() ? Long.MIN_VALUE : Integer.MIN_VALUE;
    }

    /** The largest value that the schema and the width allow. */
    public long highest() {
      return maximum != null ? maximum : wide() ? Long.MAX_VALUE : Integer.MAX_VALUE;
    }
  }

  /** {@code true} or {@code false}. */
  record BooleanType() implements Schema {
    @Override
    public String noun() {
      return "`true` or `false`";
    }
  }

  /**
   * A point in time, RFC 3339.
   *
   * @param micros whether it is written in microseconds, otherwise in whole seconds
   */
  record DateTimeType(boolean micros) implements Schema {
    @Override
    public String noun() {
      return "a time";
    }
  }

  /** An amount of a resource. */
  record QuantityType() implements Schema {
    @Override
    public String noun() {
      return "a quantity";
    }
  }

  /**
   * An integer or a text.
   *
   * @param pattern what a text has to match; API servers do not apply it to integers
   */
  record IntOrStringType(@Nullable Regex pattern) implements Schema {
    @Override
    public String noun() {
      return "an integer or a text";
    }
  }

  /**
   * A list.
   *
   * @param items the type of the items
   * @param minItems the least number of items
   * @param maxItems the largest number of items
   * @param mapKeys the fields that identify an item, for a list that works as a map
   * @param atomic whether server-side apply replaces the whole list
   */
  record ArrayType(
      Schema items,
      @Nullable Long minItems,
      @Nullable Long maxItems,
      List<String> mapKeys,
      boolean atomic)
      implements Schema {
    @Override
    public String noun() {
      return "a list";
    }
  }

  /**
   * A map from texts.
   *
   * @param values the type of the values
   * @param keys what keys have to match
   */
  record MapType(Schema values, @Nullable Regex keys) implements Schema {
    @Override
    public String noun() {
      return "a map";
    }
  }

  /**
   * Any object of JSON ({@code x-kubernetes-preserve-unknown-fields}), kept as it is.
   *
   * @param embedded whether it is a whole object of the Kubernetes API ({@code
   *     x-kubernetes-embedded-resource}), with {@code apiVersion}, {@code kind} and {@code
   *     metadata}
   */
  record JsonType(boolean embedded) implements Schema {
    @Override
    public String noun() {
      return "a map";
    }
  }

  /**
   * An object with known fields, a record in Java.
   *
   * @param type the record
   * @param fields the fields in the order of the record's components
   * @param byName the fields by their name in manifests
   * @param atomic whether server-side apply replaces the whole object
   * @param constructor the record's canonical constructor
   */
  record ObjectType(
      Class<? extends Record> type,
      List<Field> fields,
      Map<String, Field> byName,
      boolean atomic,
      Constructor<? extends Record> constructor)
      implements Schema {
    @Override
    public String noun() {
      return "an object";
    }

    /** A record of the given component values. */
    public Record create(@Nullable Object[] values) {
      try {
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot create " + type.getSimpleName(), e);
      }
    }
  }
}
