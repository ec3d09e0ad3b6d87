package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** Where differences are shown. */
public enum RecordDiff implements WireEnum {
  /** In the log of the controller. */
  LOG("Log"),
  /** In the status of the policy. */
  IN_STATUS("InStatus"),
  /** Nowhere. */
  NONE("None");

  private final String wireName;

  RecordDiff(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
