package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** Whether objects of an operator are deleted. */
public enum RemovalAction implements WireEnum {
  /** They stay. */
  KEEP("Keep"),
  /** They go. */
  DELETE("Delete");

  private final String wireName;

  RemovalAction(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
