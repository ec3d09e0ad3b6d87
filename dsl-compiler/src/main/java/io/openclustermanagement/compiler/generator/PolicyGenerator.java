package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.cluster.ClusterApi;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyApi;
import io.openclustermanagement.api.policy.PolicySet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Expands a PolicyGenerator as {@code internal/plugin.go} of upstream's plugin does: a Policy for
 * each entry of {@code policies}, a PolicySet for each set, then placements, then a binding for
 * each placement. What the plugin refuses is refused, and so is what Kustomize would have to do.
 */
public final class PolicyGenerator {
  /** The kind. */
  public static final String KIND = "PolicyGenerator";

  private static final List<String> CATEGORIES = List.of("CM Configuration Management");
  private static final List<String> CONTROLS = List.of("CM-2 Baseline Configuration");
  private static final List<String> STANDARDS = List.of("NIST SP 800-53");

  private final JsonObject generator;
  private final JsonObject defaults;
  private final String namespace;
  private final Dependencies dependencies;
  private final ManifestGroups groups;
  private final Placements placements;
  private final List<JsonObject> objects = new ArrayList<>();
  private final Map<String, Set<String>> sets = new LinkedHashMap<>();

  private PolicyGenerator(JsonObject generator, GeneratorFiles files) {
    this.generator = generator;
    this.defaults = generator.object("policyDefaults");
    this.namespace = defaults.text("namespace").orElse("");
    this.dependencies = new Dependencies(namespace);
    this.groups = new ManifestGroups(files);
    this.placements = new Placements(defaults.object("placement"), namespace, groups);
  }

  /** Whether an object is one. */
  public static boolean isOne(JsonObject object) {
    return object.text("kind").orElse("").equals(KIND)
        && object.text("apiVersion").orElse("").equals(PolicyApi.GROUP + "/v1");
  }

  /**
   * What a generator writes, or why that cannot be said exactly.
   *
   * @param generator the whole object
   * @param files what lies beside it
   */
  public static Expansion expand(JsonObject generator, GeneratorFiles files) {
    try {
      GeneratorFields.check(generator);
      return new Expansion.Generated(new PolicyGenerator(generator, files).expand());
    } catch (Refusal e) {
      return new Expansion.Refused(e.pointer(), e.why());
    }
  }

  private List<JsonObject> expand() throws Refusal {
    List<JsonObject> policies = list("policies");
    requireValid(policies);
    readSets(policies);
    policies(policies);
    Map<String, Bound> bound = new TreeMap<>();
    List<JsonObject> setObjects = setObjects();
    placePolicies(policies, bound);
    placeSets(bound);
    objects.addAll(setObjects);
    objects.addAll(placements.objects());
    bindings(bound);
    return objects;
  }

  private List<JsonObject> list(String field) {
    return Layers.objects(Objects.requireNonNullElse(generator.get(field), JsonArray.EMPTY));
  }

  private void requireValid(List<JsonObject> policies) throws Refusal {
    if (namespace.isEmpty()) {
      throw new Refusal("/policyDefaults", "`namespace` must be set");
    }
    if (policies.isEmpty()) {
      throw new Refusal("/policies", "there are no policies");
    }
    requireNames(policies, "/policies/");
    requireNames(list("policySets"), "/policySets/");
  }

