package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.WireEnum;

/** How a cluster set finds its members. */
public enum SelectorType implements WireEnum {
  /** By the label {@link ClusterLabels#CLUSTER_SET}: a cluster is in one such set at most. */
  EXCLUSIVE_CLUSTER_SET_LABEL("ExclusiveClusterSetLabel"),
  /** By a selector over all labels; sets may overlap. */
  LABEL_SELECTOR("LabelSelector");

  private final String wireName;

  SelectorType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
