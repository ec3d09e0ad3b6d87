package io.openclustermanagement.cli.args;

import io.openclustermanagement.dsl.diagnostic.Suggestions;
import java.util.Collection;

/** The word that the user may have meant, as a part of a message. */
public final class Suggestion {
  private Suggestion() {}

  /** {@code " Did you mean `x`?"} when a known word is near, else the empty string. */
  public static String sentence(String given, Collection<String> known) {
    return Suggestions.closest(given, known)
        .map(word -> " Did you mean `" + word + "`?")
        .orElse("");
  }
}
