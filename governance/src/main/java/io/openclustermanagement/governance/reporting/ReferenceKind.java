package io.openclustermanagement.governance.reporting;

import io.openclustermanagement.api.policy.PolicyApi;

/** What a policy can refer to by one of upstream's three annotations of free text. */
public enum ReferenceKind {
  /** A standard, such as {@code NIST SP 800-53}. */
  STANDARD("standard", "standards"),
  /** A category of a standard, such as {@code CM Configuration Management}. */
  CATEGORY("category", "categories"),
  /** A control of a standard, such as {@code CM-2 Baseline Configuration}. */
  CONTROL("control", "controls");

  private final String singular;
  private final String plural;

  ReferenceKind(String singular, String plural) {
    this.singular = singular;
    this.plural = plural;
  }

  /** The name in output. */
  public String wireName() {
    return singular;
  }

  /** The name of several in output, which is the last part of the annotation's name. */
  public String plural() {
    return plural;
  }

  /** The annotation that holds them, separated by commas. */
  public String annotation() {
    return PolicyApi.GROUP + "/" + plural;
  }
}
