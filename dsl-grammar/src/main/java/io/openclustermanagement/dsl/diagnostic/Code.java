package io.openclustermanagement.dsl.diagnostic;

/**
 * The stable codes of all findings, the one registry. A code is never renamed and never reused.
 *
 * <p>Ranges: {@code 0xxx} syntax; {@code 1xxx} names and types; {@code 2xxx} what cannot be
 * compiled for the chosen target; {@code 3xxx} lint; {@code 4xxx} analysis; {@code 5xxx} test
 * runner; {@code 6xxx} Kubernetes objects; {@code 7xxx} import; {@code 9xxx} our own bugs.
 */
public enum Code {
  // 0xxx: syntax.
  UNEXPECTED_TOKEN("OCM0001", "Something else is expected here"),
  NOT_UTF8("OCM0091", "A file that is not UTF-8 text"),
  INPUT_TOO_LARGE("OCM0092", "A file that is larger than what is read"),

  // 1xxx: names and types.
  UNKNOWN_NAME("OCM1001", "A name that is declared nowhere"),

  // 2xxx: what the target cannot say.
  NOT_COMPILED_YET("OCM2000", "A construct that is parsed but not compiled yet"),

  // 3xxx: lint.

  // 4xxx: analysis.

  // 5xxx: test runner.

  // 6xxx: Kubernetes objects.
  UNKNOWN_FIELD("OCM6001", "A field that the kind does not have"),

  // 7xxx: import.

  // 9xxx: our own bugs.
  INTERNAL_ERROR("OCM9001", "A mistake of this program");

  private final String id;
  private final String title;

  Code(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The code as users see it, such as {@code OCM1001}. */
  public String id() {
    return id;
  }

  /** A short description for lists of codes. */
  public String title() {
    return title;
  }
}
