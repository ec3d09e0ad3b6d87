package io.openclustermanagement.compiler.program;

import java.util.Collection;
import java.util.Optional;

/** What has fields: a Kubernetes resource, a part of one, a group of clusters. */
public interface Shape {

  /** What users read in messages, such as {@code Deployment} or {@code PodSpec}. */
  String name();

  /** What no other shape has: kinds of several groups may share a name. */
  default String identity() {
    return name();
  }

  /** Whether what has the other shape can stand where this one is expected. */
  default boolean accepts(Shape other) {
    return identity().equals(other.identity());
  }

  /** Whether it is a whole resource, which has a name, labels and perhaps a namespace. */
  boolean isResource();

  /** A field by its name in JSON; empty if there is none. */
  Optional<Field> field(String name);

  /** The names of all fields, for suggestions. */
  Collection<String> fieldNames();

  /**
   * A field.
   *
   * @param type of the value where there is one
   */
  record Field(String name, Type type, Presence presence, String description) {}

  /** When a field has a value. */
  enum Presence {
    /** In every valid object. */
    REQUIRED,
    /** In every object that an API server returns, which fills it in; not in one from a file. */
    DEFAULTED,
    /** Not always: it must be asked for, or be read as something that may be absent. */
    OPTIONAL
  }
}
