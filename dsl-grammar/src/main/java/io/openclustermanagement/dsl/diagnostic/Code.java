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
  UNKNOWN_DECLARATION("OCM0002", "A word that begins no declaration"),
  RESERVED_WORD("OCM0003", "A reserved word where a name is expected"),
  MISPLACED("OCM0004", "A header or import below what it must precede"),
  REPEATED("OCM0005", "A part that may be given only once"),
  UNCLOSED_STRING("OCM0010", "A string without its closing quote"),
  UNCLOSED_INTERPOLATION("OCM0011", "An interpolation without its closing brace"),
  UNCLOSED_FENCE("OCM0012", "A fenced text without its closing quotes"),
  UNCLOSED_COMMENT("OCM0013", "A block comment without its end"),
  UNCLOSED_BRACKET("OCM0014", "A bracket that is never closed"),
  UNOPENED_BRACKET("OCM0015", "A closing bracket without an opening one"),
  STRAY_CHARACTER("OCM0016", "A character that means nothing here"),
  FOREIGN_NOTATION("OCM0017", "The notation of another language"),
  BAD_NUMBER("OCM0018", "A number with a unit that does not exist"),
  BAD_ESCAPE("OCM0019", "An escape that does not exist"),
  NO_INTERPOLATION_HERE("OCM0020", "An interpolation where only plain text may stand"),
  TOO_DEEP("OCM0030", "Nested too deeply"),
  FILE_TOO_LARGE("OCM0031", "A file that is too large"),
  NOT_UTF8("OCM0091", "A file that is not UTF-8 text"),
  INPUT_TOO_LARGE("OCM0092", "A file that is larger than what is read"),

  // 1xxx: names and types.
  UNKNOWN_NAME("OCM1001", "A name that is declared nowhere"),
  UNKNOWN_CLAUSE("OCM1004", "A clause that the construct does not have"),

  // 2xxx: what the target cannot say.
  NOT_COMPILED_YET("OCM2000", "A construct that is parsed but not compiled yet"),

  // 3xxx: lint.

  // 4xxx: analysis.

  // 5xxx: test runner.

  // 6xxx: Kubernetes objects.
  UNKNOWN_FIELD("OCM6001", "A field that the kind does not have"),
  YAML_SYNTAX("OCM6002", "Text that is not YAML"),
  YAML_ENCODING("OCM6003", "Bytes or characters that YAML forbids"),
  YAML_TAB("OCM6004", "A tab where YAML wants spaces"),
  YAML_ALIASES("OCM6005", "Aliases that expand to too much"),
  YAML_NESTING("OCM6006", "Nesting that is too deep"),
  YAML_TOO_LARGE("OCM6007", "A file that is too large"),
  YAML_TOO_MANY_DOCUMENTS("OCM6008", "A file with too many documents"),
  YAML_DUPLICATE_KEY("OCM6009", "A key that comes twice"),
  MANIFEST_NOT_AN_OBJECT("OCM6010", "A document that is not an object"),
  MANIFEST_KIND_MISSING("OCM6011", "An object without apiVersion or kind"),
  MANIFEST_KIND_UNKNOWN("OCM6012", "A kind that its group does not have"),
  MANIFEST_VERSION_UNKNOWN("OCM6013", "A version that the kind does not have"),
  FIELD_MISSING("OCM6014", "A required field that is not there"),
  FIELD_TYPE("OCM6015", "A value of the wrong type"),
  FIELD_ENUM("OCM6016", "A text that is none of those allowed"),
  FIELD_PATTERN("OCM6017", "A text of the wrong form"),
  FIELD_RANGE("OCM6018", "A number outside of the range"),
  FIELD_LENGTH("OCM6019", "A text that is too short or too long"),
  FIELD_ITEMS("OCM6020", "A list with too many items"),
  FIELD_QUANTITY("OCM6021", "A text that is not a quantity"),
  FIELD_TIME("OCM6022", "A text that is not a time"),
  ITEM_DUPLICATE("OCM6023", "Two items with the same keys"),

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
