package io.openclustermanagement.governance.propagation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    Distributor distributor = new Distributor(hub);
    SortedMap<HubName, Distribution> distributions = new TreeMap<>();
    SortedMap<String, List<ReplicatedPolicy>> clusters = new TreeMap<>();
    hub.policies()
        .forEach(
            (name, policy) -> {
              Distribution distribution = distributor.distribute(policy);
              distributions.put(name, distribution);
              Replicator.replicate(distribution, hub, now)
                  .forEach(
                      (cluster, replica) ->
                          clusters.computeIfAbsent(cluster, _ -> new ArrayList<>()).add(replica));
            });
    return new Propagation(hub, now, distributions, clusters);
  }
}
