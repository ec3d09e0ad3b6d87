package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.yaml.Positions;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.Objects;

/**
 * An object to import and where it is written.
 *
 * @param file the YAML text
 */
record Item<T extends KubernetesObject>(T object, Positions positions, SourceFile file) {

  ObjectMeta metadata() {
    return object.metadata();
  }

  String name() {
    return metadata().name();
  }

  /** The namespace; empty for an object without one. */
  String namespace() {
    return Objects.requireNonNullElse(metadata().namespace(), "");
  }

  /** As people say it, such as {@code Placement acme/prod}. */
  String title() {
    return object.kind() + " " + (namespace().isEmpty() ? "" : namespace() + "/") + name();
  }

  /**
   * Where a part stands, or the nearest part around it that is written down.
   *
   * @param pointer a JSON pointer; the whole object is the empty one
   */
  SourceSpan span(String pointer) {
    Position position = positions.nearest(pointer);
    return file.span(position.start(), position.end());
  }

  /** Where the name stands, for what is said about the object as a whole. */
  SourceSpan nameSpan() {
    return span("/metadata/name");
  }
}
