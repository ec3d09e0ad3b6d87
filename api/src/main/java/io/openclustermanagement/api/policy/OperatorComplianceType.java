package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** Whether an operator has to be there. */
public enum OperatorComplianceType implements WireEnum {
  /** It has to. */
  MUST_HAVE("musthave"),
  /** It must not. */
  MUST_NOT_HAVE("mustnothave");

  private final String wireName;

  OperatorComplianceType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
