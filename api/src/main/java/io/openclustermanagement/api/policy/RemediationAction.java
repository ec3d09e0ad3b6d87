package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** What is done about an object that is not as it should be. */
public enum RemediationAction implements WireEnum {
  /** It is reported. */
  INFORM("inform"),
  /** Another spelling of {@link #INFORM}. */
  INFORM_CAPITALIZED("Inform"),
  /** It is changed. */
  ENFORCE("enforce"),
  /** Another spelling of {@link #ENFORCE}. */
  ENFORCE_CAPITALIZED("Enforce");

  private final String wireName;

  RemediationAction(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** The same in lower case, which is the usual spelling. */
  public RemediationAction canonical() {
    return switch (this) {
      case INFORM, INFORM_CAPITALIZED -> INFORM;
      case ENFORCE, ENFORCE_CAPITALIZED -> ENFORCE;
    };
  }
}
