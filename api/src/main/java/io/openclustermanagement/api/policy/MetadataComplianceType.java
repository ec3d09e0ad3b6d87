package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** How labels and annotations are compared. */
public enum MetadataComplianceType implements WireEnum {
  /** There are at least these. */
  MUST_HAVE("musthave"),
  /** Another spelling of {@link #MUST_HAVE}. */
  MUST_HAVE_CAPITALIZED("Musthave"),
  /** Another spelling of {@link #MUST_HAVE}. */
  MUST_HAVE_CAMEL_CASE("MustHave"),
  /** There are exactly these. */
  MUST_ONLY_HAVE("mustonlyhave"),
  /** Another spelling of {@link #MUST_ONLY_HAVE}. */
  MUST_ONLY_HAVE_CAPITALIZED("Mustonlyhave"),
  /** Another spelling of {@link #MUST_ONLY_HAVE}. */
  MUST_ONLY_HAVE_CAMEL_CASE("MustOnlyHave");

  private final String wireName;

  MetadataComplianceType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** The same in lower case, which is the usual spelling. */
  public MetadataComplianceType canonical() {
    return switch (this) {
      case MUST_HAVE, MUST_HAVE_CAPITALIZED, MUST_HAVE_CAMEL_CASE -> MUST_HAVE;
      case MUST_ONLY_HAVE, MUST_ONLY_HAVE_CAPITALIZED, MUST_ONLY_HAVE_CAMEL_CASE -> MUST_ONLY_HAVE;
    };
  }
}
