package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.WireEnum;

/** Which values are reported. */
public enum FeedbackRuleType implements WireEnum {
  /** Those that the agent knows for the kind. */
  WELL_KNOWN_STATUS("WellKnownStatus"),
  /** Those at given paths. */
  JSON_PATHS("JSONPaths");

  private final String wireName;

  FeedbackRuleType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
