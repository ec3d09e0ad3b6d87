package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** The state of a template of a policy on a cluster. */
public enum TemplateComplianceState implements WireEnum {
  /** All is as it should be. */
  COMPLIANT("Compliant"),
  /** A dependency does not hold yet. */
  PENDING("Pending"),
  /** Something is not as it should be. */
  NON_COMPLIANT("NonCompliant"),
  /** It is being deleted and cleans up. */
  TERMINATING("Terminating");

  private final String wireName;

  TemplateComplianceState(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
