package io.openclustermanagement.api.crd;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.schema.Field;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.KindSchema;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.PrinterColumn;
import io.openclustermanagement.api.schema.Regex;
import io.openclustermanagement.api.schema.Rule;
import io.openclustermanagement.api.schema.Schema;
import io.openclustermanagement.api.schema.Schemas;
import io.openclustermanagement.api.yaml.Kinds;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.api.yaml.YamlWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The CustomResourceDefinitions ({@code apiextensions.k8s.io/v1}) of the records. */
public final class CustomResourceDefinitions {
  private static final Schema FREE = new Schema.JsonType(false);

  private final Descriptions descriptions;

  private CustomResourceDefinitions(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  /** The definitions of all kinds, as plain trees. */
  public static List<Map<String, Object>> all() {
    CustomResourceDefinitions definitions = new CustomResourceDefinitions(Descriptions.load());
    return Kinds.all().stream().map(type -> definitions.definition(Schemas.kind(type))).toList();
  }

  /** The definitions of all kinds, as YAML documents. */
  public static String yaml() {
    return all().stream().map(YamlWriter::write).collect(Collectors.joining("---\n"));
  }

  private Map<String, Object> definition(KindSchema schema) {
    Kind meta = schema.meta();
    Map<String, Object> names = new TreeMap<>();
    names.put("kind", schema.kind());
    names.put("listKind", schema.listKind());
    names.put("plural", meta.plural());
    names.put("singular", schema.singular());
    if (!schema.shortNames().isEmpty()) {
      names.put("shortNames", schema.shortNames());
    }
    Map<String, Object> spec = new TreeMap<>();
    spec.put("group", meta.group());
    spec.put("names", names);
    spec.put("scope", meta.namespaced() ? "Namespaced" : "Cluster");
    spec.put("versions", List.of(version(schema)));
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("apiVersion", "apiextensions.k8s.io/v1");
    definition.put("kind", "CustomResourceDefinition");
    definition.put("metadata", metadata(meta));
    definition.put("spec", spec);
    return definition;
  }

  private static Map<String, Object> metadata(Kind meta) {
    Map<String, Object> metadata = new TreeMap<>();
    metadata.put("name", meta.plural() + "." + meta.group());
    if (meta.policyTemplate()) {
      metadata.put("labels", Map.of("policy.open-cluster-management.io/policy-type", "template"));
    }
    return metadata;
  }

  private Map<String, Object> version(KindSchema schema) {
    Kind meta = schema.meta();
    Map<String, Object> version = new TreeMap<>();
    if (meta.printerColumns().length > 0) {
      version.put(
          "additionalPrinterColumns",
          Arrays.stream(meta.printerColumns()).map(CustomResourceDefinitions::column).toList());
    }
    version.put("name", meta.version());
    version.put("schema", Map.of("openAPIV3Schema", root(schema)));
    version.put("served", true);
    version.put("storage", true);
    if (meta.statusSubresource()) {
      version.put("subresources", Map.of("status", Map.of()));
    }
    return version;
  }

  private static Map<String, Object> column(PrinterColumn column) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("jsonPath", column.jsonPath());
    tree.put("name", column.name());
    tree.put("type", column.type());
    return tree;
  }

  /** The object itself: its metadata is the API server's business, and always there. */
  private Map<String, Object> root(KindSchema schema) {
    Map<String, Object> properties = properties(schema.root());
    properties.put(
        "apiVersion", described("The group and version that the object is written in.", "string"));
    properties.put("kind", described("The kind of the object.", "string"));
    properties.put("metadata", typed("object"));
    List<String> required =
        required(schema.root()).stream().filter(name -> !name.equals("metadata")).toList();
    return object(schema.root(), properties, required);
  }

  private static Map<String, Object> described(String description, String type) {
    return new TreeMap<>(Map.of("description", description, "type", type));
  }

