package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.policy.ComplianceType;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.ObjectTemplate;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.ResourceKind;
import io.openclustermanagement.governance.compare.ObjectComparison;
import io.openclustermanagement.governance.compare.Strictness;
import io.openclustermanagement.governance.configuration.DefinitionResolver.Resolution;
import io.openclustermanagement.governance.configuration.DefinitionResolver.Surroundings;
import io.openclustermanagement.governance.configuration.DefinitionResolver.Target;
import io.openclustermanagement.governance.configuration.Finding.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a template is about ({@code determineDesiredObjects} in {@code
 * controllers/configurationpolicy_controller.go}).
 *
 * @param objects as they are wanted, each with its name and namespace if it has one
 * @param kind of the objects; null if the cluster does not serve it
 * @param problem what is said instead of judging objects; null if there are some
 * @param sensitive whether a template read secrets
 */
record DesiredObjects(
    List<JsonObject> objects,
    @Nullable ResourceKind kind,
    @Nullable Event problem,
    boolean sensitive) {

  /**
   * The objects that a template is about.
   *
   * @param index of the template in the policy
   */
  static DesiredObjects of(
      ConfigurationPolicy policy,
      CompiledTemplate template,
      int index,
      Inventory inventory,
      Surroundings surroundings) {
    JsonObject definition = template.template().objectDefinition();
    String apiVersion = definition.text("apiVersion").orElse("");
    String kind = definition.text("kind").orElse("");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      return problem(
          null,
          "K8s decode object definition error",
          "The kind and apiVersion fields are required on the object template at index %d in policy %s"
              .formatted(index, policy.metadata().name()));
    }
    Optional<ResourceKind> resource = inventory.resource(apiVersion, kind);
    if (resource.isEmpty()) {
      return problem(
          null,
          "K8s error",
          "couldn't find mapping resource with kind %s in API version %s, please check if you have CRD deployed"
              .formatted(kind, apiVersion));
    }
    return new Search(policy, template, resource.get(), inventory, surroundings).run();
  }

  private static DesiredObjects problem(
      @Nullable ResourceKind kind, String reason, String message) {
    return new DesiredObjects(List.of(), kind, new Event(false, reason, message), false);
  }

  private static final class Search {
    private final ConfigurationPolicy policy;
    private final ObjectTemplate template;
    private final ResourceKind kind;
    private final Inventory inventory;
    private final DefinitionResolver resolver;
    private final Surroundings surroundings;
    private final JsonObject definition;
    private final String name;
    private final String namespace;
    private final boolean namespaceIsTemplate;
    private final List<JsonObject> desired = new ArrayList<>();
    private boolean skipped;
    private boolean sensitive;

    Search(
        ConfigurationPolicy policy,
        CompiledTemplate compiled,
        ResourceKind kind,
        Inventory inventory,
        Surroundings surroundings) {
      this.policy = policy;
      this.template = compiled.template();
      this.kind = kind;
      this.inventory = inventory;
      this.resolver = compiled.resolver();
      this.surroundings = surroundings;
      this.definition = template.objectDefinition();
      this.name = given("name");
      this.namespace = given("namespace");
      this.namespaceIsTemplate = isTemplate(metadata("namespace"));
    }

    /** A name that a template makes is not known beforehand. */
    private String given(String field) {
      return isTemplate(metadata(field)) ? "" : metadata(field);
    }

    private String metadata(String field) {
      return definition.object("metadata").text(field).orElse("");
    }

    private static boolean isTemplate(String text) {
      return text.contains("{{");
    }

    DesiredObjects run() {
      Namespaces selected =
          selectsNamespaces()
              ? Namespaces.select(policy.spec().namespaceSelector(), inventory)
              : Namespaces.NONE;
      if (selected.malformed().isPresent()) {
        return problem(
            kind,
            "namespaceSelector error",
            "Error filtering namespaces with provided namespaceSelector: error parsing 'include' or"
                + " 'exclude' pattern '%s': syntax error in pattern"
                    .formatted(selected.malformed().get()));
      }
      Map<String, Set<String>> names = names(selected.names());
      if (names.isEmpty()) {
        return problem(
            kind,
            "K8s missing namespace",
            missingNamespace("from the policy" + " namespaceSelector nor the object metadata"));
      }
      for (Map.Entry<String, Set<String>> each : names.entrySet()) {
        for (String one : each.getValue()) {
          Event problem = resolve(each.getKey(), one);
          if (problem != null) {
            return new DesiredObjects(List.of(), kind, problem, sensitive);
          }
        }
      }
      return desired.isEmpty()
          ? new DesiredObjects(List.of(), kind, new Event(true, "", noObjects()), sensitive)
          : new DesiredObjects(forbidden(), kind, null, sensitive);
    }

    private boolean selectsNamespaces() {
      return kind.namespaced() && namespace.isEmpty();
    }

    /** The names to look at by namespace; the empty name stands for a template without one. */
    private Map<String, Set<String>> names(List<String> selectedNamespaces) {
      Map<String, Set<String>> names = new TreeMap<>();
      if (selectsNamespaces()) {
        selectedNamespaces.forEach(each -> names.put(each, namesIn(each)));
        if (names.isEmpty() && namespaceIsTemplate) {
          names.put("", namesIn(""));
        }
      } else {
        String own = kind.namespaced() ? namespace : "";
        names.put(own, namesIn(own));
      }
      return names;
    }

    private Set<String> namesIn(String own) {
      LabelSelector selector = template.objectSelector();
      if (!name.isEmpty() || selector == null) {
        return Set.of(name);
      }
      Set<String> selected = new TreeSet<>();
      for (JsonObject object : inventory.list(kind, own)) {
        if (Labels.match(selector.matchLabels(), selector.matchExpressions(), Labels.of(object))) {
          selected.add(object.object("metadata").text("name").orElse(""));
        }
      }
      return selected;
    }

    private String missingNamespace(String where) {
      return "namespaced object%s of kind %s has no namespace specified %s"
          .formatted(name.isEmpty() ? "" : " " + name, kind.kind(), where);
    }

    private @Nullable Event resolve(String own, String one) {
      Optional<JsonObject> existing =
          one.isEmpty() || namespaceIsTemplate ? Optional.empty() : inventory.find(kind, own, one);
      return switch (resolver.resolve(new Target(own, one, existing), surroundings)) {
        case Resolution.Skipped _ -> {
          skipped = true;
          yield null;
        }
        case Resolution.Failed(String message) -> new Event(false, Reasons.TEMPLATE_ERROR, message);
        case Resolution.Resolved(JsonObject object, boolean secret) -> {
          sensitive |= secret;
          yield add(object, own, one);
        }
      };
    }

    private @Nullable Event add(JsonObject object, String own, String one) {
      JsonObject metadata = object.object("metadata");
      String resolvedName =
          metadata.text("name").orElse("").isBlank() ? one : text(metadata, "name");
      String resolvedNamespace =
          metadata.text("namespace").orElse("").isBlank() ? own : text(metadata, "namespace");
      if (policy.spec().namespaceSelector() != null
          && !Namespaces.isEmpty(policy.spec().namespaceSelector())
          && kind.namespaced()
          && selectsNamespaces()
          && !resolvedNamespace.equals(own)) {
        return new Event(
            false,
            Reasons.TEMPLATE_ERROR,
            "The object definition's namespace must match the result from the namespace selector"
                + " after template resolution");
      }
      if (kind.namespaced() && namespaceIsTemplate && resolvedNamespace.isEmpty()) {
        return new Event(
            false, Reasons.TEMPLATE_ERROR, missingNamespace("after template resolution"));
      }
      if (template.objectSelector() != null && name.isEmpty() && !resolvedName.equals(one)) {
        return new Event(
            false,
            Reasons.TEMPLATE_ERROR,
            "The object definition's name must match the result from the object selector after"
                + " template resolution");
      }
      desired.add(object.with("metadata", named(metadata, resolvedName, resolvedNamespace)));
      return null;
    }

    private static String text(JsonObject metadata, String field) {
      return metadata.text(field).orElse("").strip();
    }

    private static JsonObject named(JsonObject metadata, String name, String namespace) {
      JsonObject result = metadata.without("name").without("namespace");
      result = name.isEmpty() ? result : result.with("name", new JsonString(name));
      return namespace.isEmpty() ? result : result.with("namespace", new JsonString(namespace));
    }

    private String noObjects() {
      String words =
          skipped
              ? "All objects of kind %s were skipped by the `skipObject` template function"
              : template.objectSelector() != null
                  ? "No objects of kind %s were matched from the policy objectSelector"
                  : "No objects of kind %s were matched from the objectDefinition metadata";
      return words.formatted(kind.kind());
    }

    /** A forbidden object chosen by its labels must also be like the rest of the template. */
    private List<JsonObject> forbidden() {
      boolean byLabels =
          template.complianceType().canonical() == ComplianceType.MUST_NOT_HAVE
              && metadata("name").isEmpty()
              && template.objectSelector() != null;
      return byLabels ? desired.stream().filter(this::isLike).toList() : List.copyOf(desired);
    }

    private boolean isLike(JsonObject wanted) {
      JsonObject metadata = wanted.object("metadata");
      return inventory
          .find(kind, metadata.text("namespace").orElse(""), metadata.text("name").orElse(""))
          .filter(object -> ObjectComparison.matches(wanted, object, Strictness.AT_LEAST))
          .isPresent();
    }
  }
}
