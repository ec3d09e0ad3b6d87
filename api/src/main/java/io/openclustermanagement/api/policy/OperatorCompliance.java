package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** How an observation counts. */
public enum OperatorCompliance implements WireEnum {
  /** As no violation. */
  COMPLIANT("Compliant"),
  /** As a violation. */
  NON_COMPLIANT("NonCompliant");

  private final String wireName;

  OperatorCompliance(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
