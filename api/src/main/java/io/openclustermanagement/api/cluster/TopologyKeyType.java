package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.WireEnum;

/** Where the topology key of a spread constraint is looked up. */
public enum TopologyKeyType implements WireEnum {
  /** Among the labels of the cluster. */
  LABEL("Label"),
  /** Among the claims of the cluster. */
  CLAIM("Claim");

  private final String wireName;

  TopologyKeyType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
