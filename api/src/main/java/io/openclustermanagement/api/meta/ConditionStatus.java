package io.openclustermanagement.api.meta;

import io.openclustermanagement.api.schema.WireEnum;

/** Whether a condition holds. */
public enum ConditionStatus implements WireEnum {
  TRUE("True"),
  FALSE("False"),
  UNKNOWN("Unknown");

  private final String wireName;

  ConditionStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
