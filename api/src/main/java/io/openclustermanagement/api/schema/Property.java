package io.openclustermanagement.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the API server holds a field to. The type follows from the record component: {@code String},
 * {@code Boolean}, {@code Integer} (int32), {@code Long} (int64), {@code Instant} (date-time), an
 * enum that implements {@link WireEnum}, {@code JsonObject} for free JSON, another record, or a
 * {@code List} or {@code Map} of those; limits of a map are those of its values, limits of a list
 * of texts those of the texts.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Property {
  /** Says that a limit is not set. */
  long NONE = Long.MIN_VALUE;

  /** The name on the wire where it differs from the component's. */
  String name() default "";

  /** Whether the field has to be there. */
  boolean required() default false;

  /** The value of an absent field, as JSON; empty for none. */
  String defaultJson() default "";

  /** A regular expression that the value has to match. */
  String pattern() default "";

  /** A regular expression that the keys of a map have to match. */
  String keyPattern() default "";

  /** The smallest number allowed. */
  long minimum() default NONE;

  /** The largest number allowed. */
  long maximum() default NONE;

  /** The least number of characters. */
  long minLength() default NONE;

  /** The largest number of characters. */
  long maxLength() default NONE;

  /** The least number of items of a list. */
  long minItems() default NONE;

  /** The largest number of items of a list. */
  long maxItems() default NONE;

  /**
   * The format where the type does not give it: {@code byte}, {@code int} for an integer whose
   * width the schema does not say, {@code date-time-micro} for times in microseconds.
   */
  String format() default "";

  /** Whether the explicit value {@code null} is allowed. */
  boolean nullable() default false;

  /** Whether free JSON is a whole object of the Kubernetes API. */
  boolean embedded() default false;

  /** The fields that identify an item, for a list that works as a map. */
  String[] listMapKeys() default {};
}
