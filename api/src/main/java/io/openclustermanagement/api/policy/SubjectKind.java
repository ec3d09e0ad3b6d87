package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** A kind that a binding brings. */
public enum SubjectKind implements WireEnum {
  /** A policy. */
  POLICY("Policy"),
  /** All policies of a set. */
  POLICY_SET("PolicySet");

  private final String wireName;

  SubjectKind(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
