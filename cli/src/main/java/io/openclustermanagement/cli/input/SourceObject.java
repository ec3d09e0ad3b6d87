package io.openclustermanagement.cli.input;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.compiler.SourceMap;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.Objects;
import java.util.Optional;

/**
 * An object of the sources or of the fleet.
 *
 * @param object the object
 * @param span where it is written
 * @param sourceMap where its parts are written; empty for one that came as YAML
 */
public record SourceObject(
    KubernetesObject object, SourceSpan span, Optional<SourceMap> sourceMap) {

  /** What makes it the same object as another: group, kind, namespace and name. */
  public Identity identity() {
    String group = object.apiVersion().replaceFirst("/.*", "");
    String namespace = Objects.requireNonNullElse(object.metadata().namespace(), "");
    return new Identity(group, object.kind(), namespace, object.metadata().name());
  }

  /** The identity of an object on a hub; versions of one group are the same object. */
  public record Identity(String group, String kind, String namespace, String name) {
    /** As people say it, such as {@code Placement acme/prod}. */
    @Override
    public String toString() {
      return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
  }
}
