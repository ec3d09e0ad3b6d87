package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.Policy;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the replicated policies of one policy. Clusters that get the same share it; only hub
 * templates are resolved for each cluster, and clusters for which they give the same share it
 * again.
 */
final class Replicator {
  private final HubSnapshot hub;
  private final Policy policy;
  private final Optional<HubTemplates> templates;
  private final Map<HubTemplates.Resolved, HubTemplates.Resolved> known = new HashMap<>();
  private final IdentityHashMap<HubTemplates.Resolved, Map<Optional<String>, PreparedPolicy>>
      variants = new IdentityHashMap<>();

  private Replicator(HubSnapshot hub, Policy policy, Instant now) {
    this.hub = hub;
    this.policy = policy;
    this.templates =
        HubTemplates.occurIn(policy)
            ? Optional.of(HubTemplates.of(hub, policy, now))
            : Optional.empty();
  }

  /** The replicas of a policy by cluster. */
  static SortedMap<String, ReplicatedPolicy> replicate(
      Distribution distribution, HubSnapshot hub, Instant now) {
    SortedMap<String, ReplicatedPolicy> replicas = new TreeMap<>();
    Replicator replicator = new Replicator(hub, distribution.policy(), now);
    HubTemplates.Resolved plain = HubTemplates.plain(distribution.policy());
    distribution
        .assignments()
        .forEach(
            (cluster, assignment) -> replicas.put(cluster, replicator.replica(assignment, plain)));
    return replicas;
  }

  private ReplicatedPolicy replica(Assignment assignment, HubTemplates.Resolved plain) {
    HubTemplates.Resolved resolved =
        templates.map(each -> shared(each.resolve(assignment.cluster()))).orElse(plain);
    PreparedPolicy prepared =
        variants
            .computeIfAbsent(resolved, _ -> new HashMap<>())
            .computeIfAbsent(
                assignment.enforcedBy(),
                enforcedBy -> PreparedPolicy.of(policy, resolved, enforcedBy, hub.sets()));
    return new ReplicatedPolicy(policy, assignment, prepared);
  }

  private HubTemplates.Resolved shared(HubTemplates.Resolved resolved) {
    HubTemplates.Resolved first = known.putIfAbsent(resolved, resolved);
    return first == null ? resolved : first;
  }
}
