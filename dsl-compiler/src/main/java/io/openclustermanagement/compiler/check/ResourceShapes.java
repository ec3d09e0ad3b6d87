package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.kubernetes.StructField;
import io.openclustermanagement.api.kubernetes.StructType;
import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.compiler.program.KindReference;
import io.openclustermanagement.compiler.program.Shape;
import io.openclustermanagement.compiler.program.Shape.Presence;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.MapOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Type.Struct;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of Kubernetes resources, from their schemas. */
final class ResourceShapes {

  private static final String METADATA = "ObjectMeta";

  /**
   * What an API server never lets through without a value, although its OpenAPI document does not
   * say so ({@code pkg/apis/core/validation}), by struct.
   */
  private static final Map<String, Set<String>> ALWAYS =
      Map.of(METADATA, Set.of("name"), "Container", Set.of("image"));

  private ResourceShapes() {}

  /** The type of the objects of a kind; without a schema every field is there, of any type. */
  static Type of(KindReference kind) {
    return new Struct(
        kind.type()
            .<Shape>map(Kind::new)
            .orElseGet(() -> new Open(kind.kind(), kind.apiVersion())));
  }

  /** What several types have in common. */
  static Type common(List<Type> types) {
    Type first = types.getFirst();
    if (types.stream().allMatch(first::equals)) {
      return first;
    }
    return types.stream().allMatch(Struct.class::isInstance)
        ? new Struct(new Common(types.stream().map(each -> ((Struct) each).shape()).toList()))
        : Simple.ANY;
  }

  /** The type of {@code AnyPod}. */
  static Type anyPod() {
    ResourceType pod = KubernetesSchemas.builtIn().find("v1", "Pod").orElseThrow();
    Shape shape = new Kind(pod);
    return new Struct(new PodShape(type(shape, "metadata"), type(shape, "spec")));
  }

  private static Type type(Shape shape, String field) {
    return shape.field(field).map(Shape.Field::type).orElseThrow();
  }

  private static Type type(StructuralType type) {
    return switch (type) {
      case StructType struct -> new Struct(new Part(struct));
      case StructuralType.Text _ -> Simple.STRING;
      case StructuralType.WholeNumber _ -> Simple.INT;
      case StructuralType.DecimalNumber _ -> Simple.FLOAT;
      case StructuralType.Bool _ -> Simple.BOOL;
      case StructuralType.Amount _ -> Simple.QUANTITY;
      case StructuralType.ListOf list -> new ListOf(type(list.element()));
      case StructuralType.MapOf(StructuralType values) -> new MapOf(type(values));
      case StructuralType.IntOrText _, StructuralType.Any _, StructuralType.EmbeddedResource _ ->
          Simple.ANY;
    };
  }

  private static Optional<Shape.Field> field(StructType struct, String name) {
    StructField field = struct.field(name);
    if (field == null) {
      return struct.open()
          ? Optional.of(new Shape.Field(name, Simple.ANY, Presence.OPTIONAL, ""))
          : Optional.empty();
    }
    return Optional.of(
        new Shape.Field(name, type(field.type()), presence(struct, field), field.description()));
  }

  private static Presence presence(StructType struct, StructField field) {
    if (field.required() && !field.nullable()) {
      return Presence.REQUIRED;
    }
    boolean always = ALWAYS.getOrDefault(struct.name(), Set.of()).contains(field.name());
    return (always || field.filled()) && !field.nullable() ? Presence.DEFAULTED : Presence.OPTIONAL;
  }

  private record Part(StructType struct) implements Shape {
    @Override
    public String name() {
      return struct.name();
    }

    @Override
    public boolean isResource() {
      return false;
    }

    @Override
    public Optional<Field> field(String name) {
      return ResourceShapes.field(struct, name);
    }

    @Override
    public Collection<String> fieldNames() {
      return struct.fieldNames();
    }
  }

  private record Kind(ResourceType type) implements Shape {
    private static final Set<String> HEAD = Set.of("apiVersion", "kind", "metadata");

    @Override
    public String name() {
      return type.kind();
    }

    @Override
    public String identity() {
      return type.apiVersion() + "/" + type.kind();
    }

    @Override
    public boolean isResource() {
      return true;
    }

    @Override
    public Optional<Field> field(String name) {
      return ResourceShapes.field(type.root(), name)
          .map(
              field ->
                  HEAD.contains(name)
                      ? new Field(name, field.type(), Presence.REQUIRED, field.description())
                      : field);
    }

    @Override
    public Collection<String> fieldNames() {
      return type.root().fieldNames();
    }
  }

  private record Open(String name, String apiVersion) implements Shape {
    @Override
    public String identity() {
      return apiVersion + "/" + name;
    }

    @Override
    public boolean isResource() {
      return true;
    }

    @Override
    public Optional<Field> field(String field) {
      return ResourceWords.of(this).contains(field)
          ? Optional.empty()
          : Optional.of(new Field(field, Simple.ANY, Presence.OPTIONAL, ""));
    }

    @Override
    public Collection<String> fieldNames() {
      return List.of("apiVersion", "kind", "metadata", "spec", "status", "data");
    }
  }

  private record Common(List<Shape> shapes) implements Shape {
    @Override
    public String name() {
      return String.join(" or ", shapes.stream().map(Shape::name).toList());
    }

    @Override
    public String identity() {
      return String.join(" or ", shapes.stream().map(Shape::identity).toList());
    }

    @Override
    public boolean isResource() {
      return shapes.stream().allMatch(Shape::isResource);
    }

    @Override
    public Optional<Field> field(String name) {
      List<Field> fields = shapes.stream().flatMap(each -> each.field(name).stream()).toList();
      if (fields.size() < shapes.size()) {
        return Optional.empty();
      }
      Presence presence =
          fields.stream().map(Field::presence).max(Presence::compareTo).orElseThrow();
      Type type = common(fields.stream().map(Field::type).toList());
      return Optional.of(new Field(name, type, presence, fields.getFirst().description()));
    }

    @Override
    public Collection<String> fieldNames() {
      Set<String> names = new LinkedHashSet<>(shapes.getFirst().fieldNames());
      shapes.forEach(each -> names.retainAll(each.fieldNames()));
      return names;
    }
  }
}
