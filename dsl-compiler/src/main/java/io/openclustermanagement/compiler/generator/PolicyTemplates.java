package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.PolicyApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The {@code policy-templates} of one policy ({@code getPolicyTemplates} of the plugin). */
final class PolicyTemplates {
  private static final String SEVERITY = PolicyApi.GROUP + "/severity";
  private static final List<String> READY_MADE =
      List.of("object-templates", "object-templates-raw");

  private final Layers policy;
  private final String name;
  private final String pointer;
  private final Dependencies dependencies;
  private final ManifestGroups groups;
  private final List<JsonObject> templates = new ArrayList<>();
  private final List<JsonValue> consolidated = new ArrayList<>();
  private final boolean ordered;
  private final boolean consolidates;
  private final boolean wrapsGatekeeper;

  /**
   * @param policy the options of the policy over those of {@code policyDefaults}
   * @param pointer where the policy stands
   */
  PolicyTemplates(Layers policy, String pointer, Dependencies dependencies, ManifestGroups groups) {
    this.policy = policy;
    this.name = policy.own().text("name").orElse("");
    this.pointer = pointer;
    this.dependencies = dependencies;
    this.groups = groups;
    this.ordered = policy.flag("orderManifests", false);
    this.consolidates = consolidates();
    this.wrapsGatekeeper = policy.flag("informGatekeeperPolicies", true);
  }

  private boolean consolidates() {
    if (policy.own().get("consolidateManifests") instanceof JsonBoolean(boolean own)) {
      return own;
    }
    return !ordered && policy.flag("consolidateManifests", true);
  }

