package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.WireEnum;

/** An order in which clusters get something new. */
public enum RolloutType implements WireEnum {
  /** All at once. */
  ALL("All"),
  /** Cluster by cluster. */
  PROGRESSIVE("Progressive"),
  /** Decision group by decision group. */
  PROGRESSIVE_PER_GROUP("ProgressivePerGroup");

  private final String wireName;

  RolloutType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
