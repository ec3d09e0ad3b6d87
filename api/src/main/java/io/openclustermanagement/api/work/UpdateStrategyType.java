package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.WireEnum;

/** A way to change objects. */
public enum UpdateStrategyType implements WireEnum {
  /** By update of the merged object. */
  UPDATE("Update"),
  /** Not after it was created. */
  CREATE_ONLY("CreateOnly"),
  /** By server-side apply. */
  SERVER_SIDE_APPLY("ServerSideApply"),
  /** Never; it is only reported. */
  READ_ONLY("ReadOnly");

  private final String wireName;

  UpdateStrategyType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
