package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.api.schema.Field;
import io.openclustermanagement.api.schema.Schema;
import io.openclustermanagement.api.schema.Schemas;
import io.openclustermanagement.api.schema.WireEnum;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes objects. The fields of an object come in the order of its record, after {@code apiVersion}
 * and {@code kind}; the entries of a map in the order of their keys. Empty lists and maps are left
 * out unless their field is required, as Go's {@code omitempty} does. Free JSON and objects without
 * a record are written as they are.
 */
public final class ManifestWriter {
  private ManifestWriter() {}

  /** An object as one YAML document. */
  public static String yaml(KubernetesObject object) {
    return YamlWriter.write(tree(object));
  }

  /** Objects as YAML documents, with {@code ---} between them. */
  public static String yaml(List<? extends KubernetesObject> objects) {
    return objects.stream().map(ManifestWriter::yaml).collect(Collectors.joining("---\n"));
  }

  /** An object as JSON. */
  public static String json(KubernetesObject object) {
    return JsonWriter.write(tree(object));
  }

  /** An object as a plain tree of maps, lists, texts, numbers and booleans. */
  public static Map<String, Object> tree(KubernetesObject object) {
    if (object instanceof GenericObject(JsonObject content)) {
      return content.toTree();
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", object.apiVersion());
    tree.put("kind", object.kind());
    fields(Schemas.kind(object.getClass()).root(), (Record) object, tree);
    return tree;
  }

  /** A value of a schema as a plain tree. */
  public static Object tree(Schema schema, Object value) {
    return switch (schema) {
      case Schema.ObjectType type -> {
        Map<String, Object> tree = new LinkedHashMap<>();
        fields(type, (Record) value, tree);
        yield tree;
      }
      case Schema.ArrayType type ->
          ((List<?>) value).stream().map(item -> tree(type.items(), item)).toList();
      case Schema.MapType type -> {
        Map<String, Object> tree = new TreeMap<>();
        ((Map<?, ?>) value).forEach((k, v) -> tree.put((String) k, tree(type.values(), v)));
        yield tree;
      }
      case Schema.EnumType type -> ((WireEnum) value).wireName();
      case Schema.DateTimeType type -> Timestamps.format((Instant) value, type.micros());
      case Schema.QuantityType type -> ((Quantity) value).text();
      case Schema.IntOrStringType type ->
          switch ((IntOrString) value) {
            case IntOrString.Int number -> number.value();
            case IntOrString.Text text -> text.value();
          };
      case Schema.StringType type -> value;
      case Schema.IntegerType type -> value;
      case Schema.BooleanType type -> value;
      case Schema.JsonType type -> ((JsonObject) value).toTree();
    };
  }

  private static void fields(Schema.ObjectType type, Record owner, Map<String, Object> tree) {
    for (Field field : type.fields()) {
      Object value = field.get(owner);
      if (value != null && (field.required() || !isEmpty(value))) {
        tree.put(field.name(), tree(field.schema(), value));
      }
    }
  }

  private static boolean isEmpty(Object value) {
    return switch (value) {
      case List<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }
}
