package io.openclustermanagement.dsl.parser;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.StarLoopEntryState;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Goes on behind an error at the next clause or declaration. Tokens are never made up or dropped to
 * make a rule fit: an error leaves every rule up to the nearest one that can be skipped as a whole.
 */
final class Recovery extends DefaultErrorStrategy {

  private static final int NO_RULE = -1;

  private final Layout layout;
  private final SyntaxErrors errors;

  Recovery(Layout layout, SyntaxErrors errors) {
    this.layout = layout;
    this.errors = errors;
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  /** Skips what begins no clause, in a place where clauses stand. */
  @Override
  public void sync(Parser parser) {
    ATNState state = parser.getATN().states.get(parser.getState());
    if (inErrorRecoveryMode(parser) || !(state instanceof StarLoopEntryState)) {
      return;
    }
    int item = repeatedRule(state);
    if (item == NO_RULE || !RuleNames.isRecoverable(item)) {
      return;
    }
    IntervalSet expected = parser.getATN().nextTokens(state);
    if (!expected.contains(parser.getCurrentToken().getType())) {
      errors.unknownItem(parser, item, expected);
      beginErrorCondition(parser);
      skip(parser, layout.depth(parser.getCurrentToken()), starters(parser, item), item, true);
    }
  }

  @Override
  public void reportError(Parser parser, RecognitionException e) {
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      errors.unexpected(parser, e);
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException e) {
    ParserRuleContext context = parser.getContext();
    if (!RuleNames.isRecoverable(context.getRuleIndex())) {
      throw e;
    }
    ParserRuleContext item = clause(context);
    boolean atStart = parser.getCurrentToken() == item.getStart();
    int depth = layout.depth(item.getStart());
    skip(parser, depth, starters(parser, item.getRuleIndex()), item.getRuleIndex(), atStart);
  }

  /** The clause around an expression; any other context itself. */
  private static ParserRuleContext clause(ParserRuleContext context) {
    ParserRuleContext clause = context;
    while (clause.getRuleIndex() == OcmGrammar.RULE_expression
        || !RuleNames.isRecoverable(clause.getRuleIndex())) {
      RuleContext parent = clause.parent;
      if (!(parent instanceof ParserRuleContext outer)) {
        return clause;
      }
      clause = outer;
    }
    return clause;
  }

  /**
   * Consumes tokens up to the next line that begins with a starter at the same depth, up to the
   * bracket that closes the block, or behind the comma that ends an object entry.
   */
  private void skip(Parser parser, int depth, IntervalSet starters, int item, boolean atStart) {
    if (atStart && layout.depth(parser.getCurrentToken()) >= depth) {
      parser.consume();
    }
    while (!isBoundary(parser.getCurrentToken(), depth, starters, item)) {
      parser.consume();
    }
  }

  private boolean isBoundary(Token token, int depth, IntervalSet starters, int item) {
    int at = layout.depth(token);
    if (at != depth) {
      return at < depth;
    }
    return token.getType() == Token.EOF
        || starters.contains(token.getType()) && layout.isFirstOnLine(token)
        || item == OcmGrammar.RULE_entry && token.getType() == OcmTokens.COMMA;
  }

  private static IntervalSet starters(Parser parser, int item) {
    return switch (item) {
      case OcmGrammar.RULE_header, OcmGrammar.RULE_importDeclaration, OcmGrammar.RULE_declaration ->
          parser.getATN().nextTokens(parser.getATN().ruleToStartState[OcmGrammar.RULE_file]);
      default -> parser.getATN().nextTokens(parser.getATN().ruleToStartState[item]);
    };
  }

  /** The rule that a loop repeats, or {@link #NO_RULE} if it repeats something smaller. */
  private static int repeatedRule(ATNState loop) {
    ATNState state = loop;
    while (state.onlyHasEpsilonTransitions()) {
      if (state.transition(0) instanceof RuleTransition call) {
        return call.ruleIndex;
      }
      state = state.transition(0).target;
    }
    return NO_RULE;
  }
}
