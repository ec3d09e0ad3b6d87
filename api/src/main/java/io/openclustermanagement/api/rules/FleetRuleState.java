package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.schema.WireEnum;

/** Whether a rule over the fleet holds. */
public enum FleetRuleState implements WireEnum {
  /** It holds. */
  TRUE("True"),
  /** It does not. */
  FALSE("False"),
  /** Clusters that are not heard of could tip it. */
  UNDECIDED("Undecided");

  private final String wireName;

  FleetRuleState(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
