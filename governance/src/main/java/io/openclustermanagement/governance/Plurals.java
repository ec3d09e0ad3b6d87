package io.openclustermanagement.governance;

import java.util.Locale;

/** The resource name of a kind by the rules of English ({@code meta.UnsafeGuessKindToResource}). */
final class Plurals {

  private Plurals() {}

  static String of(String kind) {
    String singular = kind.toLowerCase(Locale.ROOT);
    if (singular.endsWith("endpoints")) {
      return singular;
    }
    if (singular.endsWith("s")) {
      return singular + "es";
    }
    return singular.endsWith("y")
        ? singular.substring(0, singular.length() - 1) + "ies"
        : singular + "s";
  }
}
