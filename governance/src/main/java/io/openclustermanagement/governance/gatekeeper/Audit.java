package io.openclustermanagement.governance.gatekeeper;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.JsonItems;
import io.openclustermanagement.governance.rego.RegoException;
import io.openclustermanagement.governance.rego.RegoQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Gatekeeper's audit would find: the template of a constraint evaluated on every object that
 * the constraint is about. Other than Gatekeeper, which has to be told what to keep, it sees all
 * objects of the cluster in {@code data.inventory}.
 *
 * @param violations sorted by object
 * @param undecided namespaces of which the labels would decide, but are not known
 */
record Audit(List<Violation> violations, Set<String> undecided) {

  /**
   * Audits the objects of a cluster.
   *
   * @throws RegoException if the template gives no answer, or one that Gatekeeper would not take
   */
  static Audit of(
      JsonObject constraint, ConstraintProgram program, RegoQuery query, Inventory inventory)
      throws RegoException {
    JsonObject spec = constraint.object("spec");
    Match match = new Match(spec.object("match"), inventory);
    List<GenericObject> meant = new ArrayList<>();
    Set<String> undecided = new TreeSet<>();
    for (GenericObject object :
        inventory.objects().flatMap(each -> GenericObject.of(each).stream()).toList()) {
      switch (match.matches(object)) {
        case YES -> meant.add(object);
        case UNKNOWN -> undecided.add(object.namespace().orElse(""));
        case NO -> {
          continue;
        }
      }
    }
    if (meant.isEmpty()) {
      return new Audit(List.of(), undecided);
    }
    List<JsonValue> reviews = meant.stream().map(each -> review(each, match)).toList();
    JsonObject input =
        JsonObject.EMPTY
            .with("parameters", spec.object("parameters"))
            .with("reviews", new JsonArray(reviews))
            .with("inventory", program.usesInventory() ? tree(inventory) : JsonObject.EMPTY);
    return new Audit(violations(query.evaluate(input), meant), undecided);
  }

  /** An object as the webhook would get it; audits know no user and no operation. */
  private static JsonValue review(GenericObject object, Match match) {
    Map<String, JsonValue> review = new LinkedHashMap<>();
    review.put("uid", new JsonString(""));
    review.put("kind", kind(object));
    review.put("resource", kind("", "", "resource", ""));
    object.name().ifPresent(name -> review.put("name", new JsonString(name)));
    object.namespace().ifPresent(name -> review.put("namespace", new JsonString(name)));
    review.put("operation", new JsonString(""));
    review.put("userInfo", JsonObject.EMPTY);
    review.put("object", object.content());
    review.put("oldObject", JsonNull.NULL);
    review.put("options", JsonNull.NULL);
    match
        .namespaceOf(object)
        .ifPresent(each -> review.put("_unstable", JsonObject.EMPTY.with("namespace", each)));
    return new JsonObject(review);
  }

  private static JsonObject kind(GenericObject object) {
    String group = Match.group(object);
    String version = object.apiVersion().substring(group.isEmpty() ? 0 : group.length() + 1);
    return kind(group, version, "kind", object.kind());
  }

  private static JsonObject kind(String group, String version, String field, String name) {
    return JsonObject.EMPTY
        .with("group", new JsonString(group))
        .with("version", new JsonString(version))
        .with(field, new JsonString(name));
  }

  /**
   * {@code cluster[groupVersion][kind][name]} and {@code namespace[ns][groupVersion][kind][name]}.
   */
  private static JsonObject tree(Inventory inventory) {
    Map<String, Object> cluster = new LinkedHashMap<>();
    Map<String, Object> namespaces = new LinkedHashMap<>();
    inventory
        .objects()
        .flatMap(each -> GenericObject.of(each).stream())
        .forEach(
            object -> {
              Map<String, Object> scope =
                  object.namespace().map(name -> child(namespaces, name)).orElse(cluster);
              child(child(scope, object.apiVersion()), object.kind())
                  .put(object.name().orElse(""), object.content());
            });
    return JsonObject.of(Map.of("cluster", cluster, "namespace", namespaces));
  }

  @SuppressWarnings("unchecked") // only maps are put there
  private static Map<String, Object> child(Map<String, Object> parent, String name) {
    return (Map<String, Object>) parent.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  private static List<Violation> violations(JsonValue answer, List<GenericObject> reviewed)
      throws RegoException {
    if (!(answer instanceof JsonObject object)
        || !(object.get("reviewed") instanceof JsonInteger(long count))
        || count != reviewed.size()) {
      throw new RegoException("The evaluation did not answer for all objects.");
    }
    List<Violation> violations = new ArrayList<>();
    for (JsonObject each : JsonItems.objects(object, "violations")) {
      violations.add(violation(each, reviewed));
    }
    violations.sort(
        Comparator.comparing((Violation each) -> each.object().kind())
            .thenComparing(each -> each.object().namespace().orElse(""))
            .thenComparing(each -> each.object().name().orElse(""))
            .thenComparing(Violation::message));
    return violations;
  }

  private static Violation violation(JsonObject result, List<GenericObject> reviewed)
      throws RegoException {
    if (result.get("review") instanceof JsonInteger(long index)
        && index >= 0
        && index < reviewed.size()
        && result.object("violation").get("msg") instanceof JsonString(String message)) {
      return new Violation(reviewed.get((int) index), message);
    }
    throw new RegoException("A `violation` of the template has no text `msg`.");
  }
}
