package io.openclustermanagement.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the API server holds several fields of an object to, as attributes of its OpenAPI schema.
 * The record implements {@link Constrained} and checks the same in Java.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rule {
  /** A JSON object with the attributes, such as {@code oneOf}. */
  String value();
}
