package io.openclustermanagement.api.crd;

import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares CustomResourceDefinitions field by field: types, formats, defaults, enums, patterns,
 * required fields, limits, list and map types, CEL rules, names, scope, printer columns,
 * subresources and versions. Descriptions do not count, nor does what the API server itself writes.
 */
public final class CrdComparison {
  private static final String TEMPLATE = "policy.open-cluster-management.io/policy-type";

  private static final Set<String> SETS =
      Set.of("enum", "required", "x-kubernetes-list-map-keys", "shortNames", "categories");

  private final String crd;
  private final List<Difference> differences = new ArrayList<>();

  private CrdComparison(String crd) {
    this.crd = crd;
  }

  /**
   * A difference.
   *
   * @param crd the name of the definition
   * @param version the version, empty for the definition as a whole
   * @param field the field, such as {@code spec.tolerations[].effect}; empty for the version
   * @param attribute what differs, such as {@code enum}; {@code field} for a field of one side only
   * @param ours our value as JSON, {@code null} where we have none
   * @param theirs their value as JSON, {@code null} where they have none
   */
  public record Difference(
      String crd,
      String version,
      String field,
      String attribute,
      @Nullable String ours,
      @Nullable String theirs) {}

  /**
   * The differences of our definitions to theirs of the same names; what only one side has is not
   * compared.
   *
   * @param ours YAML documents
   * @param theirs YAML documents
   */
  public static List<Difference> compare(String ours, String theirs) {
    return compare(definitions(ours), definitions(theirs));
  }

  /** The same for plain trees. */
  public static List<Difference> compare(
      List<Map<String, Object>> ours, List<Map<String, Object>> theirs) {
    Map<String, Map<String, Object>> byName = new LinkedHashMap<>();
    theirs.forEach(definition -> byName.put(name(definition), definition));
    List<Difference> differences = new ArrayList<>();
    for (Map<String, Object> our : ours) {
      Map<String, Object> their = byName.get(name(our));
      if (their != null) {
        CrdComparison comparison = new CrdComparison(name(our));
        comparison.definition(our, their);
        differences.addAll(comparison.differences);
      }
    }
    return List.copyOf(differences);
  }

  /** The names of our definitions that they do not have, in order. */
  public static List<String> missing(String ours, String theirs) {
    List<String> known = definitions(theirs).stream().map(CrdComparison::name).toList();
    return definitions(ours).stream()
        .map(CrdComparison::name)
        .filter(name -> !known.contains(name))
        .sorted()
        .toList();
  }

  /** The definitions among the documents of a text. */
  public static List<Map<String, Object>> definitions(String yaml) {
    return ManifestReader.read("", yaml).documents().stream()
        .filter(Document.Foreign.class::isInstance)
        .map(Document.Foreign.class::cast)
        .filter(document -> document.object().kind().equals("CustomResourceDefinition"))
        .map(Document.Foreign::content)
        .toList();
  }

  private static String name(Map<String, Object> definition) {
    return String.valueOf(map(definition.get("metadata")).get("name"));
  }

  private void definition(Map<String, Object> ours, Map<String, Object> theirs) {
    attribute("", "", TEMPLATE, label(ours), label(theirs));
    Map<String, Object> ourSpec = map(ours.get("spec"));
    Map<String, Object> theirSpec = map(theirs.get("spec"));
    for (String key : keys(ourSpec, theirSpec)) {
      if (key.equals("versions")) {
        versions(versions(ourSpec), versions(theirSpec));
      } else if (key.equals("names")) {
        attributes("", "names.", map(ourSpec.get(key)), map(theirSpec.get(key)));
      } else if (!isDefault(key, ourSpec.get(key), theirSpec.get(key))) {
        attribute("", "", key, ourSpec.get(key), theirSpec.get(key));
      }
    }
  }

  /** What makes upstream's framework add-on pass objects of the kind on. */
  private static @Nullable Object label(Map<String, Object> definition) {
    return map(map(definition.get("metadata")).get("labels")).get(TEMPLATE);
  }

  /** {@code preserveUnknownFields: false} says what is so without it. */
  private static boolean isDefault(String key, @Nullable Object ours, @Nullable Object theirs) {
    return key.equals("preserveUnknownFields")
        && !Boolean.TRUE.equals(ours)
        && !Boolean.TRUE.equals(theirs);
  }

  private static Map<String, Object> versions(Map<String, Object> spec) {
    Map<String, Object> byName = new LinkedHashMap<>();
    if (spec.get("versions") instanceof List<?> versions) {
      versions.forEach(version -> byName.put(String.valueOf(map(version).get("name")), version));
    }
    return byName;
  }

  private void versions(Map<String, Object> ours, Map<String, Object> theirs) {
    for (String version : keys(ours, theirs)) {
      if (!ours.containsKey(version) || !theirs.containsKey(version)) {
        String name = version;
        add(
            version,
            "",
            "version",
            ours.containsKey(version) ? name : null,
            theirs.containsKey(version) ? name : null);
      } else {
        version(version, map(ours.get(version)), map(theirs.get(version)));
      }
    }
  }

