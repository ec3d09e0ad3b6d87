package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** What a binding can raise the remediation to. */
public enum OverrideAction implements WireEnum {
  /** Violations are changed. */
  ENFORCE("enforce"),
  /** Another spelling of {@link #ENFORCE}. */
  ENFORCE_CAPITALIZED("Enforce");

  private final String wireName;

  OverrideAction(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
