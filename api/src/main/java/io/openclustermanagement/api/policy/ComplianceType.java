package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** How an object on a cluster is compared with the one in the policy. */
public enum ComplianceType implements WireEnum {
  /** The object exists and has at least these fields. */
  MUST_HAVE("musthave"),
  /** Another spelling of {@link #MUST_HAVE}. */
  MUST_HAVE_CAPITALIZED("Musthave"),
  /** Another spelling of {@link #MUST_HAVE}. */
  MUST_HAVE_CAMEL_CASE("MustHave"),
  /** The object exists and has exactly these fields. */
  MUST_ONLY_HAVE("mustonlyhave"),
  /** Another spelling of {@link #MUST_ONLY_HAVE}. */
  MUST_ONLY_HAVE_CAPITALIZED("Mustonlyhave"),
  /** Another spelling of {@link #MUST_ONLY_HAVE}. */
  MUST_ONLY_HAVE_CAMEL_CASE("MustOnlyHave"),
  /** No such object exists. */
  MUST_NOT_HAVE("mustnothave"),
  /** Another spelling of {@link #MUST_NOT_HAVE}. */
  MUST_NOT_HAVE_CAPITALIZED("Mustnothave"),
  /** Another spelling of {@link #MUST_NOT_HAVE}. */
  MUST_NOT_HAVE_CAMEL_CASE("MustNotHave");

  private final String wireName;

  ComplianceType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** The same in lower case, which is the usual spelling. */
  public ComplianceType canonical() {
    return switch (this) {
      case MUST_HAVE, MUST_HAVE_CAPITALIZED, MUST_HAVE_CAMEL_CASE -> MUST_HAVE;
      case MUST_ONLY_HAVE, MUST_ONLY_HAVE_CAPITALIZED, MUST_ONLY_HAVE_CAMEL_CASE -> MUST_ONLY_HAVE;
      case MUST_NOT_HAVE, MUST_NOT_HAVE_CAPITALIZED, MUST_NOT_HAVE_CAMEL_CASE -> MUST_NOT_HAVE;
    };
  }
}
