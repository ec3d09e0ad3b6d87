package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.WireEnum;

/** From when on others may set fields. */
public enum IgnoreFieldsCondition implements WireEnum {
  /** Once the object is there. */
  ON_SPOKE_PRESENT("OnSpokePresent"),
  /** Once someone changed the object. */
  ON_SPOKE_CHANGE("OnSpokeChange");

  private final String wireName;

  IgnoreFieldsCondition(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
