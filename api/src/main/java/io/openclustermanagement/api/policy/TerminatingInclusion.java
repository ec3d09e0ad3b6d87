package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** Whether namespaces that are being deleted are meant. */
public enum TerminatingInclusion implements WireEnum {
  /** Like all others. */
  IF_MATCH("IfMatch"),
  /** Never. */
  NEVER("Never"),
  /** As the controller is set up. */
  DEFAULT("Default");

  private final String wireName;

  TerminatingInclusion(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
