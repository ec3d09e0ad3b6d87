package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** Whether an object is created anew. */
public enum RecreateOption implements WireEnum {
  /** Never. */
  NONE("None"),
  /** When a change is refused because a field is immutable. */
  IF_REQUIRED("IfRequired"),
  /** At each difference. */
  ALWAYS("Always");

  private final String wireName;

  RecreateOption(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
