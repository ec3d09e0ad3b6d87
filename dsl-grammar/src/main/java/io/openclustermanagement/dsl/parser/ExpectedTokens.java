package io.openclustermanagement.dsl.parser;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Walks the grammar's automaton again from where a decision was made, along the tokens that were
 * still possible, and names what could have come next. ANTLR itself would name only what can begin
 * at the decision, token by token.
 */
final class ExpectedTokens {

  /** Errors behind more lookahead than this are described from the decision alone. */
  private static final int MAX_LOOKAHEAD = 1000;

  private final ATN atn;
  private final int maxTokenType;

  /** A state of the automaton, with the states in which its unfinished rules go on. */
  private record Position(ATNState state, @Nullable Return caller) {}

  private record Return(ATNState state, @Nullable Return caller) {}

  private ExpectedTokens(Parser parser) {
    this.atn = parser.getATN();
    this.maxTokenType = atn.maxTokenType;
  }

  /**
   * What could have stood at {@code errorIndex}.
   *
   * @param state the number of the state in which the decision was made
   * @param startIndex the token that the decision began with
   */
  static Expected at(
      Parser parser, RuleContext context, int state, int startIndex, int errorIndex) {
    ExpectedTokens walk = new ExpectedTokens(parser);
    RuleContext from = context;
    int fromState = state;
    while (startIndex == errorIndex && beginsAt(from, errorIndex)) {
      fromState = from.invokingState;
      from = from.parent;
    }
    Position start = new Position(walk.atn.states.get(fromState), walk.callers(from));
    TokenStream tokens = parser.getInputStream();
    Set<Position> positions = Set.of(start);
    if (errorIndex - startIndex <= MAX_LOOKAHEAD) {
      for (int i = startIndex; i < errorIndex && !positions.isEmpty(); i++) {
        if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
          positions = walk.step(positions, tokens.get(i).getType());
        }
      }
    }
    return walk.name(positions);
  }

  /** What could have stood where the last token of an item stands that was read to its end. */
  static Expected atLast(Parser parser, ParserRuleContext item) {
    ParserRuleContext context = item;
    while (context.children.getLast() instanceof ParserRuleContext last
        && last.getStart() != item.getStop()) {
      context = last;
    }
    if (context.getRuleIndex() == OcmGrammar.RULE_expr) {
      return context.children.getLast() instanceof ParserRuleContext operand
          ? new Expected(Set.of(operand.getRuleIndex()), Set.of())
          : new Expected(Set.of(), Set.of());
    }
    return new ExpectedTokens(parser).behind(context, context.getChildCount() - 1);
  }

  /** What could have continued an item that was read to its end; operators are left out. */
  static Expected behind(Parser parser, ParserRuleContext item) {
    ExpectedTokens walk = new ExpectedTokens(parser);
    Set<Integer> rules = new LinkedHashSet<>();
    Set<Integer> types = new TreeSet<>();
    ParseTree child = item;
    while (child instanceof ParserRuleContext context
        && context.getRuleIndex() != OcmGrammar.RULE_expr
        && context.getChildCount() > 0) {
      Expected expected = walk.behind(context, context.getChildCount());
      rules.addAll(expected.rules());
      types.addAll(expected.tokens());
      child = context.children.getLast();
    }
    return new Expected(rules, types);
  }

  /** What a rule allows behind its first children. */
  private Expected behind(ParserRuleContext context, int children) {
    Set<Position> positions =
        Set.of(new Position(atn.ruleToStartState[context.getRuleIndex()], null));
    for (ParseTree child : context.children.subList(0, children)) {
      Set<Position> next = new LinkedHashSet<>();
      Set<Position> seen = new HashSet<>();
      positions.forEach(position -> over(position, child, next, seen));
      positions = next;
    }
    return name(positions);
  }

  private void over(Position position, ParseTree child, Set<Position> next, Set<Position> seen) {
    if (position.state() instanceof RuleStopState || !seen.add(position)) {
      return;
    }
    for (Transition transition : position.state().getTransitions()) {
      if (transition instanceof RuleTransition call) {
        if (child instanceof RuleContext rule && rule.getRuleIndex() == call.ruleIndex) {
          next.add(new Position(call.followState, null));
        }
      } else if (transition.isEpsilon()) {
        over(new Position(transition.target, null), child, next, seen);
      } else if (child instanceof TerminalNode leaf
          && transition.matches(
              leaf.getSymbol().getType(), Token.MIN_USER_TOKEN_TYPE, maxTokenType)) {
        next.add(new Position(transition.target, null));
      }
    }
  }

  /** Whether a rule was entered just before an error, so that the rule itself was expected. */
  private static boolean beginsAt(RuleContext context, int index) {
    return context instanceof ParserRuleContext rule
        && rule.parent != null
        && rule.invokingState >= 0
        && rule.getStart().getTokenIndex() == index;
  }

  private @Nullable Return callers(RuleContext context) {
    if (context.parent == null || context.invokingState < 0) {
      return null;
    }
    RuleTransition call = (RuleTransition) atn.states.get(context.invokingState).transition(0);
    return new Return(call.followState, callers(context.parent));
  }

  private Set<Position> step(Set<Position> positions, int type) {
    Set<Position> next = new LinkedHashSet<>();
    Set<Position> seen = new HashSet<>();
    for (Position position : positions) {
      step(position, type, next, seen);
    }
    return next;
  }

  private void step(Position position, int type, Set<Position> next, Set<Position> seen) {
    if (!seen.add(position)) {
      return;
    }
    if (position.state() instanceof RuleStopState) {
      if (position.caller() != null) {
        step(returned(position.caller()), type, next, seen);
      }
      return;
    }
    for (Transition transition : position.state().getTransitions()) {
      if (transition instanceof RuleTransition call) {
        step(called(call, position), type, next, seen);
      } else if (transition.isEpsilon()) {
        step(new Position(transition.target, position.caller()), type, next, seen);
      } else if (transition.matches(type, Token.MIN_USER_TOKEN_TYPE, maxTokenType)) {
        next.add(new Position(transition.target, position.caller()));
      }
    }
  }

  private Expected name(Set<Position> positions) {
    Set<Integer> rules = new LinkedHashSet<>();
    Set<Integer> types = new TreeSet<>();
    Set<Position> seen = new HashSet<>();
    positions.forEach(position -> name(position, rules, types, seen));
    return new Expected(rules, types);
  }

  private void name(Position position, Set<Integer> rules, Set<Integer> types, Set<Position> seen) {
    if (!seen.add(position)) {
      return;
    }
    if (position.state() instanceof RuleStopState) {
      if (position.caller() != null) {
        name(returned(position.caller()), rules, types, seen);
      }
      return;
    }
    for (Transition transition : position.state().getTransitions()) {
      if (transition instanceof RuleTransition call) {
        if (RuleNames.phrase(call.ruleIndex) != null) {
          rules.add(call.ruleIndex);
        } else {
          name(called(call, position), rules, types, seen);
        }
      } else if (transition.isEpsilon()) {
        name(new Position(transition.target, position.caller()), rules, types, seen);
      } else {
        IntervalSet label = transition.label();
        types.addAll(label.toList());
      }
    }
  }

  private static Position returned(Return caller) {
    return new Position(caller.state(), caller.caller());
  }

  private static Position called(RuleTransition call, Position from) {
    return new Position(call.target, new Return(call.followState, from.caller()));
  }
}
