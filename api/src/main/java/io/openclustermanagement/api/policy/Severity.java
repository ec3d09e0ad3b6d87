package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** How serious a violation is; for people only. */
public enum Severity implements WireEnum {
  /** Low. */
  LOW("low"),
  /** Another spelling of {@link #LOW}. */
  LOW_CAPITALIZED("Low"),
  /** Medium. */
  MEDIUM("medium"),
  /** Another spelling of {@link #MEDIUM}. */
  MEDIUM_CAPITALIZED("Medium"),
  /** High. */
  HIGH("high"),
  /** Another spelling of {@link #HIGH}. */
  HIGH_CAPITALIZED("High"),
  /** Critical. */
  CRITICAL("critical"),
  /** Another spelling of {@link #CRITICAL}. */
  CRITICAL_CAPITALIZED("Critical");

  private final String wireName;

  Severity(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** The same in lower case, which is the usual spelling. */
  public Severity canonical() {
    return switch (this) {
      case LOW, LOW_CAPITALIZED -> LOW;
      case MEDIUM, MEDIUM_CAPITALIZED -> MEDIUM;
      case HIGH, HIGH_CAPITALIZED -> HIGH;
      case CRITICAL, CRITICAL_CAPITALIZED -> CRITICAL;
    };
  }
}
