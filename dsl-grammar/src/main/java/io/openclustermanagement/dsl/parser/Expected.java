package io.openclustermanagement.dsl.parser;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;

/**
 * What could have stood at a place.
 *
 * @param rules the rules that may begin there and have a name of their own
 * @param tokens the token types outside of those rules
 */
record Expected(Set<Integer> rules, Set<Integer> tokens) {

  private static final int MOST_NAMED = 5;

  Expected {
    rules = new LinkedHashSet<>(rules);
    tokens = new TreeSet<>(tokens);
  }

  boolean hasOperator() {
    return tokens.contains(OcmTokens.AND) && tokens.contains(OcmTokens.IMPLIES);
  }

  /** Whether the place may be behind an expression. */
  boolean mayFollowExpression() {
    return hasOperator() || rules.stream().anyMatch(rule -> RuleNames.owner(rule) != null);
  }

  /** Whether the place is behind the key of a field. */
  boolean mayGiveField() {
    return tokens.contains(OcmTokens.COLON) && tokens.contains(OcmTokens.LBRACE);
  }

  /** The rule of the clauses that alone could have begun there, or -1. */
  int onlyClause() {
    if (rules.size() != 1 || !tokens.isEmpty()) {
      return -1;
    }
    int rule = rules.iterator().next();
    return RuleNames.owner(rule) == null ? -1 : rule;
  }

  boolean hasExpression() {
    return rules.contains(OcmGrammar.RULE_expr) || rules.contains(OcmGrammar.RULE_expression);
  }

  boolean isOnly(int type) {
    return rules.isEmpty() && tokens.equals(Set.of(type));
  }

  boolean isEmpty() {
    return rules.isEmpty() && tokens.isEmpty();
  }

  boolean hasName() {
    return rules.stream().anyMatch(RuleNames::isName);
  }

  /** The keywords that could have stood there, operators left out unless nothing else is left. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (int type : tokens) {
      if (Keywords.isSoft(type) || Keywords.isHard(type)) {
        words.add(Keywords.text(type));
      }
    }
    return words;
  }

  /**
   * The alternatives as a person would list them.
   *
   * @param end what the end of the text is called
   * @param previous the type of the token before the place
   */
  String describe(String end, int previous) {
    Set<String> names = new LinkedHashSet<>();
    rules.forEach(rule -> names.add(RuleNames.phrase(rule, previous)));
    boolean operator = hasOperator();
    boolean field = mayGiveField();
    for (int type : tokens) {
      boolean inKey = field && (type == OcmTokens.DOT || type == OcmTokens.LBRACE);
      if (!inKey && (!operator || !RuleNames.continuesExpression(type))) {
        names.add(type == Token.EOF ? end : RuleNames.tokenPhrase(type));
      }
    }
    if (operator) {
      names.add("an operator");
    }
    return join(new ArrayList<>(names));
  }

  private static String join(List<String> names) {
    if (names.isEmpty()) {
      return "something else";
    }
    if (names.size() > MOST_NAMED) {
      return String.join(", ", names.subList(0, MOST_NAMED)) + " or something else";
    }
    String last = names.getLast();
    List<String> first = names.subList(0, names.size() - 1);
    return first.isEmpty() ? last : String.join(", ", first) + " or " + last;
  }
}
