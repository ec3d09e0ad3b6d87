package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One run of the grammar over a stretch of a file.
 *
 * @param root the parse tree
 * @param tokens the tokens it was made of, with comments
 */
record GrammarRun<C extends ParserRuleContext>(C root, List<Token> tokens) {

  /**
   * Reads a stretch of a file by one rule of the grammar.
   *
   * @param endName what the end of the stretch is called in messages
   * @return null if it nests too deeply
   */
  static <C extends ParserRuleContext> @Nullable GrammarRun<C> of(
      Problems problems, int start, int end, String endName, Function<OcmGrammar, C> rule) {
    List<Token> read = new TokenReader(problems).read(start, end);
    Token deep = Brackets.tooDeep(read);
    if (deep != null) {
      problems.add(tooDeep(problems, deep));
      return null;
    }
    Layout layout = new Layout(problems.file());
    List<Token> balanced = Brackets.balance(read, problems, layout);
    deep = Brackets.tooDeep(balanced);
    if (deep != null) {
      problems.add(tooDeep(problems, deep));
      return null;
    }
    CommonTokenStream tokens = new CommonTokenStream(new ListTokenSource(balanced));
    tokens.fill();
    layout.measure(tokens.getTokens());
    try {
      C root = parse(tokens, new SyntaxErrors(problems, layout, endName), layout, rule);
      return new GrammarRun<>(root, tokens.getTokens());
    } catch (BoundedParser.TooDeepException e) {
      problems.add(tooDeep(problems, e.token()));
      return null;
    }
  }

  /** Tries the fast way, which gives up at the first error, and then the thorough one. */
  private static <C extends ParserRuleContext> C parse(
      CommonTokenStream tokens, SyntaxErrors errors, Layout layout, Function<OcmGrammar, C> rule) {
    OcmGrammar parser = new OcmGrammar(tokens);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return rule.apply(parser);
    } catch (ParseCancellationException e) {
      tokens.seek(0);
      parser.reset();
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      parser.setErrorHandler(new Recovery(layout, errors));
      return rule.apply(parser);
    }
  }

  static Diagnostic tooDeep(Problems problems, Token token) {
    return Diagnostic.error(
            Code.TOO_DEEP,
            problems.span(token),
            "This nests more than %d levels deep.".formatted(Limits.MAX_DEPTH))
        .help("split it with `let`, `fun` or a separate declaration.")
        .build();
  }
}
