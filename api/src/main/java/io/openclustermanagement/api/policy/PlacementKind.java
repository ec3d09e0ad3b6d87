package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** A kind of placement. */
public enum PlacementKind implements WireEnum {
  /** A placement. */
  PLACEMENT("Placement"),
  /** Its forerunner. */
  PLACEMENT_RULE("PlacementRule");

  private final String wireName;

  PlacementKind(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
