package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.compiler.program.TextPatterns;
import java.util.Optional;

/** The patterns of {@code like} that regular expressions stand for. */
final class Wildcards {
  private Wildcards() {}

  /** The pattern that the compiler turns into exactly this regular expression; empty if none. */
  static Optional<String> ofRegex(String regex) {
    if (regex.length() < 2 || !regex.startsWith("^") || !regex.endsWith("$")) {
      return Optional.empty();
    }
    String pattern =
        regex
            .substring(1, regex.length() - 1)
            .replace("(?s:.*)", "*")
            .replace("(?s:.)", "?")
            .replaceAll("\\\\(.)", "$1");
    return Optional.of(pattern)
        .filter(each -> each.contains("*") || each.contains("?"))
        .filter(each -> TextPatterns.likeAsRegex(each).equals(regex));
  }
}
