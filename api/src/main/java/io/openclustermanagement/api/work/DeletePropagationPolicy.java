package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.WireEnum;

/** Whether the objects of a work go with it. */
public enum DeletePropagationPolicy implements WireEnum {
  /** They go first. */
  FOREGROUND("Foreground"),
  /** They stay. */
  ORPHAN("Orphan"),
  /** Some stay. */
  SELECTIVELY_ORPHAN("SelectivelyOrphan");

  private final String wireName;

  DeletePropagationPolicy(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
