package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.BindingOverrides;
import io.openclustermanagement.api.policy.BindingSubject;
import io.openclustermanagement.api.policy.ComplianceState;
import io.openclustermanagement.api.policy.OverrideAction;
import io.openclustermanagement.api.policy.PlacementApiGroup;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.PlacementKind;
import io.openclustermanagement.api.policy.PlacementReference;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.policy.PolicySetExclusion;
import io.openclustermanagement.api.policy.PolicySetSpec;
import io.openclustermanagement.api.policy.PolicySpec;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.policy.SubFilter;
import io.openclustermanagement.api.policy.SubjectApiGroup;
import io.openclustermanagement.api.policy.SubjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random policies with templates of all sorts, their sets and bindings. */
final class RandomPolicies {
  private static final String NAMESPACE = "acme";
  private static final String GROUP = "policy.open-cluster-management.io";
  private static final List<String> NAMES =
      List.of("a", "web.eu", "10-x", "import", "policy", "b2");

  private static final List<String> TEXTS =
      List.of(
          "",
          "plain",
          "{{ fromConfigMap \"a\" \"b\" \"c\" }}",
          "{{hub .ManagedClusterName hub}}",
          "${cluster.name}",
          "$",
          "a\nb\n",
          "\"quoted\" \\ \t",
          "512Mi",
          "true",
          "é😀");

  private final Random random;

  RandomPolicies(long seed) {
    this.random = new Random(seed);
  }

  List<KubernetesObject> objects() {
    List<KubernetesObject> objects = new ArrayList<>();
    List<String> policies = some(NAMES);
    policies.forEach(name -> objects.add(policy(name)));
    List<String> sets = some(NAMES);
    sets.forEach(name -> objects.add(set(name, policies)));
    some(NAMES).forEach(name -> objects.add(binding(name, policies, sets)));
    objects.add(new Placement(ObjectMeta.named(NAMESPACE, "all"), PlacementSpec.EMPTY, null));
    return objects;
  }

