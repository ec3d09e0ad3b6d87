package io.openclustermanagement.governance.operator;

import static io.openclustermanagement.governance.operator.Olm.name;
import static io.openclustermanagement.governance.operator.Olm.namespace;
import static io.openclustermanagement.governance.operator.OperatorCondition.bad;
import static io.openclustermanagement.governance.operator.OperatorCondition.good;

import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.policy.OperatorCompliance;
import io.openclustermanagement.api.policy.OperatorComplianceConfig;
import io.openclustermanagement.api.policy.OperatorComplianceType;
import io.openclustermanagement.api.policy.OperatorGroupRemoval;
import io.openclustermanagement.api.policy.OperatorPolicySpec;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.policy.RemovalAction;
import io.openclustermanagement.api.policy.RemovalBehavior;
import io.openclustermanagement.api.policy.UpgradeApproval;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.JsonItems;
import io.openclustermanagement.governance.compare.ObjectComparison;
import io.openclustermanagement.governance.compare.Strictness;
import io.openclustermanagement.governance.configuration.ObjectResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The observations about an operator, one after the other as upstream makes them. */
final class OperatorJudge {
  private static final String GROUP = "OperatorGroup";
  private static final String SUBSCRIPTION = "Subscription";
  private static final String CSV = "ClusterServiceVersion";
  private static final String CRD = "CustomResourceDefinition";
  private static final String FOUND = "Resource found as expected";
  private static final String NOT_FOUND = "Resource not found but should exist";
  private static final String FORBIDDEN = "Resource found but should not exist";
  private static final String NO_MATCH = "Resource found but does not match";

  private final OperatorPolicySpec spec;
  private final DesiredOperator desired;
  private final Inventory inventory;
  private final boolean wanted;
  private final boolean enforced;
  private final List<ObjectResult> results = new ArrayList<>();

  OperatorJudge(OperatorPolicySpec spec, DesiredOperator desired, Inventory inventory) {
    this.spec = spec;
    this.desired = desired;
    this.inventory = inventory;
    this.wanted = spec.complianceType() == OperatorComplianceType.MUST_HAVE;
    RemediationAction action = spec.remediationAction();
    this.enforced = action != null && action.canonical() == RemediationAction.ENFORCE;
  }

  /** The objects that were looked at so far. */
  List<ObjectResult> results() {
    return results;
  }

  List<OperatorCondition> conditions() {
    List<OperatorCondition> conditions = new ArrayList<>();
    conditions.add(
        desired.errors().isEmpty()
            ? good("the policy spec is valid")
            : bad(String.join(", ", desired.errors())));
    OperatorCondition group =
        desired
            .group()
            .map(each -> wanted ? wantedGroup(each) : unwantedGroup(each))
            .orElseGet(() -> OperatorCondition.undetermined(GROUP));
    conditions.add(group);
    Subscribed subscribed = subscribed(group.compliant());
    conditions.add(subscribed.condition());
    Optional<JsonObject> subscription = subscribed.subscription();
    conditions.add(
        subscription
            .map(
                each ->
                    new InstallPlans(spec, desired.versions(), each, inventory, wanted).condition())
            .orElseGet(() -> OperatorCondition.undetermined("InstallPlan")));
    Optional<JsonObject> version = subscription.flatMap(this::installed);
    conditions.add(
        subscription
            .map(each -> version(each, version))
            .orElseGet(() -> bad("a relevant installed ClusterServiceVersion could not be found")));
    conditions.add(definitions(subscription));
    conditions.add(deployments(version));
    conditions.add(catalog(subscription));
    return conditions;
  }

  private OperatorCondition wantedGroup(JsonObject group) {
    List<JsonObject> found = Olm.list(inventory, Olm.V1, GROUP, namespace(group));
    if (found.isEmpty()) {
      add(group, enforced, enforced ? "K8s creation success" : NOT_FOUND);
      return enforced ? OperatorCondition.created(GROUP) : OperatorCondition.missing(GROUP);
    }
    if (found.size() > 1) {
      found.forEach(
          each -> add(each, false, "There is more than one OperatorGroup in this namespace"));
      return bad("there is more than one OperatorGroup in the namespace");
    }
    JsonObject only = found.getFirst();
    boolean sameName = isSameGroup(group, only);
    if (sameName && !differs(group, only)) {
      add(only, true, FOUND);
      return OperatorCondition.matches(GROUP);
    }
    if (spec.operatorGroup() == null) {
      add(only, true, FOUND);
      return good(
          "the policy does not specify an OperatorGroup but one already exists in the namespace - assuming that OperatorGroup is correct");
    }
    boolean updated = sameName && enforced;
    add(only, updated, updated ? "K8s update success" : NO_MATCH);
    return updated ? OperatorCondition.updated(GROUP) : OperatorCondition.mismatch(GROUP);
  }

