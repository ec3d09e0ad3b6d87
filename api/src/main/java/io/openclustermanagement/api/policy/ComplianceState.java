package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** The state of a policy. */
public enum ComplianceState implements WireEnum {
  /** All is as it should be. */
  COMPLIANT("Compliant"),
  /** A dependency does not hold yet. */
  PENDING("Pending"),
  /** Something is not as it should be. */
  NON_COMPLIANT("NonCompliant");

  private final String wireName;

  ComplianceState(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