  List<JsonObject> templates() throws Refusal {
    if (ordered && consolidates) {
      throw new Refusal(pointer, "it orders its manifests and consolidates them");
    }
    List<JsonObject> entries =
        Layers.objects(Objects.requireNonNullElse(policy.own().get("manifests"), JsonArray.EMPTY));
    if (entries.isEmpty()) {
      throw new Refusal(pointer, "a policy needs `manifests`");
    }
    List<List<JsonObject>> manifests = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String place = pointer + "/manifests/" + i;
      List<JsonObject> group = groups.read(entries.get(i), place);
      manifests.add(group);
      wrap(group, policy.under(entries.get(i)), place);
    }
    if (!consolidated.isEmpty()) {
      JsonObject content = JsonObject.EMPTY.with("object-templates", new JsonArray(consolidated));
      templates.add(options(configuration(name, content, policy), policy, pointer));
    }
    if (templates.isEmpty()) {
      throw new Refusal(pointer, "no file of it has a manifest");
    }
    for (int i = 0; i < entries.size(); i++) {
      expand(manifests.get(i), policy.under(entries.get(i)), pointer + "/manifests/" + i);
    }
    return ordered ? inOrder() : templates;
  }

  // Manifests.

  private void wrap(List<JsonObject> group, Layers options, String place) throws Refusal {
    if (consolidates) {
      requireSameOptions(options, place);
    }
    for (JsonObject manifest : group) {
      if (READY_MADE.stream().anyMatch(manifest.fields()::containsKey)) {
        readyMade(manifest, options, place, group.size());
      } else if (isTemplate(manifest, place)) {
        template(manifest, options, place);
      } else {
        JsonObject object = objectTemplate(manifest, options);
        if (consolidates) {
          requireNoName(options, place);
          consolidated.add(object);
        } else {
          JsonArray list = new JsonArray(List.of(object));
          add(JsonObject.EMPTY.with("object-templates", list), options, place, group.size());
        }
      }
    }
  }

  /** A file that has nothing but object templates or a text that yields them. */
  private void readyMade(JsonObject manifest, Layers options, String place, int size)
      throws Refusal {
    boolean alone =
        size == 1
            && !(policy.own().get("manifests") instanceof JsonArray all && all.items().size() > 1);
    if (manifest.fields().size() > 1 || (consolidates && !alone)) {
      throw new Refusal(
          place, "how the generator names this template among others depends on its version");
    }
    add(manifest, options, place, size);
  }

  private void add(JsonObject content, Layers options, String place, int size) throws Refusal {
    if (size > 1 || consolidates) {
      requireNoName(options, place);
    }
    String given = options.own().text("name").orElse("");
    int number = templates.size() + 1;
    String numbered = number > 1 ? name + number : name;
    String chosen = given.isEmpty() ? numbered : given;
    templates.add(options(configuration(chosen, content, options), options, place));
  }

  private static void requireNoName(Layers options, String place) throws Refusal {
    if (!options.own().text("name").orElse("").isEmpty()) {
      throw new Refusal(place + "/name", "it would name a template of several manifests");
    }
  }

  /** Whether a manifest is a template of a policy by itself, and not an object to compare with. */
  private boolean isTemplate(JsonObject manifest, String place) throws Refusal {
    String apiVersion = manifest.text("apiVersion").orElse("");
    String kind = manifest.text("kind").orElse("");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      throw new Refusal(place, "a manifest has no `apiVersion` or no `kind`");
    }
    if (isOcm(manifest) && kind.equals("Policy")) {
      throw new Refusal(place, "a `Policy` cannot be part of another");
    }
    boolean template =
        (isOcm(manifest) && kind.endsWith("Policy"))
            || (isGatekeeper(manifest) && !wrapsGatekeeper);
    if (template && manifest.object("metadata").text("name").isEmpty()) {
      throw new Refusal(place, "a manifest has no `metadata.name`");
    }
    return template;
  }

  private static boolean isOcm(JsonObject manifest) {
    return manifest.text("apiVersion").orElse("").startsWith(PolicyApi.GROUP);
  }

  private static boolean isGatekeeper(JsonObject manifest) {
    String apiVersion = manifest.text("apiVersion").orElse("");
    return apiVersion.startsWith("constraints.gatekeeper.sh")
        || (apiVersion.startsWith("templates.gatekeeper.sh")
            && manifest.text("kind").orElse("").equals("ConstraintTemplate"));
  }

  private void template(JsonObject manifest, Layers options, String place) throws Refusal {
    if (isOcm(manifest)) {
      JsonObject template = JsonObject.EMPTY.with("objectDefinition", manifest);
      templates.add(options(template, options, place));
      return;
    }
    JsonObject metadata = manifest.object("metadata");
    JsonObject annotations =
        metadata
            .object("annotations")
            .with(SEVERITY, new JsonString(policy.text("severity", "low")));
    JsonObject marked = manifest.with("metadata", metadata.with("annotations", annotations));
    String action = options.text("gatekeeperEnforcementAction", "");
    boolean constraint = manifest.text("apiVersion").orElse("").startsWith("constraints.");
    if (!action.isEmpty() && constraint) {
      JsonObject spec = marked.object("spec").with("enforcementAction", new JsonString(action));
      marked = marked.with("spec", spec);
    }
    templates.add(JsonObject.EMPTY.with("objectDefinition", marked));
  }

  private static JsonObject objectTemplate(JsonObject manifest, Layers options) {
    JsonObject template =
        JsonObject.EMPTY
            .with("complianceType", new JsonString(options.text("complianceType", "musthave")))
            .with("objectDefinition", manifest);
    for (String option : List.of("metadataComplianceType", "recordDiff", "recreateOption")) {
      String text = options.text(option, "");
      template = text.isEmpty() ? template : template.with(option, new JsonString(text));
    }
    return options.objectSelector().isPresent()
        ? template.with("objectSelector", options.objectSelector().get())
        : template;
  }

  // Templates.

  private JsonObject configuration(String templateName, JsonObject content, Layers options) {
    JsonObject spec =
        content
            .with("remediationAction", new JsonString(options.text("remediationAction", "inform")))
            .with("severity", new JsonString(options.text("severity", "low")));
    if (!options.evaluationInterval().isEmpty()) {
      spec = spec.with("evaluationInterval", options.evaluationInterval());
    }
    if (options.namespaceSelector().isPresent()) {
      spec = spec.with("namespaceSelector", options.namespaceSelector().get());
    }
    String prune = options.text("pruneObjectBehavior", "");
    spec = prune.isEmpty() ? spec : spec.with("pruneObjectBehavior", new JsonString(prune));
    JsonObject metadata = JsonObject.EMPTY.with("name", new JsonString(templateName));
    JsonValue annotations = policy.value("configurationPolicyAnnotations").orElse(JsonObject.EMPTY);
    if (!annotations.equals(JsonObject.EMPTY)) {
      metadata = metadata.with("annotations", annotations);
    }
    JsonObject definition =
        Json.object(
            "apiVersion", ConfigurationPolicy.API_VERSION, "kind", ConfigurationPolicy.KIND);
    return JsonObject.EMPTY.with(
        "objectDefinition", definition.with("metadata", metadata).with("spec", spec));
  }

  private JsonObject options(JsonObject template, Layers options, String place) throws Refusal {
    JsonObject result =
        options.flag("ignorePending", false)
            ? template.with("ignorePending", new JsonBoolean(true))
            : template;
    JsonArray extra = extraDependencies(options, place);
    return extra.items().isEmpty() ? result : result.with("extraDependencies", extra);
  }

  private JsonArray extraDependencies(Layers options, String place) throws Refusal {
    JsonArray extra =
        dependencies.of(options.value("extraDependencies").orElse(JsonNull.NULL), place);
    if (ordered && !extra.items().isEmpty()) {
      throw new Refusal(place, "it orders its manifests and has `extraDependencies`");
    }
    return extra;
  }

  private void requireSameOptions(Layers manifest, String place) throws Refusal {
    boolean same =
        manifest.evaluationInterval().equals(policy.evaluationInterval())
            && manifest.namespaceSelector().equals(policy.namespaceSelector())
            && manifest.flag("ignorePending", false) == policy.flag("ignorePending", false)
            && manifest.value("extraDependencies").equals(policy.value("extraDependencies"));
    for (String option : List.of("pruneObjectBehavior", "remediationAction", "severity")) {
      same &= manifest.text(option, "").equals(policy.text(option, ""));
    }
    if (!same) {
      throw new Refusal(place, "it has options of its own, but `consolidateManifests` is true");
    }
  }

  private void expand(List<JsonObject> group, Layers options, String place) throws Refusal {
    String severity = policy.text("severity", "low");
    List<JsonObject> added = new ArrayList<>();
    if (wrapsGatekeeper) {
      added.addAll(PolicyExpanders.gatekeeper(group, severity));
    }
    if (policy.flag("informKyvernoPolicies", true)) {
      added.addAll(PolicyExpanders.kyverno(group, severity));
    }
    for (JsonObject each : added) {
      templates.add(options(each, options, place));
    }
  }

  /** Each template behind the one before it. */
  private List<JsonObject> inOrder() {
    List<JsonObject> result = new ArrayList<>();
    result.add(templates.getFirst());
    for (int i = 1; i < templates.size(); i++) {
      JsonObject before = templates.get(i - 1).object("objectDefinition");
      JsonObject dependency =
          Json.object(
              "name",
              before.object("metadata").text("name").orElse(""),
              "apiVersion",
              before.text("apiVersion").orElse(""),
              "kind",
              before.text("kind").orElse(""),
              "compliance",
              "Compliant");
      result.add(templates.get(i).with("extraDependencies", new JsonArray(List.of(dependency))));
    }
    return result;
  }
}
