package io.openclustermanagement.governance.template;

import com.google.re2j.Matcher;

/** Go's replacements: {@code $1}, {@code ${1}x}, {@code $name}; the longest name counts. */
final class Replacement {
  private Replacement() {}

  static void append(StringBuilder text, String replacement, Matcher matcher) {
    for (int at = 0; at < replacement.length(); ) {
      int dollar = replacement.indexOf('$', at);
      if (dollar < 0) {
        text.append(replacement, at, replacement.length());
        return;
      }
      text.append(replacement, at, dollar);
      at = dollar + 1;
      boolean braces = at < replacement.length() && replacement.charAt(at) == '{';
      int from = at + (braces ? 1 : 0);
      int to = from;
      while (to < replacement.length() && isName(replacement.charAt(to))) {
        to++;
      }
      boolean closed = !braces || (to < replacement.length() && replacement.charAt(to) == '}');
      if (at < replacement.length() && replacement.charAt(at) == '$') {
        text.append('$');
        at++;
      } else if (to == from || !closed) {
        text.append('$');
      } else {
        text.append(group(matcher, replacement.substring(from, to)));
        at = to + (braces ? 1 : 0);
      }
    }
  }

  private static boolean isName(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static String group(Matcher matcher, String name) {
    if (name.matches("[0-9]{1,8}")) {
      int number = Integer.parseInt(name);
      String value = number <= matcher.groupCount() ? matcher.group(number) : "";
      return value == null ? "" : value;
    }
    try {
      String value = matcher.group(name);
      return value == null ? "" : value;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
