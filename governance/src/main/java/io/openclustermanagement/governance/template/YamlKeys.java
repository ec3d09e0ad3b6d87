package io.openclustermanagement.governance.template;

/** The order of keys in YAML that Go writes: letters first, numbers by value. */
final class YamlKeys {
  private YamlKeys() {}

  static int compare(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    boolean digits = false;
    for (int at = 0; at < a.length && at < b.length; at++) {
      if (a[at] == b[at]) {
        digits = Character.isDigit(a[at]);
      } else {
        return different(a, b, at, digits);
      }
    }
    return Integer.compare(a.length, b.length);
  }

  private static int different(int[] a, int[] b, int at, boolean afterDigits) {
    boolean letter = Character.isLetter(a[at]);
    boolean otherLetter = Character.isLetter(b[at]);
    if (letter && otherLetter) {
      return Integer.compare(a[at], b[at]);
    }
    if (letter || otherLetter) {
      return letter == afterDigits ? -1 : 1;
    }
    long start = (a[at] == '0' || b[at] == '0') && afterNonZero(a, at) ? 1 : 0;
    int end = digitsFrom(a, at);
    int otherEnd = digitsFrom(b, at);
    long number = number(a, at, end, start);
    long otherNumber = number(b, at, otherEnd, start);
    if (number != otherNumber) {
      return Long.compare(number, otherNumber);
    }
    return end != otherEnd ? Integer.compare(end, otherEnd) : Integer.compare(a[at], b[at]);
  }

  private static boolean afterNonZero(int[] text, int at) {
    for (int before = at - 1; before >= 0 && Character.isDigit(text[before]); before--) {
      if (text[before] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int digitsFrom(int[] text, int at) {
    int end = at;
    while (end < text.length && Character.isDigit(text[end])) {
      end++;
    }
    return end;
  }

  private static long number(int[] text, int from, int to, long start) {
    long number = start;
    for (int at = from; at < to; at++) {
      number = number * 10 + (text[at] - '0');
    }
    return number;
  }
}
