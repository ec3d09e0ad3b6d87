package io.openclustermanagement.dsl.parser;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Follows tokens through the grammar's automaton along all ways at once, remembering where each
 * rule was entered. Unlike the parser it needs no end: it says at any token what may come next.
 */
final class GrammarWalk {
  private static final ATN GRAMMAR = OcmGrammar._ATN;

  /** A state of the automaton, within the rules that are not finished; null at the outermost. */
  record Position(ATNState state, @Nullable Call call) {}

  /**
   * A rule that was entered.
   *
   * @param rule its index
   * @param start the index of the token that it begins with
   * @param follow where the rule around it goes on
   * @param outer the rule around it
   */
  record Call(int rule, int start, ATNState follow, @Nullable Call outer) {}

  private GrammarWalk() {}

  /** The position before a whole file. */
  static Set<Position> start() {
    return Set.of(new Position(GRAMMAR.ruleToStartState[OcmGrammar.RULE_file], null));
  }

  /** Where a token leads to; nowhere if it may not stand there. */
  static Set<Position> step(Set<Position> positions, int type, int index) {
    Set<Position> next = new LinkedHashSet<>();
    Set<Position> seen = new HashSet<>();
    for (Position position : positions) {
      visit(
          position,
          index,
          seen,
          _ -> true,
          (at, transition) -> {
            if (transition.matches(type, Token.MIN_USER_TOKEN_TYPE, GRAMMAR.maxTokenType)) {
              next.add(new Position(transition.target, at.call()));
            }
          });
    }
    return next;
  }

  /** Whether to look into a rule that may begin at a position. */
  @FunctionalInterface
  interface Entering {
    boolean enter(Call call);
  }

  /** Visits all transitions that consume a token and can be the next. */
  static void visit(
      Position position,
      int index,
      Set<Position> seen,
      Entering entering,
      BiConsumer<Position, Transition> consumer) {
    if (!seen.add(position)) {
      return;
    }
    Call call = position.call();
    if (position.state() instanceof RuleStopState) {
      if (call != null) {
        visit(new Position(call.follow(), call.outer()), index, seen, entering, consumer);
      }
      return;
    }
    for (Transition transition : position.state().getTransitions()) {
      if (transition instanceof RuleTransition into) {
        Call inner = new Call(into.ruleIndex, index, into.followState, call);
        if (entering.enter(inner)) {
          visit(new Position(into.target, inner), index, seen, entering, consumer);
        }
      } else if (transition.isEpsilon()) {
        visit(new Position(transition.target, call), index, seen, entering, consumer);
      } else {
        consumer.accept(position, transition);
      }
    }
  }
}
