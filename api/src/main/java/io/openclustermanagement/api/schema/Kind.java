package io.openclustermanagement.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as a kind of the Kubernetes API. The kind is named like the record; its components
 * are the fields of the object, {@code apiVersion} and {@code kind} excepted.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
  /** The API group, such as {@code cluster.open-cluster-management.io}. */
  String group();

  /** The version, such as {@code v1beta1}. */
  String version();

  /** The name of the resource in URLs, lower case. */
  String plural();

  /** Abbreviations that {@code kubectl} takes. */
  String[] shortNames() default {};

  /** Whether objects live in a namespace or belong to the whole cluster. */
  boolean namespaced() default false;

  /** Whether the status is a subresource. */
  boolean statusSubresource() default true;

  /**
   * Whether policies may carry objects of the kind: upstream's framework add-on passes on every
   * kind whose definition has the label {@code policy.open-cluster-management.io/policy-type:
   * template}.
   */
  boolean policyTemplate() default false;

  /** The columns that {@code kubectl get} prints besides the name. */
  PrinterColumn[] printerColumns() default {};
}