  private Map<String, Object> object(
      Schema.ObjectType type, Map<String, Object> properties, List<String> required) {
    Map<String, Object> tree = typed("object");
    tree.put("description", descriptions.of(type));
    with(tree, "properties", properties.isEmpty() ? null : properties);
    Rule rule = type.type().getAnnotation(Rule.class);
    if (rule != null) {
      tree.putAll(((JsonObject) ManifestReader.literal(FREE, rule.value())).toTree());
    }
    with(tree, "required", required.isEmpty() ? null : required);
    return with(tree, "x-kubernetes-map-type", type.atomic() ? "atomic" : null);
  }

  private Map<String, Object> properties(Schema.ObjectType type) {
    Map<String, Object> properties = new TreeMap<>();
    for (Field field : type.fields()) {
      properties.put(field.name(), property(type, field));
    }
    return properties;
  }

  private static List<String> required(Schema.ObjectType type) {
    return type.fields().stream().filter(Field::required).map(Field::name).sorted().toList();
  }

  private Map<String, Object> property(Schema.ObjectType owner, Field field) {
    Map<String, Object> tree = schema(field.schema());
    tree.put("description", descriptions.of(owner, field));
    if (field.hasDefault()) {
      Object value = ManifestReader.literal(field.schema(), field.defaultJson());
      tree.put("default", ManifestWriter.tree(field.schema(), value));
    }
    if (field.nullable()) {
      tree.put("nullable", true);
    }
    return tree;
  }

  private Map<String, Object> schema(Schema schema) {
    return switch (schema) {
      case Schema.StringType type -> string(type);
      case Schema.EnumType type -> with(typed("string"), "enum", type.names());
      case Schema.IntegerType type -> integer(type);
      case Schema.BooleanType type -> typed("boolean");
      case Schema.DateTimeType type -> with(typed("string"), "format", "date-time");
      case Schema.QuantityType type -> intOrString(Patterns.QUANTITY);
      case Schema.IntOrStringType type -> intOrString(source(type.pattern()));
      case Schema.ArrayType type -> array(type);
      case Schema.MapType type ->
          with(typed("object"), "additionalProperties", schema(type.values()));
      case Schema.JsonType type ->
          with(
              with(typed("object"), "x-kubernetes-preserve-unknown-fields", true),
              "x-kubernetes-embedded-resource",
              type.embedded() ? true : null);
      case Schema.ObjectType type -> object(type, properties(type), required(type));
    };
  }

  private static Map<String, Object> string(Schema.StringType type) {
    Map<String, Object> tree = typed("string");
    with(tree, "format", type.format().isEmpty() ? null : type.format());
    with(tree, "pattern", source(type.pattern()));
    with(tree, "minLength", type.minLength());
    return with(tree, "maxLength", type.maxLength());
  }

  private static Map<String, Object> integer(Schema.IntegerType type) {
    Map<String, Object> tree =
        with(typed("integer"), "format", type.format().isEmpty() ? null : type.format());
    with(tree, "minimum", type.minimum());
    return with(tree, "maximum", type.maximum());
  }

  private static Map<String, Object> intOrString(@Nullable String pattern) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("anyOf", List.of(Map.of("type", "integer"), Map.of("type", "string")));
    tree.put("x-kubernetes-int-or-string", true);
    return with(tree, "pattern", pattern);
  }

  private Map<String, Object> array(Schema.ArrayType type) {
    Map<String, Object> tree = with(typed("array"), "items", schema(type.items()));
    with(tree, "minItems", type.minItems());
    with(tree, "maxItems", type.maxItems());
    if (!type.mapKeys().isEmpty()) {
      tree.put("x-kubernetes-list-map-keys", type.mapKeys());
      tree.put("x-kubernetes-list-type", "map");
    } else if (type.atomic()) {
      tree.put("x-kubernetes-list-type", "atomic");
    }
    return tree;
  }

  private static Map<String, Object> typed(String type) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("type", type);
    return tree;
  }

  private static Map<String, Object> with(
      Map<String, Object> tree, String key, @Nullable Object value) {
    if (value != null) {
      tree.put(key, value);
    }
    return tree;
  }

  private static @Nullable String source(@Nullable Regex pattern) {
    return pattern == null ? null : pattern.source();
  }
}