  private static boolean isSameGroup(JsonObject group, JsonObject found) {
    String generated = found.object("metadata").text("generateName").orElse("");
    return name(group).isEmpty()
        ? generated.equals(namespace(group) + "-")
        : name(found).equals(name(group));
  }

  private static boolean differs(JsonObject wanted, JsonObject found) {
    ObjectComparison comparison =
        ObjectComparison.compare(wanted, found, Strictness.AT_LEAST, Strictness.AT_LEAST);
    return comparison.updateNeeded() && !comparison.merged().equals(found);
  }

  private OperatorCondition unwantedGroup(JsonObject group) {
    List<JsonObject> found = Olm.list(inventory, Olm.V1, GROUP, namespace(group));
    if (found.size() > 1) {
      return bad("there is more than one OperatorGroup in the namespace");
    }
    if (found.isEmpty()) {
      return OperatorCondition.absent(GROUP);
    }
    JsonObject only = found.getFirst();
    if (keepsGroup(namespace(group))) {
      return OperatorCondition.kept(GROUP);
    }
    if (!isSameGroup(group, only)) {
      return OperatorCondition.absent(GROUP);
    }
    return JsonItems.objects(only.object("metadata"), "ownerReferences").isEmpty()
        ? forbidden(GROUP, List.of(only), false)
        : OperatorCondition.kept(GROUP);
  }

  /** By default it goes unless another operator needs it. */
  private boolean keepsGroup(String namespace) {
    RemovalBehavior behavior = spec.removalBehavior();
    OperatorGroupRemoval removal = behavior == null ? null : behavior.operatorGroups();
    String own = desired.subscription().map(Olm::name).orElse("");
    return removal == OperatorGroupRemoval.KEEP
        || Olm.list(inventory, Olm.V1_ALPHA_1, SUBSCRIPTION, namespace).stream()
            .anyMatch(each -> !name(each).equals(own));
  }

  private OperatorCondition forbidden(String kind, List<JsonObject> objects, boolean named) {
    objects.forEach(each -> add(each, enforced, enforced ? "K8s deletion success" : FORBIDDEN));
    String names = named ? objects.stream().map(Olm::name).collect(Collectors.joining(", ")) : "";
    return OperatorCondition.forbidden(kind, names, named && objects.size() > 1, enforced);
  }

  /** The observation, and the subscription that the others are about. */
  private record Subscribed(OperatorCondition condition, Optional<JsonObject> subscription) {}

  private Subscribed subscribed(boolean groupIsCorrect) {
    if (desired.subscription().isEmpty()) {
      return new Subscribed(OperatorCondition.undetermined(SUBSCRIPTION), Optional.empty());
    }
    JsonObject own = desired.subscription().get();
    Optional<JsonObject> found =
        Olm.find(inventory, Olm.V1_ALPHA_1, SUBSCRIPTION, namespace(own), name(own));
    if (!wanted) {
      return new Subscribed(unwantedSubscription(found), found.or(desired::subscription));
    }
    if (found.isEmpty()) {
      boolean created = enforced && groupIsCorrect;
      add(own, created, created ? "K8s creation success" : NOT_FOUND);
      return new Subscribed(
          created
              ? OperatorCondition.created(SUBSCRIPTION)
              : OperatorCondition.missing(SUBSCRIPTION),
          desired.subscription());
    }
    return new Subscribed(wantedSubscription(own, found.get()), found);
  }

  private OperatorCondition unwantedSubscription(Optional<JsonObject> found) {
    if (found.isEmpty()) {
      return OperatorCondition.absent(SUBSCRIPTION);
    }
    return removal(RemovalBehavior::subscriptions) == RemovalAction.KEEP
        ? OperatorCondition.kept(SUBSCRIPTION)
        : forbidden(SUBSCRIPTION, List.of(found.get()), false);
  }

