package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.WireEnum;

/** How a condition follows from an object. */
public enum ConditionRuleType implements WireEnum {
  /** As the agent knows for the kind. */
  WELL_KNOWN_CONDITIONS("WellKnownConditions"),
  /** By expressions. */
  CEL("CEL");

  private final String wireName;

  ConditionRuleType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
