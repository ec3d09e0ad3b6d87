package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.WireEnum;

/** Where a score comes from. */
public enum ScoreCoordinateType implements WireEnum {
  /** The scheduler computes it. */
  BUILT_IN("BuiltIn"),
  /** An {@link AddOnPlacementScore} holds it. */
  ADD_ON("AddOn");

  private final String wireName;

  ScoreCoordinateType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
