package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** What a binding does besides choosing clusters. */
public enum SubFilter implements WireEnum {
  /** It chooses none, and only adds its overrides where others chose. */
  RESTRICTED("restricted");

  private final String wireName;

  SubFilter(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
