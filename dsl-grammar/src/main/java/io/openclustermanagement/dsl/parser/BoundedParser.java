package io.openclustermanagement.dsl.parser;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Refuses expressions that nest so deeply that they would overflow the stack. */
abstract class BoundedParser extends Parser {

  private int depth;

  BoundedParser(TokenStream input) {
    super(input);
  }

  @Override
  public void enterRecursionRule(
      ParserRuleContext context, int state, int ruleIndex, int precedence) {
    if (++depth > Limits.MAX_DEPTH) {
      throw new TooDeepException(_input.LT(1));
    }
    super.enterRecursionRule(context, state, ruleIndex, precedence);
  }

  @Override
  public void unrollRecursionContexts(ParserRuleContext parent) {
    depth--;
    super.unrollRecursionContexts(parent);
  }

  @Override
  public void reset() {
    depth = 0;
    super.reset();
  }

  /** Carries the place where the limit was reached out of the parser. */
  static final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Token token;

    TooDeepException(Token token) {
      super("nested too deeply", null, false, false);
      this.token = token;
    }

    Token token() {
      return token;
    }
  }
}
