package io.openclustermanagement.placement.cel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A named string format ({@code kubernetes.NamedFormat}). The messages are those of {@code
 * apimachinery/pkg/util/validation} and {@code kube-openapi/pkg/validation/strfmt}.
 */
enum FormatValue implements OpaqueValue {
  DNS1123_LABEL("dns1123Label"),
  DNS1123_SUBDOMAIN("dns1123Subdomain"),
  DNS1035_LABEL("dns1035Label"),
  QUALIFIED_NAME("qualifiedName"),
  DNS1123_LABEL_PREFIX("dns1123LabelPrefix"),
  DNS1123_SUBDOMAIN_PREFIX("dns1123SubdomainPrefix"),
  DNS1035_LABEL_PREFIX("dns1035LabelPrefix"),
  LABEL_VALUE("labelValue"),
  URI("uri"),
  UUID("uuid"),
  BYTE("byte"),
  DATE("date"),
  DATETIME("datetime");

  private static final String ALPHANUMERIC_ENDS =
      ", and must start and end with an alphanumeric character";

  private final String key;

  FormatValue(String key) {
    this.key = key;
  }

  /** Patterns, on RE2 because the texts are anybody's. */
  private static final class Patterns {
    static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    static final String LABEL_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
    static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}");
    static final Pattern BASE64 =
        Pattern.compile(
            "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})");
    static final Pattern TIME =
        Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|[+-][0-9]{2}:[0-9]{2})");
  }

  /** The format that an expression calls {@code format.KEY()}; {@code null} for an unknown key. */
  static @Nullable FormatValue named(String key) {
    for (FormatValue format : values()) {
      if (format.key.equals(key)) {
        return format;
      }
    }
    return null;
  }

  /** The name that follows {@code format.}. */
  String key() {
    return key;
  }

  /** What is wrong with a text; empty if it has this format. */
  List<String> problems(String text) {
    return switch (this) {
      case DNS1123_LABEL -> dns1123Label(text);
      case DNS1123_SUBDOMAIN -> dns1123Subdomain(text);
      case DNS1035_LABEL -> dns1035Label(text);
      case QUALIFIED_NAME -> qualifiedName(text);
      case DNS1123_LABEL_PREFIX -> dns1123Label(maskTrailingDash(text));
      case DNS1123_SUBDOMAIN_PREFIX -> dns1123Subdomain(maskTrailingDash(text));
      case DNS1035_LABEL_PREFIX -> dns1035Label(maskTrailingDash(text));
      case LABEL_VALUE -> labelValue(text);
      case URI -> uri(text);
      case UUID -> check(matches(Patterns.UUID, text), "does not match the UUID format");
      case BYTE -> check(matches(Patterns.BASE64, text), "invalid base64");
      case DATE -> check(isDate(text), "invalid date");
      case DATETIME -> check(isDateTime(text), "invalid datetime");
    };
  }

  @Override
  public String typeName() {
    return "kubernetes.NamedFormat";
  }

  @Override
  public Object equalTo(Object other) {
    return other instanceof FormatValue
        ? (Object) (this == other)
        : EvaluationError.NO_SUCH_OVERLOAD;
  }

  @Override
  public String toString() {
    return key;
  }

  private static List<String> check(boolean valid, String problem) {
    return valid ? List.of() : List.of(problem);
  }

  private static boolean matches(Pattern pattern, String text) {
    return pattern.matcher(text).matches();
  }

  private static String maskTrailingDash(String text) {
    boolean masked = text.length() > 1 && text.endsWith("-");
    return masked ? text.substring(0, text.length() - 2) + "a" : text;
  }

  private static List<String> dns1123Label(String text) {
    List<String> problems = tooLong(text, 63);
    if (Pattern.matches(Patterns.LABEL, text)) {
      return problems;
    }
    String problem =
        Pattern.matches(Patterns.SUBDOMAIN, text)
            ? "must not contain dots"
            : expected(
                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or"
                    + " '-'"
                    + ALPHANUMERIC_ENDS,
                Patterns.LABEL,
                "my-name",
                "123-abc");
    return with(problems, problem);
  }

  private static List<String> dns1123Subdomain(String text) {
    List<String> problems = tooLong(text, 253);
    return Pattern.matches(Patterns.SUBDOMAIN, text)
        ? problems
        : with(
            problems,
            expected(
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters,"
                    + " '-' or '.'"
                    + ALPHANUMERIC_ENDS,
                Patterns.SUBDOMAIN,
                "example.com"));
  }

  private static List<String> dns1035Label(String text) {
    List<String> problems = tooLong(text, 63);
    return Pattern.matches(Patterns.LABEL_1035, text)
        ? problems
        : with(
            problems,
            expected(
                "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start"
                    + " with an alphabetic character, and end with an alphanumeric character",
                Patterns.LABEL_1035,
                "my-name",
                "abc-123"));
  }

  private static List<String> labelValue(String text) {
    List<String> problems = tooLong(text, 63);
    String pattern = "(" + Patterns.NAME + ")?";
    return Pattern.matches(pattern, text)
        ? problems
        : with(
            problems,
            expected(
                "a valid label must be an empty string or consist of alphanumeric characters, '-',"
                    + " '_' or '.'"
                    + ALPHANUMERIC_ENDS,
                pattern,
                "MyValue",
                "my_value",
                "12345"));
  }

  private static List<String> qualifiedName(String text) {
    String rule = "must consist of alphanumeric characters, '-', '_' or '.'" + ALPHANUMERIC_ENDS;
    String expected = expected(rule, Patterns.NAME, "MyName", "my.name", "123-abc");
    String[] parts = text.split("/", -1);
    if (parts.length > 2) {
      return List.of(
          "a qualified name "
              + expected
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    List<String> problems = new ArrayList<>();
    if (parts.length == 2) {
      List<String> prefix =
          parts[0].isEmpty() ? List.of("must be non-empty") : dns1123Subdomain(parts[0]);
      prefix.forEach(problem -> problems.add("prefix part " + problem));
    }
    String name = parts[parts.length - 1];
    List<String> length = name.isEmpty() ? List.of("must be non-empty") : tooLong(name, 63);
    length.forEach(problem -> problems.add("name part " + problem));
    if (!Pattern.matches(Patterns.NAME, name)) {
      problems.add("name part " + expected);
    }
    return problems;
  }

  private static List<String> uri(String text) {
    String problem = UrlValue.problem(text);
    return check(problem.isEmpty(), problem);
  }

  private static boolean isDate(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && LocalDate.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDateTime(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split("t", -1);
    Matcher time = Patterns.TIME.matcher(parts.length < 2 ? "" : parts[1]);
    return isDate(parts[0])
        && time.matches()
        && time.group(1).compareTo("23") <= 0
        && time.group(2).compareTo("59") <= 0
        && time.group(3).compareTo("59") <= 0;
  }

  private static List<String> tooLong(String text, int most) {
    return check(
        UrlValue.toBytes(text).length() <= most,
        "must be no more than %d characters".formatted(most));
  }

  private static List<String> with(List<String> problems, String problem) {
    List<String> all = new ArrayList<>(problems);
    all.add(problem);
    return all;
  }

  private static String expected(String rule, String pattern, String... examples) {
    return "%s (e.g. '%s', regex used for validation is '%s')"
        .formatted(rule, String.join("',  or '", examples), pattern);
  }
}
