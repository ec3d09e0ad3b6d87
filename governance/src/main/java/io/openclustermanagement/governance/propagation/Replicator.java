package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.Policy;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
  private final Map<PreparedPolicy, PreparedPolicy> prepared = new HashMap<>();
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
      Distribution distribution,
      HubSnapshot hub,
      Instant now,
      Map<String, ReplicatedPolicy> before) {
    SortedMap<String, ReplicatedPolicy> replicas = new TreeMap<>();
    Replicator replicator = new Replicator(hub, distribution.policy(), now);
    Set<PreparedPolicy> known = Collections.newSetFromMap(new IdentityHashMap<>());
    before.values().forEach(each -> known.add(each.prepared()));
    known.forEach(each -> replicator.prepared.put(each, each));
    HubTemplates.Resolved plain = HubTemplates.plain(distribution.policy());
    distribution
        .assignments()
        .forEach(
            (cluster, assignment) ->
                replicas.put(cluster, replicator.replica(assignment, plain, before.get(cluster))));
    return replicas;
  }

  private ReplicatedPolicy replica(
      Assignment assignment, HubTemplates.Resolved plain, @Nullable ReplicatedPolicy before) {
    HubTemplates.Resolved resolved =
        templates.map(each -> shared(each.resolve(assignment.cluster()))).orElse(plain);
    PreparedPolicy same =
        variants
            .computeIfAbsent(resolved, _ -> new HashMap<>())
            .computeIfAbsent(assignment.enforcedBy(), by -> shared(resolved, by));
    return before != null && before.isOf(policy, assignment, same)
        ? before
        : new ReplicatedPolicy(policy, assignment, same);
  }

  /** What is equal to something that clusters have already is that. */
  private PreparedPolicy shared(HubTemplates.Resolved resolved, Optional<String> enforcedBy) {
    PreparedPolicy fresh = PreparedPolicy.of(policy, resolved, enforcedBy, hub.sets());
    PreparedPolicy first = prepared.putIfAbsent(fresh, fresh);
    return first == null ? fresh : first;
  }

  private HubTemplates.Resolved shared(HubTemplates.Resolved resolved) {
    HubTemplates.Resolved first = known.putIfAbsent(resolved, resolved);
    return first == null ? resolved : first;
  }
}