  private static void requireNames(List<JsonObject> named, String pointer) throws Refusal {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < named.size(); i++) {
      String name = named.get(i).text("name").orElse("");
      if (name.isEmpty() || !names.add(name)) {
        throw new Refusal(pointer + i, "a name of its own is needed");
      }
    }
  }

  // Policies.

  private Layers options(JsonObject policy) {
    return Layers.of(policy, defaults);
  }

  private void policies(List<JsonObject> policies) throws Refusal {
    boolean ordered = Layers.of(defaults).flag("orderPolicies", false);
    String previous = "";
    for (int i = 0; i < policies.size(); i++) {
      String pointer = "/policies/" + i;
      Layers options = options(policies.get(i));
      List<JsonObject> templates =
          new PolicyTemplates(options, pointer, dependencies, groups).templates();
      JsonArray waits =
          dependencies.of(options.value("dependencies").orElse(JsonNull.NULL), pointer);
      if (ordered && !waits.items().isEmpty()) {
        throw new Refusal(pointer, "`orderPolicies` and `dependencies` exclude each other");
      }
      JsonArray order = previous.isEmpty() ? JsonArray.EMPTY : dependencies.on(previous);
      objects.add(policy(options, templates, ordered ? order : waits));
      previous = options.own().text("name").orElse("");
    }
  }

  private JsonObject policy(Layers options, List<JsonObject> templates, JsonArray waits) {
    JsonObject spec =
        JsonObject.EMPTY
            .with("disabled", new JsonBoolean(options.flag("disabled", false)))
            .with("policy-templates", new JsonArray(List.copyOf(templates)));
    if (!waits.items().isEmpty()) {
      spec = spec.with("dependencies", waits);
    }
    if (!options.flag("copyPolicyMetadata", true)) {
      spec = spec.with("copyPolicyMetadata", new JsonBoolean(false));
    }
    String account = serviceAccount(options);
    if (!account.isEmpty()) {
      spec = spec.with("hubTemplateOptions", Json.object("serviceAccountName", account));
    }
    String action = rootAction(templates);
    spec = action.isEmpty() ? spec : spec.with("remediationAction", new JsonString(action));
    JsonObject metadata =
        metadata(options.own().text("name").orElse("")).with("annotations", annotations(options));
    JsonValue labels = options.value("policyLabels").orElse(JsonObject.EMPTY);
    metadata = labels.equals(JsonObject.EMPTY) ? metadata : metadata.with("labels", labels);
    return object(Policy.API_VERSION, Policy.KIND, metadata).with("spec", spec);
  }

  private static String serviceAccount(Layers options) {
    return options.objects().stream()
        .flatMap(each -> each.object("hubTemplateOptions").text("serviceAccountName").stream())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static JsonObject annotations(Layers options) {
    JsonObject annotations =
        options.value("policyAnnotations").orElse(JsonNull.NULL) instanceof JsonObject given
            ? given
            : JsonObject.EMPTY;
    return annotations
        .with(PolicyApi.GROUP + "/categories", joined(options.texts("categories", CATEGORIES)))
        .with(PolicyApi.GROUP + "/controls", joined(options.texts("controls", CONTROLS)))
        .with(PolicyApi.GROUP + "/standards", joined(options.texts("standards", STANDARDS)))
        .with(PolicyApi.GROUP + "/description", new JsonString(options.text("description", "")));
  }

  private static JsonString joined(List<String> texts) {
    return new JsonString(String.join(",", texts));
  }

  /** The action on which all templates agree that have one; empty if they do not. */
  private static String rootAction(List<JsonObject> templates) {
    List<String> actions =
        templates.stream()
            .flatMap(
                each ->
                    each
                        .object("objectDefinition")
                        .object("spec")
                        .text("remediationAction")
                        .stream())
            .distinct()
            .toList();
    return actions.size() == 1 ? actions.getFirst() : "";
  }

  // Sets.

  private void readSets(List<JsonObject> policies) {
    for (JsonObject set : list("policySets")) {
      JsonValue members = Objects.requireNonNullElse(set.get("policies"), JsonArray.EMPTY);
      sets.put(set.text("name").orElse(""), new TreeSet<>(Layers.texts(members)));
    }
    for (JsonObject policy : policies) {
      for (String set : options(policy).texts("policySets", List.of())) {
        sets.computeIfAbsent(set, _ -> new TreeSet<>()).add(policy.text("name").orElse(""));
      }
    }
  }

  private JsonObject set(String name) {
    return list("policySets").stream()
        .filter(each -> each.text("name").orElse("").equals(name))
        .findFirst()
        .orElse(JsonObject.EMPTY);
  }

  private List<JsonObject> setObjects() {
    List<JsonObject> written = new ArrayList<>();
    sets.forEach(
        (name, members) ->
            written.add(
                object(PolicySet.API_VERSION, PolicySet.KIND, metadata(name))
                    .with(
                        "spec",
                        Json.object(
                            "description",
                            set(name).text("description").orElse(""),
                            "policies",
                            List.copyOf(members)))));
    return written;
  }

  // Placements and bindings.

  /** The policies and sets that one placement places. */
  private record Bound(List<String> policies, List<String> sets) {
    Bound() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private void placePolicies(List<JsonObject> policies, Map<String, Bound> bound) throws Refusal {
    for (int i = 0; i < policies.size(); i++) {
      Layers options = options(policies.get(i));
      String name = options.own().text("name").orElse("");
      boolean inSet = sets.values().stream().anyMatch(members -> members.contains(name));
      boolean placed = !inSet && options.flag("generatePolicyPlacement", true);
      if (placed || options.flag("generatePlacementWhenInSet", false)) {
        String placement =
            placements.name(
                options.own().object("placement"),
                defaults.object("placement"),
                name,
                "/policies/" + i + "/placement");
        bound.computeIfAbsent(placement, _ -> new Bound()).policies().add(name);
      }
    }
  }

  private void placeSets(Map<String, Bound> bound) throws Refusal {
    JsonObject setDefaults = generator.object("policySetDefaults");
    for (String name : sets.keySet()) {
      JsonObject own = set(name);
      if (Layers.of(own, setDefaults).flag("generatePolicySetPlacement", true)) {
        String placement =
            placements.name(
                own.object("placement"), setDefaults.object("placement"), name, "/policySets");
        bound.computeIfAbsent(placement, _ -> new Bound()).sets().add(name);
      }
    }
  }

  private void bindings(Map<String, Bound> bound) throws Refusal {
    String common = generator.object("placementBindingDefaults").text("name").orElse("");
    int count = 0;
    for (Map.Entry<String, Bound> each : bound.entrySet()) {
      Bound users = each.getValue();
      boolean single = users.policies().size() + users.sets().size() == 1;
      if (!single && common.isEmpty()) {
        throw new Refusal(
            "/placementBindingDefaults",
            "`name` must be set, because the placement `%s` has several users"
                .formatted(each.getKey()));
      }
      count += single ? 0 : 1;
      String only = users.policies().isEmpty() ? "" : users.policies().getFirst();
      only = only.isEmpty() ? users.sets().getFirst() : only;
      String name = single ? "binding-" + only : count == 1 ? common : common + count;
      objects.add(binding(name, each.getKey(), users));
    }
  }

  private JsonObject binding(String name, String placement, Bound users) {
    List<JsonValue> subjects = new ArrayList<>();
    users.policies().forEach(each -> subjects.add(subject(Policy.KIND, each)));
    users.sets().forEach(each -> subjects.add(subject(PolicySet.KIND, each)));
    return object(PlacementBinding.API_VERSION, PlacementBinding.KIND, metadata(name))
        .with(
            "placementRef",
            Json.object("apiGroup", ClusterApi.GROUP, "kind", "Placement", "name", placement))
        .with("subjects", new JsonArray(subjects));
  }

  private static JsonObject subject(String kind, String name) {
    return Json.object("apiGroup", PolicyApi.GROUP, "kind", kind, "name", name);
  }

  private JsonObject metadata(String name) {
    return Json.object("name", name, "namespace", namespace);
  }

  private static JsonObject object(String apiVersion, String kind, JsonObject metadata) {
    return Json.object("apiVersion", apiVersion, "kind", kind).with("metadata", metadata);
  }
}