  private void version(String version, Map<String, Object> ours, Map<String, Object> theirs) {
    for (String key : keys(ours, theirs)) {
      if (!key.equals("schema")) {
        attribute(version, "", key, ours.get(key), theirs.get(key));
      }
    }
    schema(version, "", root(openApi(ours)), root(openApi(theirs)));
  }

  /** Without the demand for metadata, which every object has. */
  private static Map<String, Object> root(Map<String, Object> schema) {
    Map<String, Object> root = new LinkedHashMap<>(schema);
    if (root.get("required") instanceof List<?> names) {
      root.put("required", names.stream().filter(name -> !name.equals("metadata")).toList());
    }
    return root;
  }

  private static Map<String, Object> openApi(Map<String, Object> version) {
    return map(map(version.get("schema")).get("openAPIV3Schema"));
  }

  private void schema(
      String version, String field, Map<String, Object> ourText, Map<String, Object> theirText) {
    Map<String, Object> ours = enumeration(ourText);
    Map<String, Object> theirs = enumeration(theirText);
    for (String key : keys(ours, theirs)) {
      Object our = ours.get(key);
      Object their = theirs.get(key);
      switch (key) {
        case "properties" -> properties(version, field, map(our), map(their));
        case "items" -> schema(version, field + "[]", map(our), map(their));
        case "additionalProperties" -> values(version, field, our, their);
        default -> attribute(version, field, key, our, their);
      }
    }
  }

  /**
   * An enumeration in one list: definitions made from Go can have two that both hold, and limits
   * that every listed text keeps.
   */
  private static Map<String, Object> enumeration(Map<String, Object> schema) {
    Map<String, Object> plain = new LinkedHashMap<>(schema);
    if (plain.get("allOf") instanceof List<?> parts
        && parts.stream().allMatch(part -> map(part).keySet().equals(Set.of("enum")))) {
      List<Object> values = new ArrayList<>((List<?>) map(parts.getFirst()).get("enum"));
      parts.forEach(part -> values.retainAll((List<?>) map(part).get("enum")));
      plain.remove("allOf");
      plain.put("enum", values);
    }
    if (plain.get("enum") instanceof List<?> values
        && plain.get("minLength") instanceof Long least
        && values.stream().allMatch(value -> value.toString().length() >= least)) {
      plain.remove("minLength");
    }
    return plain;
  }

  /** Any values can be allowed by {@code true} instead of a schema. */
  private void values(
      String version, String field, @Nullable Object ours, @Nullable Object theirs) {
    if (ours instanceof Map && theirs instanceof Map) {
      schema(version, field + "{}", map(ours), map(theirs));
    } else {
      attribute(version, field, "additionalProperties", ours, theirs);
    }
  }

  private void properties(
      String version, String owner, Map<String, Object> ours, Map<String, Object> theirs) {
    Set<String> names = new TreeSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    for (String name : names) {
      String field = owner.isEmpty() ? name : owner + "." + name;
      if (ours.containsKey(name) && theirs.containsKey(name)) {
        schema(version, field, map(ours.get(name)), map(theirs.get(name)));
      } else {
        Object our = map(ours.get(name)).get("type");
        Object their = map(theirs.get(name)).get("type");
        add(version, field, "field", our, their);
      }
    }
  }

  private void attributes(
      String version, String prefix, Map<String, Object> ours, Map<String, Object> theirs) {
    for (String key : keys(ours, theirs)) {
      if (SETS.contains(key)) {
        attribute(version, "", key, ours.get(key), theirs.get(key));
      } else {
        attribute(version, "", prefix + key, ours.get(key), theirs.get(key));
      }
    }
  }

  private void attribute(
      String version,
      String field,
      String attribute,
      @Nullable Object ours,
      @Nullable Object theirs) {
    boolean equal =
        SETS.contains(attribute) && ours instanceof List<?> a && theirs instanceof List<?> b
            ? new HashSet<>(a).equals(new HashSet<>(b))
            : Objects.equals(plain(ours), plain(theirs));
    if (!equal) {
      add(version, field, attribute, ours, theirs);
    }
  }

  /** Without descriptions, and with all integers of one type. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((k, v) -> copy.put((String) k, plain(v)));
        copy.remove("description");
        yield copy;
      }
      case List<?> list -> list.stream().map(CrdComparison::plain).toList();
      case Integer number -> number.longValue();
      case null -> null;
      default -> value;
    };
  }

  private void add(
      String version,
      String field,
      String attribute,
      @Nullable Object ours,
      @Nullable Object theirs) {
    differences.add(new Difference(crd, version, field, attribute, json(ours), json(theirs)));
  }

  private static @Nullable String json(@Nullable Object value) {
    return value == null ? null : JsonWriter.line(value);
  }

  private static Set<String> keys(Map<String, Object> ours, Map<String, Object> theirs) {
    Set<String> keys = new TreeSet<>(ours.keySet());
    keys.addAll(theirs.keySet());
    keys.remove("description");
    return keys;
  }

  private static Map<String, Object> map(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Map.of();
    }
    @SuppressWarnings("unchecked") // trees of manifests have texts as keys
    Map<String, Object> tree = (Map<String, Object>) map;
    return tree;
  }
}
