package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one cluster stands with its replicated policies.
 *
 * @param replicas the policies
 * @param state empty if its objects are not known: nothing but errors of templates can be said
 * @param results one for each replica, in their order
 */
record ClusterEvaluation(
    List<ReplicatedPolicy> replicas, Optional<ClusterState> state, List<ReplicaResult> results) {
  private static final String NO_INVENTORY = "The objects of the cluster are not known.";
  private static final String TEMPLATE_ERROR = "NonCompliant; template-error; ";

  /** Judges the policies of a cluster, unless that was done before. */
  static ClusterEvaluation of(
      List<ReplicatedPolicy> replicas,
      Optional<ClusterState> state,
      PolicyEvaluator evaluator,
      @Nullable ClusterEvaluation previous) {
    if (previous != null && previous.isOf(replicas, state)) {
      return previous;
    }
    TemplateNames names = TemplateNames.of(replicas, state);
    List<List<TemplateVerdict>> verdicts = new ArrayList<>();
    for (ReplicatedPolicy replica : replicas) {
      verdicts.add(
          replica.templates().stream()
              .map(template -> judge(replica, template, names, state, evaluator))
              .toList());
    }
    List<List<TemplateResult>> resolved = DependencyGraph.resolve(replicas, state, verdicts);
    List<ReplicaResult> results = new ArrayList<>();
    for (int i = 0; i < replicas.size(); i++) {
      results.add(ReplicaResult.of(replicas.get(i), resolved.get(i)));
    }
    return new ClusterEvaluation(replicas, state, results);
  }

  /** Whether this is what judging these policies on this cluster would give. */
  private boolean isOf(List<ReplicatedPolicy> sameReplicas, Optional<ClusterState> sameState) {
    return Same.instance(replicas, sameReplicas)
        && state
            .map(one -> sameState.filter(other -> isSame(one, other)).isPresent())
            .orElse(sameState.isEmpty());
  }

  private static boolean isSame(ClusterState one, ClusterState other) {
    return Same.instance(one.inventory(), other.inventory())
        && Same.instance(one.resource().orElse(null), other.resource().orElse(null))
        && one.now().equals(other.now());
  }

  /** The verdict on a template as if it depended on nothing. */
  private static TemplateVerdict judge(
      ReplicatedPolicy replica,
      PreparedTemplate template,
      TemplateNames names,
      Optional<ClusterState> state,
      PolicyEvaluator evaluator) {
    Optional<String> error = template.error().or(() -> names.clash(replica, template));
    if (error.isPresent()) {
      return verdict(template, VerdictState.NON_COMPLIANT, TEMPLATE_ERROR + error.get());
    }
    if (state.isEmpty()) {
      return verdict(template, VerdictState.UNKNOWN, NO_INVENTORY);
    }
    TemplateVerdict verdict = evaluator.evaluate(template.definition(), state.get());
    return template.sensitive() ? Redaction.of(verdict) : verdict;
  }

  static TemplateVerdict verdict(PreparedTemplate template, VerdictState state, String message) {
    return new TemplateVerdict(template.name(), template.kind(), state, message, List.of());
  }
}
