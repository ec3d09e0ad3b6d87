package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.WireEnum;

/** What a taint does to placements that do not tolerate it. */
public enum TaintEffect implements WireEnum {
  /** The cluster is not chosen, and dropped where it was chosen before. */
  NO_SELECT("NoSelect"),
  /** Upstream tolerates it always, and it changes no score. */
  PREFER_NO_SELECT("PreferNoSelect"),
  /** The cluster is not chosen unless it was chosen already. */
  NO_SELECT_IF_NEW("NoSelectIfNew");

  private final String wireName;

  TaintEffect(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
