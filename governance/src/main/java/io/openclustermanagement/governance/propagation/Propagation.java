package io.openclustermanagement.governance.propagation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The replicated policies of a hub.
 *
 * @param hub the hub
 * @param now what the time is in hub templates
 * @param distributions where each policy goes
 * @param clusters the policies of each cluster, by the names of the policies
 */
public record Propagation(
    HubSnapshot hub,
    Instant now,
    SortedMap<HubName, Distribution> distributions,
    SortedMap<String, List<ReplicatedPolicy>> clusters) {

  public Propagation {
    distributions = Collections.unmodifiableSortedMap(distributions);
    clusters = Collections.unmodifiableSortedMap(clusters);
  }

  /** Puts the policies of a hub on its clusters. */
  public static Propagation of(HubSnapshot hub, Instant now) {
    return of(hub, now, null);
  }

  /** The same, with what the hub had before at hand. */
  static Propagation of(HubSnapshot hub, Instant now, @Nullable Propagation previous) {
    if (previous != null && Same.instance(previous.hub, hub) && previous.now.equals(now)) {
      return previous;
    }
    return new Builder(hub, now, previous).build();
  }

  /** Makes a propagation out of as much of an earlier one as is still true. */
  private static final class Builder {
    private final HubSnapshot hub;
    private final Instant now;
    private final SortedMap<HubName, Distribution> distributionsBefore;
    private final Map<String, List<ReplicatedPolicy>> clustersBefore;

    Builder(HubSnapshot hub, Instant now, @Nullable Propagation previous) {
      this.hub = hub;
      this.now = now;
      this.distributionsBefore = previous == null ? new TreeMap<>() : previous.distributions;
      this.clustersBefore = previous == null ? Map.of() : previous.clusters;
    }

    Propagation build() {
      Distributor distributor = new Distributor(hub);
      SortedMap<HubName, Distribution> distributions = new TreeMap<>();
      SortedMap<String, List<ReplicatedPolicy>> clusters = new TreeMap<>();
      Map<HubName, Map<String, ReplicatedPolicy>> known = known();
      hub.policies()
          .forEach(
              (name, policy) -> {
                Distribution distribution = same(name, distributor.distribute(policy));
                distributions.put(name, distribution);
                Replicator.replicate(distribution, hub, now, known.getOrDefault(name, Map.of()))
                    .forEach(
                        (cluster, replica) ->
                            clusters.computeIfAbsent(cluster, _ -> new ArrayList<>()).add(replica));
              });
      clusters.replaceAll(this::same);
      return new Propagation(hub, now, distributions, clusters);
    }

    private Map<HubName, Map<String, ReplicatedPolicy>> known() {
      Map<HubName, Map<String, ReplicatedPolicy>> known = new HashMap<>();
      clustersBefore.forEach(
          (cluster, replicas) ->
              replicas.forEach(
                  replica ->
                      known
                          .computeIfAbsent(replica.rootName(), _ -> new HashMap<>())
                          .put(cluster, replica)));
      return known;
    }

    private Distribution same(HubName name, Distribution distribution) {
      Distribution known = distributionsBefore.get(name);
      return known != null
              && Same.instance(known.policy(), distribution.policy())
              && known.equals(distribution)
          ? known
          : distribution;
    }

    /** The list of replicas that the cluster had, if it has the very same. */
    private List<ReplicatedPolicy> same(String cluster, List<ReplicatedPolicy> replicas) {
      List<ReplicatedPolicy> known = clustersBefore.getOrDefault(cluster, List.of());
      return known.equals(replicas) ? known : replicas;
    }
  }
}
