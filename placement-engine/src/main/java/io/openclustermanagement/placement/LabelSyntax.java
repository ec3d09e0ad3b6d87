package io.openclustermanagement.placement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Syntax of label keys and values with the words in which Kubernetes reports a violation
 * (apimachinery {@code pkg/util/validation}).
 */
final class LabelSyntax {
  private static final int NAME_MAX = 63;
  private static final int SUBDOMAIN_MAX = 253;
  private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String VALUE = "(" + NAME + ")?";
  private static final String SUBDOMAIN =
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
  private static final Pattern SUBDOMAIN_PATTERN = Pattern.compile(SUBDOMAIN);
  private static final String NAME_ERROR =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
          + " validation is '"
          + NAME
          + "')";
  private static final String VALUE_ERROR =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
          + " 'my_value',  or '12345', regex used for validation is '"
          + VALUE
          + "')";
  private static final String SUBDOMAIN_ERROR =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
          + " used for validation is '"
          + SUBDOMAIN
          + "')";

  private LabelSyntax() {}

  /** What is wrong with a label key; empty when nothing is. */
  static List<String> keyErrors(String key) {
    String[] parts = key.split("/", -1);
    if (parts.length > 2) {
      return List.of(
          "a qualified name "
              + NAME_ERROR
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    List<String> errors = new ArrayList<>();
    if (parts.length == 2) {
      addPrefixErrors(parts[0], errors);
    }
    addNameErrors(parts[parts.length - 1], errors);
    return errors;
  }

  /** What is wrong with a label value; empty when nothing is. */
  static List<String> valueErrors(String value) {
    List<String> errors = new ArrayList<>();
    if (bytes(value) > NAME_MAX) {
      errors.add(tooLong(NAME_MAX));
    }
    if (!value.isEmpty() && !isName(value)) {
      errors.add(VALUE_ERROR);
    }
    return errors;
  }

  private static void addPrefixErrors(String prefix, List<String> errors) {
    if (prefix.isEmpty()) {
      errors.add("prefix part must be non-empty");
      return;
    }
    if (bytes(prefix) > SUBDOMAIN_MAX) {
      errors.add("prefix part " + tooLong(SUBDOMAIN_MAX));
    }
    if (prefix.length() > 10_000 || !SUBDOMAIN_PATTERN.matcher(prefix).matches()) {
      errors.add("prefix part " + SUBDOMAIN_ERROR);
    }
  }

  private static void addNameErrors(String name, List<String> errors) {
    if (name.isEmpty()) {
      errors.add("name part must be non-empty");
    } else if (bytes(name) > NAME_MAX) {
      errors.add("name part " + tooLong(NAME_MAX));
    }
    if (!isName(name)) {
      errors.add("name part " + NAME_ERROR);
    }
  }

  /** The pattern {@link #NAME}, by hand, because selectors are validated in bulk. */
  private static boolean isName(String name) {
    if (name.isEmpty() || !isAlphanumeric(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return isAlphanumeric(name.charAt(name.length() - 1));
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String tooLong(int max) {
    return "must be no more than " + max + " bytes";
  }
}