  private Policy policy(String name) {
    Map<String, String> annotations = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      annotations.put(GROUP + "/standards", pick(List.of("NIST", "NIST,PCI", "", "A, A")));
      annotations.put(GROUP + "/categories", pick(List.of("CM", "CM, AC,SC", "")));
      annotations.put(GROUP + "/controls", pick(List.of("CM-2 Baseline", "a, b", " x ,y")));
    }
    if (random.nextBoolean()) {
      annotations.put("note", pick(TEXTS));
    }
    ObjectMeta metadata =
        ObjectMeta.of(NAMESPACE, name, random.nextBoolean() ? Map.of("tier", "a") : Map.of())
            .withAnnotations(annotations);
    List<PolicyTemplate> templates = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      templates.add(
          new PolicyTemplate(template(name + "-" + i), dependencies(), maybe(Boolean.TRUE)));
    }
    return new Policy(
        metadata,
        new PolicySpec(
            random.nextBoolean(),
            maybe(random.nextBoolean()),
            maybe(pick(List.of(RemediationAction.values()))),
            templates,
            dependencies(),
            null),
        null);
  }

  private List<PolicyDependency> dependencies() {
    return random.nextInt(3) > 0
        ? List.of()
        : List.of(
            new PolicyDependency(
                GROUP + "/v1",
                "Policy",
                pick(NAMES),
                maybe(NAMESPACE),
                pick(List.of(ComplianceState.values()))));
  }

  private JsonObject template(String name) {
    Map<String, Object> spec = new LinkedHashMap<>();
    return switch (random.nextInt(5)) {
      case 0 -> {
        spec.put("complianceType", "musthave");
        spec.put("upgradeApproval", "None");
        spec.put("subscription", Map.of("name", pick(TEXTS)));
        yield object(GROUP + "/v1beta1", "OperatorPolicy", name, spec);
      }
      case 1 -> object("constraints.gatekeeper.sh/v1beta1", "Deny", name, Map.of("x", pick(TEXTS)));
      default -> {
        configuration(spec);
        yield object(GROUP + "/v1", "ConfigurationPolicy", name, spec);
      }
    };
  }

  private void configuration(Map<String, Object> spec) {
    put(spec, "remediationAction", List.of("inform", "Enforce", "enforce"));
    put(spec, "severity", List.of("low", "High", "critical"));
    put(spec, "pruneObjectBehavior", List.of("None", "DeleteAll", "DeleteIfCreated"));
    rarely(
        spec,
        "evaluationInterval",
        pick(
            List.of(
                Map.of("compliant", "10m"),
                Map.of("compliant", "10m", "noncompliant", "10m"),
                Map.of("compliant", "never", "noncompliant", "never"),
                Map.of("compliant", "90s", "noncompliant", "90s"))));
    put(spec, "customMessage", List.of(Map.of("noncompliant", "x {{ .DefaultMessage }}")));
    put(
        spec,
        "namespaceSelector",
        List.of(
            Map.of("include", List.of("team-*"), "exclude", List.of("team-x")),
            Map.of("matchLabels", Map.of("a", "b")),
            Map.of("include", List.of("*"), "terminatingInclusion", "Default")));
    if (random.nextInt(5) == 0) {
      spec.put("object-templates-raw", pick(List.of("{{ if true }}\n- a: b\n{{ end }}\n", "  x")));
    } else {
      List<Object> templates = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        templates.add(objectTemplate());
      }
      spec.put("object-templates", templates);
    }
  }

  private Map<String, Object> objectTemplate() {
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("complianceType", pick(List.of("musthave", "MustOnlyHave", "mustnothave")));
    rarely(template, "metadataComplianceType", pick(List.of("musthave", "mustonlyhave")));
    put(template, "recreateOption", List.of("None", "Always", "IfRequired"));
    rarely(template, "recordDiff", "Log");
    put(template, "objectSelector", List.of(Map.of("matchLabels", Map.of("app", "web"))));
    template.put("objectDefinition", definition().toTree());
    return template;
  }

  private JsonObject definition() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("key", pick(TEXTS));
    body.put("other.key/x", pick(TEXTS));
    return switch (random.nextInt(4)) {
      case 0 -> object("v1", "ConfigMap", pick(NAMES), Map.of()).with("data", JsonObject.of(body));
      case 1 -> object("example.com/v1", "Thing", "t", Map.of("n", -1L, "f", 1.5, "b", true));
      case 2 ->
          JsonObject.of(
              Map.of("apiVersion", "v1", "kind", "Pod", "status", Map.of("phase", pick(TEXTS))));
      default -> object("apps/v1", "Deployment", "web", Map.of("replicas", 3L));
    };
  }

  private static JsonObject object(
      String apiVersion, String kind, String name, Map<String, ?> spec) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", apiVersion);
    object.put("kind", kind);
    object.put("metadata", Map.of("name", name));
    if (!spec.isEmpty()) {
      object.put("spec", spec);
    }
    return JsonObject.of(object);
  }

  private PolicySet set(String name, List<String> policies) {
    List<String> members = some(policies.isEmpty() ? NAMES : policies);
    return new PolicySet(
        ObjectMeta.named(NAMESPACE, name),
        new PolicySetSpec(maybe(pick(TEXTS)), members, exclusions(members)),
        null);
  }

  private List<PolicySetExclusion> exclusions(List<String> members) {
    return members.isEmpty() || random.nextInt(5) > 0
        ? List.of()
        : List.of(new PolicySetExclusion(pick(members), List.of("eu-1"), maybe("legacy")));
  }

  private PlacementBinding binding(String name, List<String> policies, List<String> sets) {
    List<BindingSubject> subjects = new ArrayList<>();
    policies.forEach(each -> subjects.add(subject(SubjectKind.POLICY, each)));
    sets.forEach(each -> subjects.add(subject(SubjectKind.POLICY_SET, each)));
    if (subjects.isEmpty()) {
      subjects.add(subject(SubjectKind.POLICY, "missing"));
    }
    boolean rule = random.nextInt(6) == 0;
    return new PlacementBinding(
        ObjectMeta.named(NAMESPACE, name),
        maybe(new BindingOverrides(maybe(OverrideAction.ENFORCE))),
        maybe(SubFilter.RESTRICTED),
        new PlacementReference(
            rule ? PlacementApiGroup.APPS : PlacementApiGroup.CLUSTER,
            rule ? PlacementKind.PLACEMENT_RULE : PlacementKind.PLACEMENT,
            pick(List.of("all", "all", "missing"))),
        subjects,
        null);
  }

  private static BindingSubject subject(SubjectKind kind, String name) {
    return new BindingSubject(SubjectApiGroup.POLICY, kind, name);
  }

  private void put(Map<String, Object> map, String key, List<?> values) {
    if (random.nextInt(3) == 0) {
      map.put(key, pick(values));
    }
  }

  private void rarely(Map<String, Object> map, String key, Object value) {
    if (random.nextInt(10) == 0) {
      map.put(key, value);
    }
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private <T> List<T> some(List<T> all) {
    return all.stream().filter(_ -> random.nextInt(3) == 0).toList();
  }

  private <T> T pick(List<? extends T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
