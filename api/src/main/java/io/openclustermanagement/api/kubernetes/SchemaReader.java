package io.openclustermanagement.api.kubernetes;

import io.openclustermanagement.api.kubernetes.StructuralType.Format;
import io.openclustermanagement.api.kubernetes.StructuralType.ListKind;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the schemas of OpenAPI v3 documents and of CRDs into types. What it does not know it takes
 * for any value: a schema only ever refuses what it clearly forbids.
 */
final class SchemaReader {
  private static final String REFERENCE = "#/components/schemas/";

  /** How controller-gen describes a quantity. */
  private static final String QUANTITY_PATTERN = "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))";

  private static final Set<Object> ZERO_VALUES = Set.of("", 0L, 0.0, false, Map.of(), List.of());

  private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";

  /** Definitions that say less than is known of them. */
  private static final Map<String, StructuralType> WELL_KNOWN =
      Map.of(
          "io.k8s.apimachinery.pkg.api.resource.Quantity",
          new StructuralType.Amount(),
          "io.k8s.apimachinery.pkg.util.intstr.IntOrString",
          new StructuralType.IntOrText(),
          "io.k8s.apimachinery.pkg.runtime.RawExtension",
          new StructuralType.Any(true),
          META + "Duration",
          new StructuralType.Text(Format.DURATION, List.of()),
          META + "Time",
          new StructuralType.Text(Format.DATE_TIME, List.of()),
          META + "MicroTime",
          new StructuralType.Text(Format.DATE_TIME, List.of()));

  private final Map<String, Object> definitions;
  private final Map<String, StructuralType> resolved = new HashMap<>(WELL_KNOWN);
  private final Set<String> open = new HashSet<>();

  /**
   * @param definitions the schemas that references mean, by name
   */
  SchemaReader(Map<String, Object> definitions) {
    this.definitions = definitions;
  }

  /** The type of a schema of the document, by its name there. */
  StructuralType definition(String name) {
    StructuralType known = resolved.get(name);
    if (known != null) {
      return known;
    }
    if (!open.add(name)) {
      return new StructuralType.Any(false);
    }
    StructuralType type =
        type(map(definitions.get(name)), name.substring(name.lastIndexOf('.') + 1));
    resolved.put(name, type);
    open.remove(name);
    return type;
  }

  /**
   * The type of a schema.
   *
   * @param name what a struct is called
   */
  StructuralType type(Map<String, Object> schema, String name) {
    String reference = reference(schema);
    if (reference != null) {
      return definition(reference);
    }
    if (isTrue(schema, "x-kubernetes-embedded-resource")) {
      return new StructuralType.EmbeddedResource();
    }
    if (isTrue(schema, "x-kubernetes-int-or-string") || "int-or-string".equals(format(schema))) {
      return isQuantity(schema) ? new StructuralType.Amount() : new StructuralType.IntOrText();
    }
    return switch (String.valueOf(schema.get("type"))) {
      case "string" -> text(schema);
      case "integer" -> new StructuralType.WholeNumber(!"int32".equals(format(schema)));
      case "number" -> new StructuralType.DecimalNumber();
      case "boolean" -> new StructuralType.Bool();
      case "array" -> list(schema, name);
      case "object" -> object(schema, name);
      default ->
          schema.get("properties") instanceof Map<?, ?>
              ? object(schema, name)
              : new StructuralType.Any(false);
    };
  }

  private static @Nullable String reference(Map<String, Object> schema) {
    if (schema.get("$ref") instanceof String text && text.startsWith(REFERENCE)) {
      return text.substring(REFERENCE.length());
    }
    return schema.get("allOf") instanceof List<?> all
            && all.size() == 1
            && !schema.containsKey("type")
        ? reference(map(all.getFirst()))
        : null;
  }

  private static boolean isQuantity(Map<String, Object> schema) {
    return schema.get("pattern") instanceof String pattern && pattern.startsWith(QUANTITY_PATTERN);
  }

  private static StructuralType text(Map<String, Object> schema) {
    Format format =
        switch (format(schema)) {
          case "date-time" -> Format.DATE_TIME;
          case "byte" -> Format.BYTE;
          case "duration" -> Format.DURATION;
          default -> Format.PLAIN;
        };
    return new StructuralType.Text(format, texts(schema.get("enum")));
  }

  private StructuralType list(Map<String, Object> schema, String name) {
    ListKind kind =
        switch (String.valueOf(schema.get("x-kubernetes-list-type"))) {
          case "map" -> ListKind.MAP;
          case "set" -> ListKind.SET;
          default -> ListKind.ATOMIC;
        };
    StructuralType element = type(map(schema.get("items")), name);
    return new StructuralType.ListOf(
        element, kind, texts(schema.get("x-kubernetes-list-map-keys")));
  }

  private StructuralType object(Map<String, Object> schema, String name) {
    Map<String, Object> properties = map(schema.get("properties"));
    if (!properties.isEmpty()) {
      return struct(schema, properties, name);
    }
    return schema.get("additionalProperties") instanceof Map<?, ?> values
        ? new StructuralType.MapOf(type(map(values), name))
        : new StructuralType.Any(true);
  }

  private StructType struct(
      Map<String, Object> schema, Map<String, Object> properties, String name) {
    boolean extensible =
        isTrue(schema, "x-kubernetes-preserve-unknown-fields")
            || schema.get("additionalProperties") instanceof Map<?, ?>
            || isTrue(schema, "additionalProperties");
    List<String> required = texts(schema.get("required"));
    return new StructType(
        name,
        extensible,
        () ->
            properties.entrySet().stream()
                .map(each -> field(each.getKey(), map(each.getValue()), required, name))
                .toList());
  }

  private StructField field(
      String field, Map<String, Object> schema, List<String> required, String owner) {
    Object value = schema.get("default");
    String description = Sentences.first(String.valueOf(schema.getOrDefault("description", "")));
    return new StructField(
        field,
        type(schema, owner + "." + field),
        required.contains(field),
        required.contains(field) || value != null,
        isTrue(schema, "nullable"),
        value == null || ZERO_VALUES.contains(value) ? null : JsonValue.of(value),
        () -> description);
  }

  private static String format(Map<String, Object> schema) {
    return String.valueOf(schema.get("format"));
  }

  private static boolean isTrue(Map<String, Object> schema, String key) {
    return Boolean.TRUE.equals(schema.get(key));
  }

  private static List<String> texts(@Nullable Object list) {
    List<String> texts = new ArrayList<>();
    if (list instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof String text) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** A map of a tree, empty if it is none. */
  @SuppressWarnings("unchecked") // the keys of a tree are texts
  static Map<String, Object> map(@Nullable Object tree) {
    return tree instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
