package io.openclustermanagement.governance.propagation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts what clusters say together, policy by policy. */
final class PolicyRollUp {
  private final Propagation propagation;
  private final SortedMap<String, ClusterEvaluation> clusters;

  PolicyRollUp(Propagation propagation, SortedMap<String, ClusterEvaluation> clusters) {
    this.propagation = propagation;
    this.clusters = clusters;
  }

  /**
   * The result of each policy.
   *
   * @param before what the clusters said when {@code known} was put together; what the same
   *     instances say is not put together again
   */
  SortedMap<HubName, PolicyResult> results(
      Map<String, ClusterEvaluation> before, Map<HubName, PolicyResult> known) {
    Set<HubName> changed = changed(before);
    Map<HubName, List<ReplicaResult>> byPolicy = new TreeMap<>();
    for (HubName name : propagation.distributions().keySet()) {
      if (!isCurrent(name, known.get(name), changed)) {
        byPolicy.put(name, new ArrayList<>());
      }
    }
    if (!byPolicy.isEmpty()) {
      clusters.values().forEach(cluster -> collect(cluster, byPolicy));
    }
    SortedMap<HubName, PolicyResult> results = new TreeMap<>(known);
    results.keySet().retainAll(propagation.distributions().keySet());
    byPolicy.forEach((name, all) -> results.put(name, new PolicyResult(distribution(name), all)));
    return results;
  }

  private static void collect(
      ClusterEvaluation cluster, Map<HubName, List<ReplicaResult>> byPolicy) {
    for (ReplicaResult result : cluster.results()) {
      List<ReplicaResult> all = byPolicy.get(result.replica().rootName());
      if (all != null) {
        all.add(result);
      }
    }
  }

  private boolean isCurrent(HubName name, @Nullable PolicyResult known, Set<HubName> changed) {
    return known != null
        && !changed.contains(name)
        && Same.instance(known.distribution(), distribution(name));
  }

  private Distribution distribution(HubName name) {
    Distribution distribution = propagation.distributions().get(name);
    if (distribution == null) {
      throw new IllegalArgumentException("no policy " + name);
    }
    return distribution;
  }

  /** The policies of which a cluster says something else than before, or says nothing any more. */
  private Set<HubName> changed(Map<String, ClusterEvaluation> before) {
    Set<HubName> changed = new HashSet<>();
    clusters.forEach((name, now) -> compare(before.get(name), now, changed));
    before.forEach(
        (name, then) -> {
          if (!clusters.containsKey(name)) {
            then.results().forEach(each -> changed.add(each.replica().rootName()));
          }
        });
    return changed;
  }

  private static void compare(
      @Nullable ClusterEvaluation then, ClusterEvaluation now, Set<HubName> changed) {
    if (Same.instance(then, now)) {
      return;
    }
    if (then != null && then.results().size() == now.results().size()) {
      for (int i = 0; i < now.results().size(); i++) {
        if (!Same.instance(then.results().get(i), now.results().get(i))) {
          changed.add(now.results().get(i).replica().rootName());
          changed.add(then.results().get(i).replica().rootName());
        }
      }
      return;
    }
    now.results().forEach(each -> changed.add(each.replica().rootName()));
    if (then != null) {
      then.results().forEach(each -> changed.add(each.replica().rootName()));
    }
  }
}
