package io.openclustermanagement.governance.operator;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.OperatorCompliance;
import io.openclustermanagement.api.policy.OperatorComplianceConfig;
import io.openclustermanagement.api.policy.OperatorPolicy;
import io.openclustermanagement.api.policy.OperatorPolicySpec;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.TemplateEvaluator;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.TypedTemplates;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges OperatorPolicies by the objects of the Operator Lifecycle Manager, as the config policy
 * controller does ({@code controllers/operatorpolicy_controller.go}). What enforcement would do
 * counts as done. Deprecations and upgrades in other channels are known to the catalog alone, and
 * not judged; nor is whether another policy is about the same operator.
 */
public final class OperatorTemplates implements TemplateEvaluator {
  private static final String OPERATOR_NAMESPACE = "the operator namespace (";

  @Override
  public boolean judges(String apiVersion, String kind) {
    return apiVersion.equals(OperatorPolicy.API_VERSION) && kind.equals(OperatorPolicy.KIND);
  }

  @Override
  public TemplateVerdict evaluate(JsonObject template, ClusterState cluster) {
    return TypedTemplates.judge(
        template, OperatorPolicy.class, policy -> evaluate(template, policy, cluster));
  }

  private static TemplateVerdict evaluate(
      JsonObject template, OperatorPolicy policy, ClusterState cluster) {
    OperatorPolicySpec spec = policy.spec();
    if (spec == null) {
      return TemplateVerdict.of(template, VerdictState.ERROR, "The policy has no `spec`.");
    }
    DesiredOperator desired = DesiredOperator.of(policy.metadata(), spec, cluster);
    OperatorJudge judge = new OperatorJudge(spec, desired, cluster.inventory());
    List<OperatorCondition> conditions = cut(desired, judge.conditions());
    boolean compliant = conditions.stream().allMatch(OperatorCondition::compliant);
    boolean undecided = compliant && asksTheCatalog(spec.complianceConfig());
    String message =
        conditions.stream()
            .map(OperatorCondition::message)
            .collect(Collectors.joining(", ", compliant ? "Compliant; " : "NonCompliant; ", ""));
    return new TemplateVerdict(
        policy.metadata().name(),
        OperatorPolicy.KIND,
        undecided
            ? VerdictState.UNKNOWN
            : compliant ? VerdictState.COMPLIANT : VerdictState.NON_COMPLIANT,
        undecided
            ? message + "; warning - only the catalog knows deprecations and other channels"
            : message,
        judge.results());
  }

  /** Of an invalid policy nothing else is said, unless only its namespace is missing. */
  private static List<OperatorCondition> cut(
      DesiredOperator desired, List<OperatorCondition> conditions) {
    boolean whole =
        desired.errors().stream().allMatch(error -> error.startsWith(OPERATOR_NAMESPACE));
    return whole ? conditions : conditions.subList(0, 1);
  }

  private static boolean asksTheCatalog(@Nullable OperatorComplianceConfig config) {
    return config != null
        && (config.deprecationsPresent() == OperatorCompliance.NON_COMPLIANT
            || config.minorChannelUpgradeAvailable() == OperatorCompliance.NON_COMPLIANT);
  }
}
