package io.openclustermanagement.governance.operator;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.OperatorComplianceType;
import io.openclustermanagement.api.policy.OperatorPolicySpec;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.configuration.InventoryLookup;
import io.openclustermanagement.governance.gotemplate.Budget;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.template.TemplateContext;
import io.openclustermanagement.governance.template.TemplateException;
import io.openclustermanagement.governance.template.TemplateOptions;
import io.openclustermanagement.governance.template.TemplateResolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The objects that a policy is about, and why it is invalid ({@code buildResources}).
 *
 * @param subscription empty if the policy does not say enough
 * @param group the OperatorGroup; without a name it is the one that is made by default
 * @param versions that are allowed; none for all
 */
record DesiredOperator(
    Optional<JsonObject> subscription,
    Optional<JsonObject> group,
    List<String> versions,
    List<String> errors) {

  private static final String DISABLE_TEMPLATES =
      "policy.open-cluster-management.io/disable-templates";
  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final String NO_LABEL =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
  private static final Set<String> SUBSCRIPTION_FIELDS =
      Set.of(
          "source",
          "sourceNamespace",
          "name",
          "channel",
          "startingCSV",
          "config",
          "installPlanApproval");
  private static final Set<String> GROUP_FIELDS =
      Set.of(
          "selector",
          "targetNamespaces",
          "serviceAccountName",
          "staticProvidedAPIs",
          "upgradeStrategy");
  private static final List<String> DEFAULTED = List.of("channel", "source", "sourceNamespace");

  DesiredOperator {
    versions = List.copyOf(versions);
    errors = List.copyOf(errors);
  }

  static DesiredOperator of(ObjectMeta metadata, OperatorPolicySpec spec, ClusterState cluster) {
    boolean plain = Boolean.parseBoolean(metadata.annotations().get(DISABLE_TEMPLATES));
    return new Builder(spec, cluster, plain).build();
  }

  /** What cannot be understood, in upstream's words. */
  private static final class InvalidException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidException(String message) {
      super(message);
    }
  }

  private static final class Builder {
    private final OperatorPolicySpec spec;
    private final Inventory inventory;
    private final boolean plain;
    private final TemplateResolver resolver;
    private final List<String> errors = new ArrayList<>();

    Builder(OperatorPolicySpec spec, ClusterState cluster, boolean plain) {
      this.spec = spec;
      this.inventory = cluster.inventory();
      this.plain = plain;
      this.resolver =
          new TemplateResolver(
              new TemplateOptions(
                  TemplateOptions.Delimiters.MANAGED,
                  "",
                  List.of(),
                  Set.of(),
                  false,
                  Optional.empty(),
                  Optional.of(cluster.now()),
                  Budget.Limits.DEFAULT));
    }

    DesiredOperator build() {
      List<String> versions = versions();
      Optional<JsonObject> subscription = attempt(this::subscription);
      String namespace = subscription.map(Builder::namespace).orElse("");
      if (subscription.isPresent() && namespace.isEmpty()) {
        errors.add("namespace is required in spec.subscription");
      }
      Optional<JsonObject> group = attempt(() -> group(namespace));
      boolean wanted =
          spec.complianceType() == OperatorComplianceType.MUST_HAVE && !namespace.isEmpty();
      if (group.isPresent() && wanted && !inventory.namespaces().containsKey(namespace)) {
        errors.add("the operator namespace ('%s') does not exist".formatted(namespace));
      }
      return new DesiredOperator(
          subscription.filter(each -> !namespace.isEmpty()),
          group.filter(each -> !namespace.isEmpty()),
          versions,
          errors);
    }

    private interface Attempt {
      JsonObject run() throws InvalidException;
    }

    private Optional<JsonObject> attempt(Attempt attempt) {
      try {
        return Optional.of(attempt.run());
      } catch (InvalidException e) {
        errors.add(String.valueOf(e.getMessage()));
        return Optional.empty();
      }
    }

    /** Templates can give several versions in one text, with commas between them. */
    private List<String> versions() {
      JsonValue list =
          new JsonArray(spec.versions().stream().<JsonValue>map(JsonString::new).toList());
      try {
        JsonValue resolved = resolved(list, "could not resolve the version template: ");
        return resolved instanceof JsonArray(List<JsonValue> items)
            ? items.stream()
                .map(each -> String.valueOf(each.toTree()))
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList()
            : List.of();
      } catch (InvalidException e) {
        errors.add(String.valueOf(e.getMessage()));
        return List.of();
      }
    }

    private JsonValue resolved(JsonValue value, String failure) throws InvalidException {
      if (plain) {
        return value;
      }
      try {
        return resolver
            .resolve(value, TemplateContext.EMPTY, new InventoryLookup(inventory))
            .value();
      } catch (TemplateException e) {
        throw new InvalidException(failure + e.upstream());
      }
    }

    private JsonObject object(JsonObject value, String failure) throws InvalidException {
      return resolved(value, failure) instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    private JsonObject subscription() throws InvalidException {
      JsonObject given = object(spec.subscription(), "could not build subscription: ");
      String name = given.text("name").orElse("");
      if (name.isEmpty()) {
        throw new InvalidException("name is required in spec.subscription");
      }
      if (!DNS_LABEL.matcher(name).matches()) {
        throw new InvalidException(
            "the name '%s' used for the subscription is invalid: %s".formatted(name, NO_LABEL));
      }
      Optional<String> namespace = given.text("namespace");
      if (namespace.filter(each -> !DNS_LABEL.matcher(each).matches()).isPresent()) {
        throw new InvalidException(
            "the namespace '%s' used for the subscription is not a valid namespace identifier"
                .formatted(namespace.get()));
      }
      JsonObject own = given.without("namespace");
      refuseUnknown(own, SUBSCRIPTION_FIELDS, "spec.subscription");
      if (own.text("installPlanApproval").filter(Predicate.not(String::isEmpty)).isPresent()) {
        throw new InvalidException("installPlanApproval is prohibited in spec.subscription");
      }
      return object("operators.coreos.com/v1alpha1", "Subscription", name, namespace.orElse(""))
          .with("spec", withDefaults(own, name, namespace.orElse("")));
    }

    private static void refuseUnknown(JsonObject object, Set<String> known, String where)
        throws InvalidException {
      for (String field : object.fields().keySet()) {
        if (!known.contains(field)) {
          throw new InvalidException(
              "the policy %s is invalid: json: unknown field \"%s\"".formatted(where, field));
        }
      }
    }

    /** What the policy leaves open is said by the package, or else by the subscription there is. */
    private JsonObject withDefaults(JsonObject own, String name, String namespace)
        throws InvalidException {
      if (!namespace.isEmpty()
          && DEFAULTED.stream().allMatch(field -> own.text(field).isPresent())) {
        return own;
      }
      Optional<JsonObject> manifest =
          Olm.named(inventory, "packages.operators.coreos.com/v1", "PackageManifest", name);
      if (manifest.isPresent()) {
        return fromPackage(own, manifest.get().object("status"));
      }
      Optional<JsonObject> existing =
          Olm.find(inventory, "operators.coreos.com/v1alpha1", "Subscription", namespace, name);
      if (existing.isEmpty() && spec.complianceType() == OperatorComplianceType.MUST_HAVE) {
        throw new InvalidException(
            "the subscription defaults could not be determined because the PackageManifest was not found");
      }
      return existing.map(each -> filled(own, each.object("spec"))).orElse(own);
    }

    private static JsonObject fromPackage(JsonObject own, JsonObject status)
        throws InvalidException {
      JsonObject known =
          JsonObject.EMPTY
              .with("channel", text(status, "defaultChannel"))
              .with("source", text(status, "catalogSource"))
              .with("sourceNamespace", text(status, "catalogSourceNamespace"));
      if (isOther(own, known, "source") || isOther(own, known, "sourceNamespace")) {
        throw new InvalidException(
            "the subscription defaults could not be determined because the catalog specified in the policy does not match what was found in the PackageManifest on the cluster");
      }
      return filled(own, known);
    }

    private static JsonString text(JsonObject object, String field) {
      return new JsonString(object.text(field).orElse(""));
    }

    private static boolean isOther(JsonObject own, JsonObject known, String field) {
      return own.text(field)
          .filter(each -> !known.text(field).equals(Optional.of(each)))
          .isPresent();
    }

    private static JsonObject filled(JsonObject own, JsonObject known) {
      JsonObject filled = own;
      for (String field : DEFAULTED) {
        JsonValue value = known.get(field);
        filled = own.text(field).isEmpty() && value != null ? filled.with(field, value) : filled;
      }
      return filled;
    }

    private JsonObject group(String namespace) throws InvalidException {
      JsonObject wanted = spec.operatorGroup();
      if (wanted == null) {
        return object("operators.coreos.com/v1", "OperatorGroup", "", namespace)
            .with("spec", JsonObject.EMPTY.with("targetNamespaces", JsonArray.EMPTY));
      }
      JsonObject given = object(wanted, "could not build operator group: ");
      String own = given.text("namespace").orElse("");
      if (!own.isEmpty() && !namespace.isEmpty() && !own.equals(namespace)) {
        throw new InvalidException(
            "the namespace specified in spec.operatorGroup ('%s') must match the namespace used for the subscription ('%s')"
                .formatted(own, namespace));
      }
      String name =
          given
              .text("name")
              .orElseThrow(() -> new InvalidException("name is required in spec.operatorGroup"));
      JsonObject rest = given.without("name").without("namespace");
      refuseUnknown(rest, GROUP_FIELDS, "spec.operatorGroup");
      return object("operators.coreos.com/v1", "OperatorGroup", name, namespace).with("spec", rest);
    }

    private static JsonObject object(
        String apiVersion, String kind, String name, String namespace) {
      JsonObject metadata = JsonObject.EMPTY.with("namespace", new JsonString(namespace));
      return JsonObject.EMPTY
          .with("apiVersion", new JsonString(apiVersion))
          .with("kind", new JsonString(kind))
          .with(
              "metadata", name.isEmpty() ? metadata : metadata.with("name", new JsonString(name)));
    }

    private static String namespace(JsonObject object) {
      return object.object("metadata").text("namespace").orElse("");
    }
  }
}
