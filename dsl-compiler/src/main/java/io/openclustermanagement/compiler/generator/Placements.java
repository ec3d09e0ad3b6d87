package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The placements of a generator: given ones, those of files, and those that it makes from selectors
 * ({@code createPlacement} of the plugin).
 */
final class Placements {
  private static final Set<String> PLACEMENT_KINDS = Set.of("Placement", "PlacementRule");
  private static final String TAINTS = "cluster.open-cluster-management.io/";

  private static final List<String> RULE_FIELDS =
      List.of("clusterSelectors", "clusterSelector", "placementRulePath", "placementRuleName");

  private final JsonObject policyDefault;
  private final String namespace;
  private final ManifestGroups files;
  private final List<JsonObject> objects = new ArrayList<>();
  private final Map<JsonObject, String> bySelector = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> fromFiles = new HashSet<>();

  /**
   * @param policyDefault {@code policyDefaults.placement}
   */
  Placements(JsonObject policyDefault, String namespace, ManifestGroups files) {
    this.policyDefault = policyDefault;
    this.namespace = namespace;
    this.files = files;
  }

  /** What was made, in order. */
  List<JsonObject> objects() {
    return objects;
  }

  /**
   * The name of a placement, which is made if need be.
   *
   * @param own the {@code placement} of a policy or a set
   * @param fallback the {@code placement} of the defaults
   * @param user the name of the policy or set
   */
  String name(JsonObject own, JsonObject fallback, String user, String pointer) throws Refusal {
    JsonObject chosen = chosen(own, fallback);
    if (RULE_FIELDS.stream().anyMatch(field -> says(chosen, field))) {
      throw new Refusal(pointer, "a PlacementRule is deprecated; use a Placement");
    }
    requireOne(chosen, pointer);
    String given = chosen.text("placementName").orElse("");
    if (!given.isEmpty()) {
      return given;
    }
    String path = chosen.text("placementPath").orElse("");
    return path.isEmpty() ? made(chosen, fallback, user, pointer) : read(path, pointer);
  }

  /** The own choice, or that of the defaults: a path before a name before a selector. */
  private static JsonObject chosen(JsonObject own, JsonObject fallback) {
    List<String> choices = List.of("placementPath", "placementName", "labelSelector");
    if (choices.stream().anyMatch(each -> says(own, each))
        || RULE_FIELDS.stream().anyMatch(each -> says(own, each))) {
      return own;
    }
    for (String choice : List.of("placementPath", "placementName", "labelSelector")) {
      JsonValue value = fallback.get(choice);
      if (value != null && says(fallback, choice)) {
        return own.with(choice, value);
      }
    }
    for (String field : RULE_FIELDS) {
      JsonValue value = fallback.get(field);
      if (value != null && says(fallback, field)) {
        return own.with(field, value);
      }
    }
    return own;
  }

  private static boolean says(JsonObject placement, String field) {
    return !placement.text(field).orElse("").isEmpty() || !placement.object(field).isEmpty();
  }

  private static void requireOne(JsonObject chosen, String pointer) throws Refusal {
    long count =
        List.of("placementPath", "placementName", "labelSelector").stream()
            .filter(each -> says(chosen, each))
            .count();
    if (count > 1) {
      throw new Refusal(pointer, "it has more than one of a selector, a path and a name");
    }
  }

  private String read(String path, String pointer) throws Refusal {
    JsonObject placement = files.first(path, PLACEMENT_KINDS, pointer);
    if (!placement.text("kind").orElse("").equals(Placement.KIND)) {
      throw new Refusal(pointer, "`%s` has a PlacementRule, not a Placement".formatted(path));
    }
    JsonObject metadata = placement.object("metadata");
    String name = metadata.text("name").orElse("");
    if (name.isEmpty() || !metadata.text("namespace").orElse("").equals(namespace)) {
      throw new Refusal(
          pointer,
          "the placement of `%s` is not in the namespace \"%s\"".formatted(path, namespace));
    }
    if (fromFiles.add(name)) {
      add(name, placement, pointer);
    }
    return name;
  }

  private String made(JsonObject chosen, JsonObject fallback, String user, String pointer)
      throws Refusal {
    JsonObject selector = selector(chosen.object("labelSelector"), pointer);
    String own = chosen.text("name").orElse("");
    String common =
        fallback
            .text("name")
            .filter(text -> !text.isEmpty())
            .or(() -> policyDefault.text("name"))
            .orElse("");
    String name = own;
    if (own.isEmpty() && common.isEmpty()) {
      name = "placement-" + user;
    } else if (own.isEmpty()) {
      String known = bySelector.get(selector);
      if (known != null) {
        return known;
      }
      name = bySelector.isEmpty() ? common : common + (bySelector.size() + 1);
    }
    bySelector.put(selector, name);
    add(name, placement(name, selector), pointer);
    return name;
  }

  private void add(String name, JsonObject placement, String pointer) throws Refusal {
    if (!names.add(name)) {
      throw new Refusal(pointer, "two placements would be called `%s`".formatted(name));
    }
    objects.add(placement);
  }

  private JsonObject placement(String name, JsonObject selector) {
    JsonObject spec =
        Json.object(
            "predicates",
            List.of(
                Json.object(
                    "requiredClusterSelector", Json.object("labelSelector", selector.toTree()))),
            "tolerations",
            List.of(
                Json.object("key", TAINTS + "unavailable", "operator", "Exists"),
                Json.object("key", TAINTS + "unreachable", "operator", "Exists")));
    return Json.object(
            "apiVersion",
            Placement.API_VERSION,
            "kind",
            Placement.KIND,
            "metadata",
            Json.object("name", name, "namespace", namespace))
        .with("spec", spec);
  }

  /** A label selector as it stands, or a map of labels, in which an empty text means any value. */
  private static JsonObject selector(JsonObject selector, String pointer) throws Refusal {
    boolean whole =
        !selector.isEmpty()
            && Set.of("matchLabels", "matchExpressions").containsAll(selector.fields().keySet())
            && selector.fields().values().stream().noneMatch(JsonString.class::isInstance);
    if (whole) {
      return selector;
    }
    List<JsonValue> expressions = new ArrayList<>();
    for (Map.Entry<String, JsonValue> each : new TreeMap<>(selector.fields()).entrySet()) {
      if (!(each.getValue() instanceof JsonString(String value))) {
        throw new Refusal(pointer, "it is neither a label selector nor a map of labels");
      }
      expressions.add(expression(each.getKey(), value));
    }
    return JsonObject.EMPTY.with("matchExpressions", new JsonArray(expressions));
  }

  private static JsonObject expression(String label, String value) {
    return value.isEmpty()
        ? Json.object("key", label, "operator", "Exists")
        : Json.object("key", label, "operator", "In", "values", List.of(value));
  }
}
