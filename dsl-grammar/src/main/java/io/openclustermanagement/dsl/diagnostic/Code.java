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
  NOT_UTF8("OCM0032", "A file that is not UTF-8 text"),

  // 1xxx: names and types.
  UNKNOWN_NAME("OCM1001", "A name that is declared nowhere"),
  WRONG_KIND("OCM1002", "A name of another kind than is expected here"),
  DUPLICATE_NAME("OCM1003", "A name that is declared twice"),
  UNKNOWN_CLAUSE("OCM1004", "A clause that the construct does not have"),
  AMBIGUOUS_NAME("OCM1005", "A name that several imports bring"),
  UNKNOWN_MODULE("OCM1006", "A module that no source declares"),
  CYCLIC_IMPORT("OCM1007", "Modules that import each other"),
  DUPLICATE_CLAUSE("OCM1008", "A clause that may stand only once"),
  DUPLICATE_MODULE("OCM1009", "A module that two files declare"),
  TYPE_MISMATCH("OCM1010", "A value of another type than is expected here"),
  UNKNOWN_TYPE("OCM1011", "A type that does not exist"),
  AMBIGUOUS_UNIT("OCM1012", "A unit that could be a duration or a quantity"),
  WRONG_OPERAND("OCM1013", "An operator that does not work on this type"),
  UNKNOWN_PROPERTY("OCM1014", "A property that the value does not have"),
  WRONG_ARGUMENTS("OCM1016", "Arguments that a function does not take"),
  FUNCTION_ORDER("OCM1017", "A function that calls itself or a later one"),
  CHECK_FAILED("OCM1018", "A parameter whose value breaks its check"),
  PARAMETER_WITHOUT_VALUE("OCM1019", "A parameter that has no value"),
  UNKNOWN_PARAMETER("OCM1020", "A value for a parameter that does not exist"),
  OUT_OF_RANGE("OCM1021", "A number that is too small or too large"),
  INVALID_NAME("OCM1022", "A name that Kubernetes does not accept"),
  INVALID_PATTERN("OCM1023", "A regular expression that cannot be used"),
  INVALID_LABEL("OCM1024", "A label that no cluster can have"),
  NOT_CONSTANT("OCM1025", "A value that must be known while compiling"),
  NO_HUB_NAMESPACE("OCM1026", "A placement that is created in no hub namespace"),
  CYCLIC_FIXTURE("OCM1027", "Clusters that are like each other"),
  IMPOSSIBLE_ARITHMETIC("OCM1028", "A computation without a result"),
  TOO_LARGE("OCM1029", "An expression that becomes too large"),
  UNKNOWN_WORD("OCM1030", "A word that is none of the known ones"),
  MAY_BE_ABSENT("OCM1031", "A value that may be absent where one is needed"),
  NOT_AVAILABLE_HERE("OCM1032", "Something that cannot be asked at this place"),
  SET_BY_SELECTOR("OCM1033", "A cluster put by hand into a set that has a selector"),
  POLICY_WITHOUT_ARGUMENTS("OCM1034", "A policy with parameters that is used by itself"),
  CLAUSE_MISSING("OCM1035", "A clause that the construct must have"),
  IDENTITY_IN_BODY("OCM1040", "The identity of a resource written among its fields"),
  UNKNOWN_KIND("OCM1041", "A Kubernetes kind that is not known"),
  AMBIGUOUS_KIND("OCM1042", "A kind that several groups have"),
  UNKNOWN_RESOURCE_FIELD("OCM1043", "A field that the type does not have"),
  NOT_ALLOWED("OCM1044", "A text that is none of those that the field takes"),
  REQUIRED_FIELD("OCM1045", "A field that has to be there"),
  NAMESPACE_MISSING("OCM1046", "A resource without the namespace that its kind needs"),
  NAMESPACE_UNWANTED("OCM1047", "A namespace for a kind that has none"),
  NAME_MISSING("OCM1048", "A resource without a name"),
  DUPLICATE_FIELD("OCM1049", "A field that is given twice"),
  UNREADABLE_FILE("OCM1050", "A file that a source names and that cannot be read"),
  ENFORCED_WITHOUT_FIX("OCM1061", "An enforced rule that cannot repair anything"),
  INVALID_REGO("OCM1062", "A Rego module that Gatekeeper would not take"),

  // 2xxx: what the target cannot say.
  SET_NOT_EXPRESSIBLE("OCM2001", "Members of a set that no label selector can describe"),
  NOT_EXPRESSIBLE("OCM2002", "A condition that no predicate can express"),
  NEGATED_CEL("OCM2003", "A CEL expression that cannot be negated exactly"),
  SET_NOT_BOUND("OCM2007", "A cluster set that is not bound where it is used"),
  SPREAD_NOT_UPSTREAM("OCM2011", "Spreading, which upstream does not do"),
  GROUP_NOT_EXPRESSIBLE("OCM2012", "A decision group that tests more than labels and claims"),
  SORTING_NOT_UPSTREAM("OCM2013", "Sorting by score, which upstream does not do"),
  NO_REMEDIATION("OCM2020", "A policy that neither informs nor enforces"),
  NOT_PER_CLUSTER("OCM2021", "A value per cluster where all clusters get the same"),
  NOT_IN_TEMPLATE("OCM2022", "A property of clusters that no template can read"),
  UNCLOSED_TEMPLATE("OCM2023", "A Go template in a text that never ends"),
  NAME_TOO_LONG("OCM2024", "A name that is too long together with its namespace"),
  WAITING_FOR_EACH_OTHER("OCM2025", "Policies that wait for each other"),
  OTHER_NAMESPACE("OCM2026", "Things that must be in one hub namespace"),
  NOT_ONE_TEMPLATE("OCM2027", "A template block that needs more than one template"),
  TEMPLATE_NOT_REQUIRED("OCM2028", "A policy template of a file that is not just required"),
  RULE_DEPENDENCY_NOT_UPSTREAM("OCM2031", "Waiting for a rule, which upstream cannot do"),
  EXEMPTION_NOT_UPSTREAM("OCM2032", "An exemption, which upstream does not end"),
  INVALID_ROLLOUT("OCM2040", "A rollout with a clause that its form does not have"),
  APPLY_WITHOUT_SERVER("OCM2041", "What only server-side apply can do"),
  NO_WELL_KNOWN_STATUS("OCM2042", "A kind without a well-known status"),
  ROLLOUT_NEVER_ENDS("OCM2043", "A rollout that nothing ever tells to go on"),
  MANIFESTS_TOO_LARGE("OCM2044", "Manifests that are too large for one work"),
  NOT_A_MANIFEST("OCM2045", "A resource that cannot be deployed"),
  EMPTY_POLICY("OCM2029", "A policy that asks for nothing"),
  MODE_OVERRIDDEN("OCM2046", "A template whose mode the policy replaces"),
  RULE_NOT_UPSTREAM("OCM2030", "A rule, which upstream cannot evaluate"),
  FLEET_RULE_NOT_UPSTREAM("OCM2033", "A fleet rule, which upstream cannot evaluate"),
  NOT_CEL("OCM2050", "An expression that CEL cannot say"),
  NAMESPACES_NOT_IN_GATEKEEPER("OCM2051", "Namespaces that Gatekeeper cannot select"),

  // 3xxx: lint.
  UNUSED_IMPORT("OCM3001", "An import that nothing uses"),
  UNUSED_PARAM("OCM3002", "A parameter that nothing uses"),
  UNUSED_FUN("OCM3003", "A function that nothing uses"),
  ZERO_WEIGHT("OCM3004", "A preference that has no say"),
  CHOOSE_WITHOUT_PREFER("OCM3005", "A choice of some clusters without a preference"),
  TEST_WITHOUT_EXPECTATION("OCM3006", "A test that expects nothing"),
  CHOOSE_NOTHING("OCM3007", "A placement that chooses no cluster"),
  YODA("OCM3008", "A comparison with the constant on the left"),
  PATTERN_IS_PREFIX("OCM3009", "A pattern where a simpler test says the same"),
  UNUSED_PLACEMENT("OCM3010", "A placement that places nothing"),
  ALLOW_WITHOUT_REASON("OCM3011", "An allowance without a code or a reason"),
  ALLOWS_NOTHING("OCM3012", "An allowance of something that is not there"),
  DECEPTIVE_TEXT("OCM3013", "Text that looks like something else than it is"),
  NEGATED_COMPLIANCE("OCM3014", "A negated test of compliance"),
  POLICY_WITHOUT_STANDARD("OCM3015", "A policy that answers to no standard"),
  POLICY_WITHOUT_SEVERITY("OCM3016", "A policy without a severity"),
  ENFORCE_WITHOUT_PRUNE("OCM3017", "An enforced policy whose objects stay behind"),
  EXEMPTION_WITHOUT_TICKET("OCM3018", "An exemption without a ticket"),
  LONG_EXEMPTION("OCM3019", "An exemption for more than half a year"),
  MESSAGE_WITHOUT_WITNESS("OCM3020", "A message that does not say what it is about"),
  ALL_NAMESPACES("OCM3021", "All namespaces, also those of Kubernetes"),
  IMAGES_OF_CONTAINERS("OCM3022", "Images of some containers only"),
  FORBID_NAMED("OCM3023", "A forbidden object whose fields do not count"),
  UNNAMED_ENFORCE("OCM3024", "An enforced template that only reports"),
  SELECTOR_MAY_MATCH_NOTHING("OCM3025", "Required objects of which there may be none"),
  UNNAMED_ITEMS("OCM3026", "Items that pile up under enforcement"),
  QUOTED_NUMBER("OCM3027", "A number in quotes"),
  NO_NAMESPACE_SCOPE("OCM3028", "A template without namespaces"),
  LONG_POLICY_NAME("OCM3029", "A policy whose name is too long for the hub"),
  TEMPLATE_NAME_TWICE("OCM3030", "Two templates of the same name"),
  DEPENDENCY_CYCLE("OCM3031", "Policies that wait for each other"),
  KIND_WITHOUT_SCHEMA("OCM3040", "A resource whose fields are not checked"),

  // 4xxx: analysis.
  NEVER_TRUE("OCM4002", "A condition that can never be true"),
  EXEMPTION_ENDS_SOON("OCM4020", "An exemption that ends soon"),

  // 5xxx: test runner.
  EXPECTATION_FAILED("OCM5001", "An expectation that does not hold"),
  EXPECTATION_NOT_RUN("OCM5002", "An expectation that cannot be run yet"),

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
  FIELD_ITEMS("OCM6020", "A list with too many or too few items"),
  FIELD_QUANTITY("OCM6021", "A text that is not a quantity"),
  FIELD_TIME("OCM6022", "A text that is not a time"),
  ITEM_DUPLICATE("OCM6023", "Two items with the same keys"),
  DUPLICATE_OBJECT("OCM6024", "An object that occurs twice"),
  FIELD_CONFLICT("OCM6025", "Fields that do not go together"),
  BINDING_LEADS_NOWHERE("OCM6026", "A binding that leads nowhere"),

  // 7xxx: import.
  CARRIED("OCM7001", "An object that is carried as YAML"),
  NOT_IMPORTED("OCM7002", "An object that no source can stand for"),
  METADATA_NOT_IMPORTED("OCM7003", "Metadata that the language cannot say"),
  STATUS_NOT_IMPORTED("OCM7004", "Observed state that the language cannot say"),
  FIELD_NOT_IMPORTED("OCM7005", "A field that the language cannot say"),
  IMPORTED_TWICE("OCM7006", "An object that the sources have twice"),
  NOT_REPRODUCED("OCM7007", "An object that would not come back as it was"),

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
