package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** The group of what a binding brings. */
public enum SubjectApiGroup implements WireEnum {
  /** Of policies and their sets. */
  POLICY("policy.open-cluster-management.io");

  private final String wireName;

  SubjectApiGroup(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
