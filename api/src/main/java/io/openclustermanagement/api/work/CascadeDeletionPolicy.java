package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.WireEnum;

/** Whether works are waited for when their set is deleted. */
public enum CascadeDeletionPolicy implements WireEnum {
  /** They are not. */
  BACKGROUND("Background"),
  /** They are. */
  FOREGROUND("Foreground");

  private final String wireName;

  CascadeDeletionPolicy(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