  private @Nullable RemovalAction removal(
      Function<RemovalBehavior, @Nullable RemovalAction> which) {
    RemovalBehavior behavior = spec.removalBehavior();
    return behavior == null ? null : which.apply(behavior);
  }

  private OperatorCondition wantedSubscription(JsonObject own, JsonObject found) {
    JsonObject effective =
        enforced
            ? own.with("spec", own.object("spec").with("installPlanApproval", approval()))
            : own;
    if (differs(effective, found)) {
      add(found, enforced, enforced ? "K8s update success" : NO_MATCH);
      return enforced
          ? OperatorCondition.updated(SUBSCRIPTION)
          : OperatorCondition.mismatch(SUBSCRIPTION);
    }
    Optional<JsonObject> failure =
        JsonItems.objects(found.object("status"), "conditions").stream()
            .filter(each -> each.text("type").filter("ResolutionFailed"::equals).isPresent())
            .filter(each -> each.text("status").filter("True"::equals).isPresent())
            .filter(each -> isAbout(each.text("message").orElse(""), found))
            .findFirst();
    if (failure.isEmpty()) {
      add(found, true, FOUND);
      return OperatorCondition.matches(SUBSCRIPTION);
    }
    String reason = failure.get().text("reason").orElse("");
    add(found, false, reason);
    return bad(
        reason.equalsIgnoreCase("ConstraintsNotSatisfiable")
            ? "constraints not satisfiable: refer to the Subscription for more details"
            : failure.get().text("message").orElse(""));
  }

  private JsonString approval() {
    boolean automatic =
        spec.upgradeApproval() == UpgradeApproval.AUTOMATIC && desired.versions().isEmpty();
    return new JsonString(automatic ? "Automatic" : "Manual");
  }

  /** The manager puts what failed for one operator on all subscriptions of a namespace. */
  private static boolean isAbout(String message, JsonObject subscription) {
    String prefix = "(?:" + Pattern.quote(namespace(subscription) + "/") + ")?";
    String operator = Pattern.quote(subscription.object("spec").text("name").orElse(""));
    return Pattern.compile(
            "(?:subscription %1$s%2$s|package %1$s%3$s)(?:$|\\s|,|:)"
                .formatted(prefix, Pattern.quote(name(subscription)), operator))
        .matcher(message)
        .find();
  }

  private Optional<JsonObject> installed(JsonObject subscription) {
    String installed = subscription.object("status").text("installedCSV").orElse("");
    return versions(subscription).stream().filter(each -> name(each).equals(installed)).findFirst();
  }

  private List<JsonObject> versions(JsonObject subscription) {
    return Olm.list(inventory, Olm.V1_ALPHA_1, CSV, namespace(subscription)).stream()
        .filter(each -> Olm.belongsTo(subscription, each))
        .toList();
  }

  private OperatorCondition version(JsonObject subscription, Optional<JsonObject> installed) {
    if (!wanted) {
      List<JsonObject> all = versions(subscription);
      if (all.isEmpty()) {
        return OperatorCondition.absent(CSV);
      }
      return removal(RemovalBehavior::clusterServiceVersions) == RemovalAction.KEEP
          ? OperatorCondition.kept(CSV)
          : forbidden(CSV, all, true);
    }
    if (installed.isEmpty()) {
      return OperatorCondition.missing(CSV);
    }
    JsonObject version = installed.get();
    JsonObject status = version.object("status");
    if (!desired.versions().isEmpty() && !isAllowed(name(version), subscription)) {
      add(version, false, "ClusterServiceVersion is not an approved version");
      return bad("ClusterServiceVersion (%s) is not an approved version".formatted(name(version)));
    }
    boolean succeeded = status.text("phase").filter("Succeeded"::equals).isPresent();
    add(version, succeeded, status.text("reason").orElse(""));
    return new OperatorCondition(
        succeeded,
        "ClusterServiceVersion (%s) - %s"
            .formatted(name(version), status.text("message").orElse("")));
  }

