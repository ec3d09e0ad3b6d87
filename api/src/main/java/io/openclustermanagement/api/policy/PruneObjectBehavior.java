package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** What becomes of objects when their policy goes. */
public enum PruneObjectBehavior implements WireEnum {
  /** They stay. */
  NONE("None"),
  /** Those that the policy created go. */
  DELETE_IF_CREATED("DeleteIfCreated"),
  /** All go. */
  DELETE_ALL("DeleteAll");

  private final String wireName;

  PruneObjectBehavior(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
