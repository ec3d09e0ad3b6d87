package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.TopologyKeyType;
import io.openclustermanagement.api.cluster.UnsatisfiableMaxSkewAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spreading of the chosen clusters over the values of a label or claim, after the model of pod
 * topology spread constraints. Upstream has the fields of {@code spec.spreadPolicy} and no code for
 * them; this is what they mean here:
 *
 * <ul>
 *   <li>The domains of a constraint are the values that its key has on the clusters that passed the
 *       filters. The skew of a domain is the number of clusters chosen in it minus the lowest such
 *       number over all domains of the constraint.
 *   <li>Clusters are chosen one after another until {@code numberOfClusters} is reached or none can
 *       be chosen. A cluster can be chosen if for every constraint with {@code DoNotSchedule} it
 *       has the key and its domain's skew, with the cluster counted, is at most {@code maxSkew}.
 *   <li>Among the clusters that can be chosen the one goes first that exceeds {@code maxSkew} of
 *       the constraints with {@code ScheduleAnyway} by the least sum; a cluster without the key
 *       goes behind all clusters that have it. Between equal ones the order of selection decides:
 *       total descending, then name.
 * </ul>
 *
 * A cluster that is passed over stays a candidate, because the skew of its domain falls when other
 * domains fill up.
 */
final class Spread {
  private final List<SpreadConstraintsTerm> constraints;
  private final List<Map<String, Integer>> chosenByDomain = new ArrayList<>();

  private Spread(List<SpreadConstraintsTerm> constraints) {
    this.constraints = constraints;
    constraints.forEach(c -> chosenByDomain.add(new HashMap<>()));
  }

  /** Candidates whose domains are the same for every constraint, in order of selection. */
  private record Bucket(List<Optional<String>> domains, ArrayDeque<Integer> candidates) {}

  /** The constraints that count: none where the target is upstream's scheduler. */
  static List<SpreadConstraintsTerm> constraints(Placement placement, Target target) {
    return target == Target.UPSTREAM || placement.spec().spreadPolicy() == null
        ? List.of()
        : placement.spec().spreadPolicy().spreadConstraints();
  }

  /** The value of the constraint's key on the cluster. */
  static @Nullable String domain(SpreadConstraintsTerm constraint, ManagedCluster cluster) {
    return constraint.topologyKeyType() == TopologyKeyType.CLAIM
        ? ClusterFacts.claim(cluster, constraint.topologyKey())
        : ClusterFacts.label(cluster, constraint.topologyKey());
  }

  static boolean isHard(SpreadConstraintsTerm constraint) {
    return constraint.whenUnsatisfiable() == UnsatisfiableMaxSkewAction.DO_NOT_SCHEDULE;
  }

  static int maxSkew(SpreadConstraintsTerm constraint) {
    return constraint.maxSkew() == null ? 1 : constraint.maxSkew();
  }

  /**
   * Chooses among the candidates.
   *
   * @param ranked the candidates' numbers in order of selection
   * @param clusters the candidates by number
   * @return the numbers of the chosen candidates in order of selection
   */
  static int[] choose(
      List<SpreadConstraintsTerm> constraints,
      int[] ranked,
      List<ManagedCluster> clusters,
      int places) {
    return new Spread(constraints).choose(ranked, clusters, places);
  }

  private int[] choose(int[] ranked, List<ManagedCluster> clusters, int places) {
    Map<List<Optional<String>>, Bucket> buckets = new LinkedHashMap<>();
    for (int rank = 0; rank < ranked.length; rank++) {
      List<Optional<String>> domains = domains(clusters.get(ranked[rank]));
      buckets
          .computeIfAbsent(domains, d -> new Bucket(d, new ArrayDeque<>()))
          .candidates()
          .add(rank);
      addDomains(domains);
    }
    int[] chosen = new int[Math.min(Math.max(places, 0), ranked.length)];
    int count = 0;
    while (count < chosen.length) {
      Bucket next = next(buckets.values());
      if (next == null) {
        break;
      }
      chosen[count++] = next.candidates().remove();
      take(next.domains());
    }
    return Arrays.stream(chosen, 0, count).sorted().map(rank -> ranked[rank]).toArray();
  }

  private List<Optional<String>> domains(ManagedCluster cluster) {
    List<Optional<String>> domains = new ArrayList<>();
    constraints.forEach(c -> domains.add(Optional.ofNullable(domain(c, cluster))));
    return domains;
  }

  private void addDomains(List<Optional<String>> domains) {
    for (int i = 0; i < domains.size(); i++) {
      Map<String, Integer> chosen = chosenByDomain.get(i);
      domains.get(i).ifPresent(domain -> chosen.putIfAbsent(domain, 0));
    }
  }

  private void take(List<Optional<String>> domains) {
    for (int i = 0; i < domains.size(); i++) {
      Map<String, Integer> chosen = chosenByDomain.get(i);
      domains.get(i).ifPresent(domain -> chosen.merge(domain, 1, Integer::sum));
    }
  }

  private @Nullable Bucket next(Iterable<Bucket> buckets) {
    Bucket best = null;
    long bestExcess = 0;
    for (Bucket bucket : buckets) {
      if (bucket.candidates().isEmpty() || !fits(bucket.domains())) {
        continue;
      }
      long excess = excess(bucket.domains());
      if (best == null || excess < bestExcess || (excess == bestExcess && isBefore(bucket, best))) {
        best = bucket;
        bestExcess = excess;
      }
    }
    return best;
  }

  private static boolean isBefore(Bucket a, Bucket b) {
    return a.candidates().element() < b.candidates().element();
  }

  private boolean fits(List<Optional<String>> domains) {
    for (int i = 0; i < constraints.size(); i++) {
      if (isHard(constraints.get(i)) && excess(i, domains.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  private long excess(List<Optional<String>> domains) {
    long sum = 0;
    for (int i = 0; i < constraints.size(); i++) {
      if (!isHard(constraints.get(i))) {
        sum += excess(i, domains.get(i));
      }
    }
    return sum;
  }

  /**
   * By how much the skew would exceed what the constraint allows; a huge number without the key.
   */
  private long excess(int constraint, Optional<String> domain) {
    if (domain.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    Map<String, Integer> chosen = chosenByDomain.get(constraint);
    int lowest = chosen.values().stream().mapToInt(n -> n).min().orElse(0);
    int skew = chosen.getOrDefault(domain.get(), 0) + 1 - lowest;
    return Math.max(0, skew - maxSkew(constraints.get(constraint)));
  }
}
