package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** Whether the group of an operator is deleted. */
public enum OperatorGroupRemoval implements WireEnum {
  /** It stays. */
  KEEP("Keep"),
  /** It goes when no other operator needs it. */
  DELETE_IF_UNUSED("DeleteIfUnused");

  private final String wireName;

  OperatorGroupRemoval(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
