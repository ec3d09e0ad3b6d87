package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.InventoryChanges;
import io.openclustermanagement.governance.InventoryReads;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one cluster stands with its replicated policies.
 *
 * @param replicas the policies
 * @param state empty if its objects are not known: nothing but errors of templates can be said
 * @param judged what was found for each template, as if it depended on nothing
 * @param results one for each replica, in their order
 */
record ClusterEvaluation(
    List<ReplicatedPolicy> replicas,
    Optional<ClusterState> state,
    List<List<Judged>> judged,
    List<ReplicaResult> results) {
  private static final String NO_INVENTORY = "The objects of the cluster are not known.";
  private static final String TEMPLATE_ERROR = "NonCompliant; template-error; ";
  private static final ClusterEvaluation NOTHING =
      new ClusterEvaluation(List.of(), Optional.empty(), List.of(), List.of());

  /**
   * The verdict on a template.
   *
   * @param reads what was asked of the objects of the cluster; empty if it could not be judged
   */
  record Judged(
      PreparedTemplate template, TemplateVerdict verdict, Optional<InventoryReads> reads) {}

  /** Judges the policies of a cluster, as far as that was not done before. */
  static ClusterEvaluation of(
      List<ReplicatedPolicy> replicas,
      Optional<ClusterState> state,
      PolicyEvaluator evaluator,
      @Nullable ClusterEvaluation previous) {
    if (previous != null && previous.isOf(replicas, state)) {
      return previous;
    }
    return new Judging(replicas, state, evaluator, previous == null ? NOTHING : previous)
        .evaluation();
  }

  /** Whether this is what judging these policies on this cluster would give. */
  private boolean isOf(List<ReplicatedPolicy> sameReplicas, Optional<ClusterState> sameState) {
    return Same.instance(replicas, sameReplicas)
        && state
            .map(one -> sameState.filter(other -> isSame(one, other)).isPresent())
            .orElse(sameState.isEmpty());
  }

  private static boolean isSame(ClusterState one, ClusterState other) {
    return Same.instance(one.inventory(), other.inventory()) && isAlike(one, other);
  }

  /** Whether two states differ in the objects of the cluster alone, if at all. */
  private static boolean isAlike(ClusterState one, ClusterState other) {
    return Same.instance(one.resource().orElse(null), other.resource().orElse(null))
        && one.now().equals(other.now());
  }

  static TemplateVerdict verdict(PreparedTemplate template, VerdictState state, String message) {
    return new TemplateVerdict(template.name(), template.kind(), state, message, List.of());
  }

  /** One pass over the policies of a cluster, with what was found before at hand. */
  private static final class Judging {
    private final List<ReplicatedPolicy> replicas;
    private final Optional<ClusterState> state;
    private final PolicyEvaluator evaluator;
    private final TemplateNames names;
    private final Optional<InventoryChanges> changes;
    private final Map<HubName, Integer> before = new HashMap<>();
    private final ClusterEvaluation previous;

    /** The templates that others refer to, such as the ConstraintTemplates of constraints. */
    private final List<JsonObject> delivered;

    private final boolean deliveredAsBefore;

    Judging(
        List<ReplicatedPolicy> replicas,
        Optional<ClusterState> state,
        PolicyEvaluator evaluator,
        ClusterEvaluation previous) {
      this.replicas = replicas;
      this.state = state;
      this.evaluator = evaluator;
      this.previous = previous;
      this.names = TemplateNames.of(replicas, state);
      this.delivered = delivered(replicas);
      this.deliveredAsBefore = delivered.equals(delivered(previous.replicas()));
      this.changes =
          state.flatMap(
              now ->
                  previous
                      .state()
                      .filter(then -> isAlike(then, now))
                      .map(then -> now.inventory().changesSince(then.inventory())));
      for (int i = 0; i < previous.replicas().size(); i++) {
        before.put(previous.replicas().get(i).rootName(), i);
      }
    }

    private List<JsonObject> delivered(List<ReplicatedPolicy> policies) {
      return evaluator.delivered(
          policies.stream()
              .flatMap(replica -> replica.templates().stream())
              .filter(template -> template.error().isEmpty())
              .map(PreparedTemplate::definition)
              .toList());
    }

    ClusterEvaluation evaluation() {
      List<List<Judged>> judged = replicas.stream().map(this::judge).toList();
      List<List<TemplateResult>> resolved =
          DependencyGraph.resolve(
              replicas,
              state,
              judged.stream().map(each -> each.stream().map(Judged::verdict).toList()).toList());
      List<ReplicaResult> results = new ArrayList<>();
      for (int i = 0; i < replicas.size(); i++) {
        results.add(result(replicas.get(i), resolved.get(i)));
      }
      return new ClusterEvaluation(replicas, state, judged, results);
    }

    /** The result from before, if nothing of it changed. */
    private ReplicaResult result(ReplicatedPolicy replica, List<TemplateResult> templates) {
      Integer index = before.get(replica.rootName());
      ReplicaResult known = index == null ? null : previous.results().get(index);
      return known != null && known.isOf(replica, templates)
          ? known
          : ReplicaResult.of(replica, templates);
    }

    private List<Judged> judge(ReplicatedPolicy replica) {
      Integer index = before.get(replica.rootName());
      List<Judged> known = index == null ? List.of() : previous.judged().get(index);
      List<Judged> judged = new ArrayList<>();
      for (int i = 0; i < replica.templates().size(); i++) {
        judged.add(
            judge(replica, replica.templates().get(i), i < known.size() ? known.get(i) : null));
      }
      return judged;
    }

    private Judged judge(
        ReplicatedPolicy replica, PreparedTemplate template, @Nullable Judged known) {
      Optional<String> error = template.error().or(() -> names.clash(replica, template));
      if (error.isPresent()) {
        return new Judged(
            template,
            verdict(template, VerdictState.NON_COMPLIANT, TEMPLATE_ERROR + error.get()),
            Optional.empty());
      }
      if (state.isEmpty()) {
        return new Judged(
            template, verdict(template, VerdictState.UNKNOWN, NO_INVENTORY), Optional.empty());
      }
      return known != null && isCurrent(template, known) ? known : judge(template, state.get());
    }

    private boolean isCurrent(PreparedTemplate template, Judged known) {
      return deliveredAsBefore
          && Same.instance(template, known.template())
          && known.reads().isPresent()
          && changes.filter(each -> !each.touch(known.reads().get())).isPresent();
    }

    private Judged judge(PreparedTemplate template, ClusterState cluster) {
      InventoryReads reads = new InventoryReads();
      ClusterState recorded =
          new ClusterState(
              cluster.name(),
              cluster.resource(),
              cluster.inventory().recording(reads),
              cluster.now());
      TemplateVerdict verdict = evaluator.evaluate(template.definition(), delivered, recorded);
      return new Judged(
          template,
          template.sensitive() ? Redaction.of(verdict) : verdict,
          Optional.of(reads.trimmed()));
    }
  }
}
