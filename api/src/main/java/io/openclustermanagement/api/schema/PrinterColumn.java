package io.openclustermanagement.api.schema;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A column of {@code kubectl get}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface PrinterColumn {
  /** The head of the column. */
  String name();

  /** An OpenAPI type: {@code string}, {@code integer}, {@code boolean}, {@code date}. */
  String type() default "string";

  /** Where the value stands in the object. */
  String jsonPath();
}
