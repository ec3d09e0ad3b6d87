package io.openclustermanagement.placement.cel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cuts the text of a valid expression at {@code ||}, {@code &&} and {@code !}. */
final class BooleanStructure {
  /** What binds less tightly than {@code !}, so that an expression with it is no negation. */
  private static final List<String> BINARY =
      List.of("=", "<", ">", "+", "-", "*", "/", "%", " in ", "\nin ", "\tin ", ")in ", "]in ");

  private final Function<String, Optional<CelCondition>> conditions;

  private BooleanStructure(Function<String, Optional<CelCondition>> conditions) {
    this.conditions = conditions;
  }

  /**
   * @param conditions what an atom asks of a cluster
   */
  static CelTerm of(String expression, Function<String, Optional<CelCondition>> conditions) {
    return new BooleanStructure(conditions).term(expression);
  }

  private CelTerm term(String expression) {
    String text = CelText.stripped(expression);
    if (isConditional(text)) {
      return atom(text);
    }
    List<CelTerm> alternatives = split(text, "||");
    if (alternatives.size() > 1) {
      return new CelTerm.Any(text, alternatives);
    }
    List<CelTerm> operands = split(text, "&&");
    if (operands.size() > 1) {
      return new CelTerm.All(text, operands);
    }
    return isNegation(text) ? new CelTerm.Not(text, term(text.substring(1))) : atom(text);
  }

  private CelTerm atom(String text) {
    return new CelTerm.Atom(text, conditions.apply(text));
  }

  private static boolean isConditional(String text) {
    return CelText.topLevel(text, "?").stream()
        .anyMatch(place -> place == 0 || text.charAt(place - 1) != '.');
  }

  private List<CelTerm> split(String text, String separator) {
    List<Integer> places = CelText.topLevel(text, separator);
    if (places.isEmpty()) {
      return List.of();
    }
    List<CelTerm> parts = new ArrayList<>();
    int start = 0;
    for (int place : places) {
      parts.add(term(text.substring(start, place)));
      start = place + separator.length();
    }
    parts.add(term(text.substring(start)));
    return parts;
  }

  private static boolean isNegation(String text) {
    return text.startsWith("!")
        && BINARY.stream()
            .allMatch(operator -> CelText.topLevel(text.substring(1), operator).isEmpty());
  }
}
