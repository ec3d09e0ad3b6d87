package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.WireEnum;

/** How the decisions of a placement are ordered. */
public enum SortBy implements WireEnum {
  /** By the name of the cluster. */
  CLUSTER_NAME("ClusterName"),
  /** By score, the highest first. */
  SCORE("Score");

  private final String wireName;

  SortBy(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