  private boolean isAllowed(String version, JsonObject subscription) {
    return desired.versions().contains(version)
        || subscription.object("spec").text("startingCSV").filter(version::equals).isPresent();
  }

  private OperatorCondition definitions(Optional<JsonObject> subscription) {
    List<JsonObject> all =
        subscription.stream()
            .flatMap(
                each ->
                    Olm.list(inventory, "apiextensions.k8s.io/v1", CRD, "").stream()
                        .filter(definition -> Olm.belongsTo(each, definition)))
            .toList();
    if (all.isEmpty()) {
      return good("no CRDs were found for the operator");
    }
    if (wanted) {
      all.forEach(each -> add(each, true, FOUND));
      return good("there are CRDs present for the operator");
    }
    return removal(RemovalBehavior::customResourceDefinitions) == RemovalAction.DELETE
        ? forbidden(CRD, all, false)
        : OperatorCondition.kept(CRD);
  }

  private OperatorCondition deployments(Optional<JsonObject> version) {
    if (!wanted) {
      return OperatorCondition.notApplicable("Deployment");
    }
    if (version.isEmpty()) {
      return good("there are no relevant deployments because the ClusterServiceVersion is missing");
    }
    List<JsonObject> found =
        JsonItems.objects(
                version.get().object("spec").object("install").object("spec"), "deployments")
            .stream()
            .flatMap(
                each ->
                    Olm.find(
                        inventory,
                        "apps/v1",
                        "Deployment",
                        namespace(version.get()),
                        each.text("name").orElse(""))
                        .stream())
            .toList();
    found.forEach(
        each ->
            add(
                each,
                isAvailable(each),
                isAvailable(each) ? "Deployment Available" : "Deployment Unavailable"));
    if (found.isEmpty()) {
      return good("no existing operator Deployments");
    }
    List<String> unavailable =
        found.stream().filter(each -> !isAvailable(each)).map(Olm::name).toList();
    return unavailable.isEmpty()
        ? good("all operator Deployments have their minimum availability")
        : new OperatorCondition(
            config(OperatorComplianceConfig::deploymentsUnavailable)
                == OperatorCompliance.COMPLIANT,
            "the deployments %s do not have their minimum availability"
                .formatted(String.join(", ", unavailable)));
  }

  private static boolean isAvailable(JsonObject deployment) {
    return !(deployment.object("status").get("unavailableReplicas") instanceof JsonInteger(long n))
        || n == 0;
  }

  private @Nullable OperatorCompliance config(
      Function<OperatorComplianceConfig, @Nullable OperatorCompliance> which) {
    OperatorComplianceConfig config = spec.complianceConfig();
    return config == null ? null : which.apply(config);
  }

  private OperatorCondition catalog(Optional<JsonObject> subscription) {
    if (!wanted) {
      return OperatorCondition.notApplicable("CatalogSource");
    }
    if (subscription.isEmpty()) {
      return OperatorCondition.undetermined("CatalogSource");
    }
    JsonObject own = subscription.get().object("spec");
    String name = own.text("source").orElse("");
    boolean tolerated =
        config(OperatorComplianceConfig::catalogSourceUnhealthy)
            != OperatorCompliance.NON_COMPLIANT;
    Optional<JsonObject> source =
        Olm.find(
            inventory,
            Olm.V1_ALPHA_1,
            "CatalogSource",
            own.text("sourceNamespace").orElse(""),
            name);
    if (source.isEmpty()) {
      return new OperatorCondition(tolerated, "CatalogSource '%s' was not found".formatted(name));
    }
    Optional<String> state =
        source.get().object("status").object("connectionState").text("lastObservedState");
    if (state.isEmpty()) {
      return bad("could not determine last observed state of CatalogSource");
    }
    boolean ready = state.get().equals("READY");
    add(source.get(), ready || tolerated, ready ? FOUND : FOUND + " but is unhealthy");
    return ready
        ? good("CatalogSource was found")
        : new OperatorCondition(tolerated, "CatalogSource was found but is unhealthy");
  }

  private void add(JsonObject object, boolean compliant, String reason) {
    results.add(
        ObjectResult.of(
            object.text("apiVersion").orElse(""),
            object.text("kind").orElse(""),
            namespace(object),
            name(object).isEmpty() ? "-" : name(object),
            compliant,
            reason));
  }
}
