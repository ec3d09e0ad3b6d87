package io.openclustermanagement.api.kubernetes;

import static io.openclustermanagement.api.kubernetes.SchemaReader.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the kinds of CustomResourceDefinitions. */
final class CrdReader {
  private static final String GROUP = "apiextensions.k8s.io/";

  private CrdReader() {}

  /** Whether an object is one. */
  static boolean isCrd(Map<String, Object> object) {
    return "CustomResourceDefinition".equals(object.get("kind"))
        && object.get("apiVersion") instanceof String version
        && version.startsWith(GROUP);
  }

  /** The kind in each of its versions; none if the object does not say what they are. */
  static List<ResourceType> read(Map<String, Object> crd) {
    Map<String, Object> spec = map(crd.get("spec"));
    Map<String, Object> names = map(spec.get("names"));
    List<ResourceType> types = new ArrayList<>();
    if (spec.get("group") instanceof String group
        && names.get("kind") instanceof String kind
        && names.get("plural") instanceof String plural
        && spec.get("versions") instanceof List<?> versions) {
      boolean namespaced = !"Cluster".equals(spec.get("scope"));
      for (Object version : versions) {
        if (map(version).get("name") instanceof String name) {
          StructType root = root(kind, schema(spec, map(version)));
          types.add(new ResourceType(group, name, kind, plural, namespaced, root));
        }
      }
    }
    return types;
  }

  /**
   * The schema of a version; before {@code apiextensions.k8s.io/v1} all versions could share one.
   */
  private static Map<String, Object> schema(Map<String, Object> spec, Map<String, Object> version) {
    Map<String, Object> own = map(map(version.get("schema")).get("openAPIV3Schema"));
    return own.isEmpty() ? map(map(spec.get("validation")).get("openAPIV3Schema")) : own;
  }

  private static StructType root(String kind, Map<String, Object> schema) {
    StructuralType type = new SchemaReader(Map.of()).type(schema, kind);
    StructType described = type instanceof StructType struct ? struct : null;
    boolean open = described == null || described.open();
    return new StructType(kind, open, () -> fields(described));
  }

  /** The described fields, with the metadata that every object has. */
  private static List<StructField> fields(@Nullable StructType described) {
    List<StructField> fields = new ArrayList<>(objectFields());
    if (described != null) {
      described.fields().stream()
          .filter(field -> fields.stream().noneMatch(each -> each.name().equals(field.name())))
          .forEach(fields::add);
    }
    return fields;
  }

  private static List<StructField> objectFields() {
    StructType any =
        KubernetesSchemas.builtIn().find("v1", "Namespace").map(ResourceType::root).orElseThrow();
    return any.fields().stream()
        .filter(field -> List.of("apiVersion", "kind", "metadata").contains(field.name()))
        .toList();
  }
}
