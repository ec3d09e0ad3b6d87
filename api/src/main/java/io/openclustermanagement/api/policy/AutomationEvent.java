package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** What starts a job. */
public enum AutomationEvent implements WireEnum {
  /** The policy is violated. */
  NON_COMPLIANT("noncompliant");

  private final String wireName;

  AutomationEvent(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
