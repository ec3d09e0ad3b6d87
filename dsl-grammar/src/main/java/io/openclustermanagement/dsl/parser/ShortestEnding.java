package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.parser.GrammarWalk.Call;
import io.openclustermanagement.dsl.parser.GrammarWalk.Position;
import java.util.Arrays;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * The fewest tokens that make a whole declaration of one that stops in the middle, so that the
 * checker can be asked about text that somebody is still writing.
 */
final class ShortestEnding {
  private static final ATN GRAMMAR = OcmGrammar._ATN;
  private static final int UNKNOWN = 1 << 20;

  /** How many tokens lead from a state to the end of its rule. */
  private static final int[] COSTS = costs();

  private ShortestEnding() {}

  private static int[] costs() {
    int[] costs = new int[GRAMMAR.states.size()];
    Arrays.fill(costs, UNKNOWN);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (ATNState state : GRAMMAR.states) {
        int cost = state == null ? UNKNOWN : cost(state, costs);
        if (state != null && cost < costs[state.stateNumber]) {
          costs[state.stateNumber] = cost;
          changed = true;
        }
      }
    }
    return costs;
  }

  private static int cost(ATNState state, int[] costs) {
    if (state instanceof RuleStopState) {
      return 0;
    }
    int best = UNKNOWN;
    for (Transition transition : state.getTransitions()) {
      best = Math.min(best, cost(transition, costs));
    }
    return best;
  }

  private static int cost(Transition transition, int[] costs) {
    int inner =
        transition instanceof RuleTransition call
            ? costs[call.target.stateNumber] + costs[call.followState.stateNumber]
            : costs[transition.target.stateNumber];
    return Math.min(UNKNOWN, inner + (transition.isEpsilon() ? 0 : 1));
  }

  /** Text that ends what is unfinished at the cheapest of some positions; null if none can end. */
  static @Nullable String of(Set<Position> positions) {
    Position best = null;
    int least = UNKNOWN;
    for (Position position : positions) {
      int cost = cost(position);
      if (cost < least) {
        least = cost;
        best = position;
      }
    }
    return best == null ? null : text(best);
  }

  private static int cost(Position position) {
    int cost = COSTS[position.state().stateNumber];
    for (Call call = position.call(); call != null && call.outer() != null; call = call.outer()) {
      cost += COSTS[call.follow().stateNumber];
    }
    return Math.min(cost, UNKNOWN);
  }

  private static String text(Position position) {
    StringBuilder text = new StringBuilder();
    append(position.state(), text);
    for (Call call = position.call(); call != null && call.outer() != null; call = call.outer()) {
      append(call.follow(), text);
    }
    return text.toString();
  }

  /** Appends the tokens from a state to the end of its rule. */
  private static void append(ATNState from, StringBuilder text) {
    ATNState state = from;
    while (!(state instanceof RuleStopState)) {
      Transition next = cheapest(state);
      if (next instanceof RuleTransition call) {
        append(call.target, text);
        state = call.followState;
      } else {
        if (!next.isEpsilon()) {
          text.append(' ').append(token(next.label()));
        }
        state = next.target;
      }
    }
  }

  private static Transition cheapest(ATNState state) {
    Transition best = state.transition(0);
    for (Transition each : state.getTransitions()) {
      if (cost(each, COSTS) < cost(best, COSTS)) {
        best = each;
      }
    }
    return best;
  }

  private static String token(IntervalSet types) {
    int type = types.getMinElement();
    return switch (type) {
      case Token.EOF -> "";
      case OcmTokens.IDENT -> "x";
      case OcmTokens.STRING -> "\"\"";
      case OcmTokens.FENCE -> "\"\"\"\"\"\"";
      case OcmTokens.INT -> "0";
      case OcmTokens.FLOAT -> "0.0";
      case OcmTokens.UNIT -> "0s";
      case OcmTokens.PERCENT -> "0%";
      case OcmTokens.VERSION_NUMBER -> "v1.0";
      case OcmTokens.DATE -> "2000-01-01";
      default -> Keywords.text(type);
    };
  }
}
