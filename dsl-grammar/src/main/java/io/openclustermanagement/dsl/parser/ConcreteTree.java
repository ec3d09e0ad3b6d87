package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * A file as ANTLR has parsed it, with every token and comment. For the formatter, which must lose
 * neither.
 *
 * @param root the parse tree, or null if a limit is passed and the file is not parsed
 * @param tokens all tokens in order; comments are on channel {@link OcmTokens#COMMENTS}
 * @param diagnostics the syntax errors, in the order of the source
 */
public record ConcreteTree(
    OcmGrammar.@Nullable FileContext root, List<Token> tokens, List<Diagnostic> diagnostics) {
  public ConcreteTree {
    tokens = List.copyOf(tokens);
    diagnostics = List.copyOf(diagnostics);
  }
}
