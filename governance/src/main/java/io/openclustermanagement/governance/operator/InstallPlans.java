package io.openclustermanagement.governance.operator;

import static io.openclustermanagement.governance.operator.OperatorCondition.bad;
import static io.openclustermanagement.governance.operator.OperatorCondition.good;

import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.OperatorCompliance;
import io.openclustermanagement.api.policy.OperatorComplianceConfig;
import io.openclustermanagement.api.policy.OperatorPolicySpec;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.policy.UpgradeApproval;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.JsonItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The InstallPlan that counts for a subscription ({@code handleInstallPlan}). */
final class InstallPlans {
  private static final OperatorCondition NONE =
      good("there are no relevant InstallPlans in the namespace");
  private static final OperatorCondition NO_APPROVAL =
      good("no InstallPlans requiring approval were found");

  private final OperatorPolicySpec spec;
  private final List<String> versions;
  private final JsonObject subscription;
  private final Inventory inventory;
  private final boolean wanted;
  private final String current;
  private final String installed;

  /**
   * @param versions that are allowed; none for all
   * @param wanted whether the operator has to be there
   */
  InstallPlans(
      OperatorPolicySpec spec,
      List<String> versions,
      JsonObject subscription,
      Inventory inventory,
      boolean wanted) {
    this.spec = spec;
    this.versions = versions;
    this.subscription = subscription;
    this.inventory = inventory;
    this.wanted = wanted;
    this.current = subscription.object("status").text("currentCSV").orElse("");
    this.installed = subscription.object("status").text("installedCSV").orElse("");
  }

  OperatorCondition condition() {
    Optional<JsonObject> latest =
        current.isEmpty() && installed.isEmpty() ? Optional.empty() : latest();
    if (latest.isEmpty()) {
      return NONE;
    }
    return wanted ? wanted(latest.get()) : OperatorCondition.notApplicable("InstallPlan");
  }

  /** One that installs or has installed the current version counts, and else the newest. */
  private Optional<JsonObject> latest() {
    Optional<JsonObject> latest = Optional.empty();
    long generation = -1;
    for (JsonObject plan :
        Olm.list(inventory, Olm.V1_ALPHA_1, "InstallPlan", Olm.namespace(subscription))) {
      List<String> names = names(plan);
      if (names.contains(current) && List.of("Installing", "Complete").contains(phase(plan))) {
        return Optional.of(plan);
      }
      boolean relevant = names.contains(current) || names.contains(installed);
      if (relevant
          && plan.object("spec").get("generation") instanceof JsonInteger(long own)
          && own > generation) {
        generation = own;
        latest = Optional.of(plan);
      }
    }
    return latest;
  }

  private static List<String> names(JsonObject plan) {
    return JsonItems.texts(plan.object("spec"), "clusterServiceVersionNames");
  }

  private static String phase(JsonObject plan) {
    return plan.object("status").text("phase").orElse("");
  }

  private OperatorCondition wanted(JsonObject plan) {
    return switch (phase(plan)) {
      case "RequiresApproval" ->
          !installed.isEmpty() && installed.equals(current) ? NO_APPROVAL : approval(plan);
      case "Installing" -> bad("a relevant InstallPlan is actively installing");
      case "Failed" -> hasFailed(plan) ? bad("the current InstallPlan has failed") : NO_APPROVAL;
      default -> NO_APPROVAL;
    };
  }

  /** Of a plan for several operators only the steps of this one count. */
  private boolean hasFailed(JsonObject plan) {
    return names(plan).size() == 1
        || JsonItems.objects(plan.object("status"), "plan").stream()
            .filter(step -> step.text("resolving").filter(current::equals).isPresent())
            .anyMatch(
                step -> !List.of("Created", "Present").contains(step.text("status").orElse("")));
  }

  private OperatorCondition approval(JsonObject plan) {
    JsonValue approved = plan.object("spec").get("approved");
    RemediationAction action = spec.remediationAction();
    boolean enforced = action != null && action.canonical() == RemediationAction.ENFORCE;
    boolean mayApprove =
        enforced && (installed.isEmpty() || spec.upgradeApproval() == UpgradeApproval.AUTOMATIC);
    List<String> remaining = mayApprove ? remaining(plan) : List.of();
    if (new JsonBoolean(true).equals(approved) || (mayApprove && remaining.isEmpty())) {
      return good("the InstallPlan for %s was approved".formatted(current));
    }
    String text =
        "an InstallPlan to update to [%s] is available for approval"
            .formatted(String.join(", ", names(plan)));
    String more =
        remaining.isEmpty()
            ? ""
            : " but approval for [%s] is required".formatted(String.join(", ", remaining));
    return new OperatorCondition(upgradesAreNoViolation(), text + more);
  }

  /** What the policy may not approve: versions that it does not allow, and foreign operators. */
  private List<String> remaining(JsonObject plan) {
    List<String> remaining = new ArrayList<>(names(plan));
    boolean allowed =
        versions.isEmpty()
            || versions.contains(current)
            || subscription.object("spec").text("startingCSV").filter(current::equals).isPresent();
    if (allowed) {
      remaining.remove(current);
    }
    return remaining.stream().sorted().toList();
  }

  private boolean upgradesAreNoViolation() {
    OperatorComplianceConfig config = spec.complianceConfig();
    return config == null || config.upgradesAvailable() != OperatorCompliance.NON_COMPLIANT;
  }
}
