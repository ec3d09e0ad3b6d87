package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.cluster.Toleration;
import java.time.Instant;
import java.util.List;

/** What a bitmap of the index stands for: something that holds or does not hold for one cluster. */
sealed interface Term {

  /** A requirement on a label. */
  record Label(Requirement requirement) implements Term {}

  /** A requirement on a claim. */
  record Claim(Requirement requirement) implements Term {}

  /** The CEL expressions of one selector, all of which have to be true within one budget. */
  record Cel(List<String> expressions) implements Term {}

  /** The cluster is being deleted. */
  record Terminating() implements Term {}

  /** The cluster has a taint of this effect that none of the tolerations tolerates. */
  record Untolerated(TaintEffect effect, List<Toleration> tolerations) implements Term {}

  /** Whether the term changes with the clock. */
  default boolean isTimed() {
    return this instanceof Untolerated untolerated
        && Tolerations.areTimed(untolerated.tolerations());
  }

  /** Whether the term holds for the cluster. */
  default boolean holds(ManagedCluster cluster, AddOnScores scores, CelPrograms cel, Instant now) {
    return switch (this) {
      case Label(Requirement r) -> r.matches(ClusterFacts.label(cluster, r.key()));
      case Claim(Requirement r) -> r.matches(ClusterFacts.claim(cluster, r.key()));
      case Cel(List<String> expressions) -> cel.matches(expressions, cluster, scores);
      case Terminating() -> cluster.metadata().isTerminating();
      case Untolerated(TaintEffect effect, List<Toleration> tolerations) ->
          Tolerations.hasUntolerated(cluster, effect, tolerations, now);
    };
  }
}
