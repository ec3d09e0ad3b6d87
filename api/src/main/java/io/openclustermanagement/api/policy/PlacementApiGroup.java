package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** The group of a kind of placement. */
public enum PlacementApiGroup implements WireEnum {
  /** Of Placement. */
  CLUSTER("cluster.open-cluster-management.io"),
  /** Of PlacementRule. */
  APPS("apps.open-cluster-management.io");

  private final String wireName;

  PlacementApiGroup(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
