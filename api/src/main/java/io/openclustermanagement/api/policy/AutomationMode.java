package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** How often a job is started. */
public enum AutomationMode implements WireEnum {
  /** Once; then the automation is disabled. */
  ONCE("once"),
  /** At each violation. */
  EVERY_EVENT("everyEvent"),
  /** Never. */
  DISABLED("disabled");

  private final String wireName;

  AutomationMode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
