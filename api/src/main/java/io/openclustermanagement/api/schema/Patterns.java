package io.openclustermanagement.api.schema;

/** Regular expressions that several fields share. Text only: nothing is compiled here. */
public final class Patterns {
  /** A label key or condition type: an optional DNS subdomain, a slash, a name. */
  public static final String QUALIFIED_NAME =
      "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
          + "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$";

  /** The same language as {@link #QUALIFIED_NAME}, with the brackets of the topology key. */
  public static final String TOPOLOGY_KEY =
      "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
          + "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$";

  /** A namespace: an RFC 1123 label. */
  public static final String DNS_LABEL = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

  /** The name of an object: an RFC 1123 subdomain. */
  public static final String DNS_SUBDOMAIN =
      "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

  /** A label key: an optional subdomain, a slash, a name of up to 63 characters. */
  public static final String LABEL_KEY =
      "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
          + "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$";

  /** A label value; the empty text is one. */
  public static final String LABEL_VALUE = "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$";

  /** A condition's reason. */
  public static final String REASON = "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$";

  /** A resource quantity. */
  public static final String QUANTITY =
      "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))"
          + "(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";

  /** A number or a percentage from 1 on. */
  public static final String NUMBER_OR_PERCENTAGE = "^((100|[1-9][0-9]{0,1})%|[1-9][0-9]*)$";

  /** The name of a decision group, at least two characters. */
  public static final String GROUP_NAME = "^[a-zA-Z0-9][-A-Za-z0-9_.]{0,61}[a-zA-Z0-9]$";

  /** A duration in one unit. */
  public static final String DURATION = "^[0-9]+[hms]$";

  /** A duration of several units, {@code never} or {@code watch}. */
  public static final String EVALUATION_INTERVAL =
      "^(?:(?:(?:[0-9]+(?:.[0-9])?)(?:h|m|s|(?:ms)|(?:us)|(?:ns)))|never|watch)+$";

  /** A duration of several units, as Go's {@code time.ParseDuration} takes it. */
  public static final String GO_DURATION =
      "^[+-]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|ms|s|m|h))+)$";

  /** A duration in one unit, or {@code None}; upstream's alternative reaches over the anchors. */
  public static final String DEADLINE = "^(([0-9])+[h|m|s])|None$";

  /** A number or a percentage from 0 on. */
  public static final String COUNT_OR_PERCENTAGE = "^((100|[0-9]{1,2})%|[0-9]+)$";

  /** The manager of fields that an agent sets. */
  public static final String WORK_AGENT = "^work-agent";

  /** The name or namespace of a service account. */
  public static final String SERVICE_ACCOUNT =
      "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$";

  /** The name of a variable of CEL. */
  public static final String CEL_NAME = "^[_a-zA-Z][_a-zA-Z0-9]*$";

  /** A day. */
  public static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

  private Patterns() {}

  /**
   * The longest text that is matched: no pattern allows longer ones that mean anything, and
   * matching takes stack for each repetition. The repetitions of an evaluation interval overlap, so
   * that a text can be read in more ways than can be tried.
   */
  static int longest(String pattern) {
    return pattern.equals(EVALUATION_INTERVAL) ? 48 : 2_048;
  }

  /** What a pattern wants, in words that follow "use". */
  static String describe(String pattern) {
    return switch (pattern) {
      case QUALIFIED_NAME, TOPOLOGY_KEY ->
          "letters, digits, `-`, `_` and `.`, optionally after a lower-case domain name and `/`";
      case DNS_LABEL -> "lower-case letters, digits and `-`, with no `-` at either end";
      case DNS_SUBDOMAIN, SERVICE_ACCOUNT ->
          "lower-case letters, digits, `-` and `.`, with a letter or digit at both ends";
      case LABEL_KEY ->
          "up to 63 letters, digits, `-`, `_` and `.`, optionally after a lower-case domain name"
              + " and `/`";
      case LABEL_VALUE -> "letters, digits, `-`, `_` and `.`, with a letter or digit at both ends";
      case REASON -> "letters, digits, `_`, `,` and `:`, with a letter at the start";
      case NUMBER_OR_PERCENTAGE -> "a number from 1 on or a percentage from `1%` to `100%`";
      case GROUP_NAME ->
          "2 to 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends";
      case DURATION -> "a number with `h`, `m` or `s`";
      case EVALUATION_INTERVAL -> "a duration such as `1h30m`, `never` or `watch`";
      case GO_DURATION -> "a duration such as `672h` or `1h30m`";
      case DEADLINE -> "a number with `h`, `m` or `s`, or `None`";
      case COUNT_OR_PERCENTAGE -> "a number or a percentage up to `100%`";
      case CEL_NAME -> "letters, digits and `_`, with no digit at the start";
      case DATE -> "a day such as `2026-12-31`";
      case WORK_AGENT -> "a name that starts with `work-agent`";
      default -> "a text that matches `" + pattern + "`";
    };
  }
}
