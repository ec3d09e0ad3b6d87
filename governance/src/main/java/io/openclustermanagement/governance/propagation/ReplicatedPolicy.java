package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.Policy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A policy as it is put on one cluster. */
public final class ReplicatedPolicy {
  private final Policy root;
  private final Assignment assignment;
  private final PreparedPolicy prepared;
  private final HubName rootName;

  ReplicatedPolicy(Policy root, Assignment assignment, PreparedPolicy prepared) {
    this.root = root;
    this.assignment = assignment;
    this.prepared = prepared;
    this.rootName = HubName.of(root);
  }

  /** Whether this is what putting a policy on a cluster like that gives. */
  boolean isOf(Policy samePolicy, Assignment sameAssignment, PreparedPolicy samePrepared) {
    return Same.instance(root, samePolicy)
        && assignment.equals(sameAssignment)
        && Same.instance(prepared, samePrepared);
  }

  /** The policy on the hub. */
  public Policy root() {
    return root;
  }

  /** How it got on the cluster. */
  public Assignment assignment() {
    return assignment;
  }

  /** The name of the root policy. */
  public HubName rootName() {
    return rootName;
  }

  List<PreparedTemplate> templates() {
    return prepared.templates();
  }

  PreparedPolicy prepared() {
    return prepared;
  }

  /**
   * The object in the namespace of the cluster ({@code buildReplicatedPolicy} of {@code
   * controllers/propagator/replication.go}).
   */
  public Policy policy() {
    ObjectMeta metadata = root.metadata();
    boolean copied = !Boolean.FALSE.equals(root.spec().copyPolicyMetadata());
    Map<String, String> labels = kept(metadata.labels(), copied);
    labels.put(PolicyLabels.CLUSTER_NAME, assignment.cluster());
    labels.put(PolicyLabels.CLUSTER_NAMESPACE, assignment.cluster());
    labels.put(PolicyLabels.ROOT_POLICY, rootName.replicated());
    Map<String, String> annotations = kept(metadata.annotations(), copied);
    annotations.put(PolicyLabels.COMPARE_OPTIONS, "IgnoreExtraneous");
    ObjectMeta replicated =
        ObjectMeta.of(
                assignment.cluster(), rootName.replicated(), Collections.unmodifiableMap(labels))
            .withAnnotations(Collections.unmodifiableMap(annotations));
    return new Policy(replicated, prepared.spec(), null);
  }

  /** What {@code copyPolicyMetadata} leaves of labels or annotations. */
  private static Map<String, String> kept(Map<String, String> all, boolean copied) {
    Map<String, String> kept = new TreeMap<>(all);
    kept.keySet().removeIf(key -> !copied && !key.startsWith(PolicyLabels.PREFIX));
    kept.remove(PolicyLabels.PREFIX + "trigger-update");
    return kept;
  }
}
