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
import org.antlr.v4.runtime.atn.StarLoopbackState;
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
    boolean inLoop = state instanceof StarLoopEntryState || state instanceof StarLoopbackState;
    if (!inLoop || inErrorRecoveryMode(parser)) {
      return;
    }
    int item = repeatedRule(state);
    if (item == NO_RULE || !RuleNames.isRecoverable(item)) {
      return;
    }
    IntervalSet expected = parser.getATN().nextTokens(state);
    while (isMisplaced(parser.getCurrentToken(), expected)) {
      errors.unknownItem(parser, item, expected);
      beginErrorCondition(parser);
      skip(parser, parser.getCurrentToken(), starters(parser, item), item);
      endErrorCondition(parser);
    }
  }

  private static boolean isMisplaced(Token token, IntervalSet expected) {
    return !expected.contains(token.getType())
        && token.getType() != Token.EOF
        && !Layout.isCloser(token.getType());
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
    Token start = item.getStart();
    skip(parser, start, startersAround(parser, item, layout.depth(start)), item.getRuleIndex());
    if (item == context) {
      endErrorCondition(parser); // The next clause may have an error of its own.
    }
  }

  /** What may begin behind an item: its like, or the like of an item that it is the end of. */
  private IntervalSet startersAround(Parser parser, ParserRuleContext item, int depth) {
    IntervalSet starters = new IntervalSet(starters(parser, item.getRuleIndex()));
    RuleContext outer = item.parent;
    while (outer instanceof ParserRuleContext context
        && context.getRuleIndex() != OcmGrammar.RULE_file
        && layout.depth(context.getStart()) == depth) {
      if (RuleNames.isRecoverable(context.getRuleIndex())) {
        starters.addAll(starters(parser, context.getRuleIndex()));
      }
      outer = context.parent;
    }
    return starters;
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
   * Consumes what is left of an item that begins with a token: up to the next line that begins with
   * a starter at the same depth or with another word in the same column, up to the bracket that
   * closes the block, or up to the comma behind an object entry.
   */
  private void skip(Parser parser, Token start, IntervalSet starters, int item) {
    if (parser.getCurrentToken() == start && start.getType() != Token.EOF) {
      parser.consume();
    }
    while (!isBoundary(parser.getCurrentToken(), start, starters, item)) {
      parser.consume();
    }
  }

  private boolean isBoundary(Token token, Token start, IntervalSet starters, int item) {
    int depth = layout.depth(token) - layout.depth(start);
    if (depth != 0) {
      return depth < 0;
    }
    return token.getType() == Token.EOF
        || layout.isFirstOnLine(token)
            && (starters.contains(token.getType()) || isAlignedWord(token, start))
        || item == OcmGrammar.RULE_entry && token.getType() == OcmTokens.COMMA;
  }

  private boolean isAlignedWord(Token token, Token start) {
    return token.getType() == OcmTokens.IDENT
        && layout.isFirstOnLine(start)
        && layout.column(token) == layout.column(start);
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
