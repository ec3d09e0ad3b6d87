package io.openclustermanagement.dsl.testing;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Damages texts in the ways in which people and editors do. */
public final class Mutations {

  private static final Pattern TOKEN = Pattern.compile("\\s+|[\\w-]+|.", Pattern.DOTALL);

  private static final List<String> INSERTIONS =
      List.of(
          "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "${", "\\", "/*", "*/", "//", "///", ",",
          ".", "?.", ":", "=", "==", ";", "not ", "in ", "where ", "rule ", "1", "5m", "v1.2", "'",
          "#", "\u00e9", "\ud83d", "\u0000", "\n", "\t", "...", "@", "and ", "count(");

  private Mutations() {}

  /** Applies up to four random changes. */
  public static String mutate(String text, Random random) {
    String mutated = text;
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutated =
          random.nextBoolean() ? mutateCharacters(mutated, random) : mutateTokens(mutated, random);
    }
    return mutated;
  }

  private static String mutateCharacters(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int next = Math.min(text.length(), at + 1);
    String before = text.substring(0, at);
    return switch (random.nextInt(5)) {
      case 0 -> before + text.substring(next);
      case 1 -> before + INSERTIONS.get(random.nextInt(INSERTIONS.size())) + text.substring(at);
      case 2 -> before + text.substring(at, next) + text.substring(at);
      case 3 -> before;
      default -> before + (char) random.nextInt(256) + text.substring(next);
    };
  }

  private static String mutateTokens(String text, Random random) {
    List<String> tokens =
        TOKEN.matcher(text).results().map(MatchResult::group).collect(Collectors.toList());
    if (tokens.isEmpty()) {
      return text;
    }
    int at = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    switch (random.nextInt(4)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(other));
      case 2 -> tokens.set(at, tokens.set(other, tokens.get(at)));
      default -> {
        int end = Math.min(tokens.size(), at + random.nextInt(30));
        tokens.subList(at, end).clear();
      }
    }
    return String.join("", tokens);
  }
}
