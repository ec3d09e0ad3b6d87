package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Shape;
import io.openclustermanagement.compiler.program.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * {@code AnyPod}: a Pod, or the template of pods in a resource that makes pods. Its labels,
 * annotations and {@code spec} are those of the pod; its name and namespace are the resource's.
 *
 * @param metadata the type of the metadata
 * @param spec the type of the specification of a pod
 */
record PodShape(Type metadata, Type spec) implements Shape {

  static final String NAME = "AnyPod";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean accepts(Shape other) {
    return other.identity().equals(NAME) || other.identity().equals("v1/Pod");
  }

  @Override
  public boolean isResource() {
    return true;
  }

  @Override
  public Optional<Field> field(String name) {
    return switch (name) {
      case "metadata" ->
          Optional.of(new Field(name, metadata, Presence.DEFAULTED, "The metadata of the pod."));
      case "spec" ->
          Optional.of(new Field(name, spec, Presence.REQUIRED, "What the pod consists of."));
      default -> Optional.empty();
    };
  }

  @Override
  public Collection<String> fieldNames() {
    return List.of("metadata", "spec");
  }
}
