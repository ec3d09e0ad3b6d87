package io.openclustermanagement.governance.template;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.openclustermanagement.governance.template.TemplateOptions.Delimiters;
import java.util.EnumMap;
import java.util.Map;

/**
 * The passes over the text of a document before its templates are parsed ({@code
 * processForDataTypes} and {@code processForAutoIndent} of go-template-utils). They know nothing of
 * YAML; what they do to a template in an unusual place is upstream's, too.
 */
final class TemplateText {
  private static final Map<Delimiters, Pattern> UNQUOTED = new EnumMap<>(Delimiters.class);
  private static final Map<Delimiters, Pattern> INDENTED = new EnumMap<>(Delimiters.class);

  static {
    for (Delimiters each : Delimiters.values()) {
      String left = Pattern.quote(each.left());
      String right = Pattern.quote(each.right());
      UNQUOTED.put(
          each,
          Pattern.compile(
              ":\\s+(?:[|>]-?\\s+)?(?:'?\\s*)("
                  + left
                  + "-?(?:.*\\|\\s*(?:toInt|toBool|toLiteral)|"
                  + "(?:.*(?:copyConfigMapData|copySecretData))).*"
                  + right
                  + ")(?:\\s*'?)"));
      INDENTED.put(
          each, Pattern.compile("( *)(?:'|\")?(" + left + ".*\\| *autoindent *-?" + right + ")"));
    }
  }

  private TemplateText() {}

  static String prepare(String text, Delimiters delimiters) {
    return indented(unquoted(text, delimiters), delimiters);
  }

  /** Removes the quotes around a template whose value is not to be a text. */
  private static String unquoted(String text, Delimiters delimiters) {
    if (!text.contains("|") && !text.contains("copy")) {
      return text;
    }
    return pattern(UNQUOTED, delimiters).matcher(text).replaceAll(": $1");
  }

  /** Gives {@code autoindent} the number of blanks before the template. */
  private static String indented(String text, Delimiters delimiters) {
    if (!text.contains("autoindent")) {
      return text;
    }
    String result = text;
    Matcher matcher = pattern(INDENTED, delimiters).matcher(text);
    while (matcher.find()) {
      String template = matcher.group(2);
      String numbered = replaceFirst(template, "autoindent", "indent " + matcher.group(1).length());
      result = replaceFirst(result, template, numbered);
    }
    return result;
  }

  private static Pattern pattern(Map<Delimiters, Pattern> patterns, Delimiters delimiters) {
    return java.util.Objects.requireNonNull(patterns.get(delimiters));
  }

  private static String replaceFirst(String text, String old, String replacement) {
    int at = text.indexOf(old);
    return at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + old.length());
  }
}
