package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Says what is wrong where the grammar does not go on. */
final class SyntaxErrors {

  private final Problems problems;
  private final Layout layout;
  private final String end;

  /**
   * @param end what the end of the text is called
   */
  SyntaxErrors(Problems problems, Layout layout, String end) {
    this.problems = problems;
    this.layout = layout;
    this.end = end;
  }

  /**
   * Reports a token where a clause or declaration of the given rule may begin, or the block end.
   */
  void unknownItem(Parser parser, int item, IntervalSet expected) {
    Token token = parser.getCurrentToken();
    Token previous = previous(parser.getInputStream(), token.getTokenIndex());
    if (previous != null
        && expected.contains(previous.getType())
        && layout.isFirstOnLine(previous)
        && !layout.isFirstOnLine(token)) {
      // What looks like a name at the end of one clause is the word that begins the next one.
      incomplete(parser, previous);
      return;
    }
    boolean beginsItem =
        previous == null || previous.getType() == OcmTokens.LBRACE || layout.isFirstOnLine(token);
    if (!isWord(token) || !beginsItem || item == OcmGrammar.RULE_entry) {
      report(parser, token, expectedItem(item, expected));
    } else if (RuleNames.owner(item) != null || item == OcmGrammar.RULE_manifest) {
      unknownClause(token, item, expected);
    } else {
      unknownDeclaration(token, expected);
    }
  }

  private static Expected expectedItem(int item, IntervalSet expected) {
    boolean topLevel = RuleNames.phrase(item) == null;
    int type = topLevel ? Token.EOF : OcmTokens.RBRACE;
    return new Expected(
        Set.of(topLevel ? OcmGrammar.RULE_declaration : item),
        expected.contains(type) ? Set.of(type) : Set.of());
  }

  private void unknownClause(Token token, int item, IntervalSet expected) {
    SourceSpan span = problems.span(token);
    String owner = RuleNames.owner(item);
    String summary =
        owner == null
            ? "`%s` is no kind of resource.".formatted(span.text())
            : "%s %s has no clause `%s`.".formatted(article(owner), owner, span.text());
    Diagnostic.Builder error = Diagnostic.error(Code.UNKNOWN_CLAUSE, span, summary);
    List<String> words = words(expected);
    Optional<String> meant = Suggestions.closest(span.text(), words);
    if (meant.isPresent()) {
      suggest(error, span, meant.get());
    } else if (!words.isEmpty()) {
      error.help("Use one of " + quoted(words) + ".");
    }
    problems.grammar(error.build());
  }

  private void unknownDeclaration(Token token, IntervalSet expected) {
    SourceSpan span = problems.span(token);
    Diagnostic.Builder error =
        Diagnostic.error(
            Code.UNKNOWN_DECLARATION,
            span,
            "There is no declaration that begins with `%s`.".formatted(span.text()));
    List<String> words = words(expected);
    Optional<String> meant = Suggestions.closest(span.text(), words);
    if (meant.isPresent()) {
      suggest(error, span, meant.get());
    } else {
      error.help("Use one of " + quoted(words) + ".");
    }
    problems.grammar(error.build());
  }

  /** Reports where the grammar did not go on. */
  void unexpected(Parser parser, RecognitionException e) {
    Token token = e.getOffendingToken();
    int start = parser.getCurrentToken().getTokenIndex();
    RuleContext context = e.getCtx() == null ? parser.getContext() : e.getCtx();
    if (e instanceof NoViableAltException noViable) {
      start = noViable.getStartToken().getTokenIndex();
    }
    Expected expected =
        ExpectedTokens.at(parser, context, e.getOffendingState(), start, token.getTokenIndex());
    int clauseRule = expected.onlyClause();
    if (clauseRule >= 0 && isWord(token) && !layout.isFirstOnLine(token)) {
      unknownClause(token, clauseRule, first(parser, clauseRule));
    } else {
      report(parser, token, expected);
    }
  }

  private static IntervalSet first(Parser parser, int rule) {
    return parser.getATN().nextTokens(parser.getATN().ruleToStartState[rule]);
  }

  private void incomplete(Parser parser, Token next) {
    Token last = previous(parser.getInputStream(), next.getTokenIndex());
    if (last != null) {
      problems.grammar(
          Diagnostic.error(
                  Code.UNEXPECTED_TOKEN,
                  problems.span(last),
                  "Expected more after %s.".formatted(quoted(last)))
              .build());
    }
  }

  private void report(Parser parser, Token token, Expected expected) {
    if (isMadeUp(token)) {
      return; // It stands for a bracket that is missing, which has been reported.
    }
    Token previous = previous(parser.getInputStream(), token.getTokenIndex());
    if (previous != null && endsPhrase(token)) {
      missing(previous, expected.describe(end));
      if (expected.tokens().contains(OcmTokens.LBRACE)) {
        problems.openingBraceIsMissing(token.getStartIndex());
      }
    } else if (RuleNames.isOperatorWord(token.getType())
        && endsPhrase(next(parser.getInputStream(), token.getTokenIndex()))) {
      missing(token, "an expression");
    } else if (Keywords.isHard(token.getType()) && expected.hasName()) {
      reserved(token);
    } else {
      unexpected(token, expected);
    }
  }

  /**
   * Whether a token has nothing to do with what stands before it on another line or in brackets.
   */
  private boolean endsPhrase(Token token) {
    return token.getType() == Token.EOF
        || Layout.isCloser(token.getType())
        || layout.isFirstOnLine(token);
  }

  private void missing(Token previous, String expected) {
    SourceSpan span = problems.span(previous);
    problems.grammar(
        Diagnostic.error(
                Code.UNEXPECTED_TOKEN,
                span,
                "Expected %s after %s.".formatted(expected, quoted(previous)))
            .build());
  }

  private void reserved(Token token) {
    SourceSpan span = problems.span(token);
    problems.grammar(
        Diagnostic.error(
                Code.RESERVED_WORD,
                span,
                "`%s` is a reserved word and cannot be a name here.".formatted(span.text()))
            .help("Choose another name; reserved words may only be fields and keys.")
            .build());
  }

  private void unexpected(Token token, Expected expected) {
    SourceSpan span = problems.span(token);
    Diagnostic.Builder error =
        Diagnostic.error(
            Code.UNEXPECTED_TOKEN,
            span,
            "Expected %s, found %s.".formatted(expected.describe(end), quoted(token)));
    if (token.getType() == OcmTokens.ASSIGN && expected.mayGiveField()) {
      error.help("Write `:`.").fix("write `:`", true, new TextEdit(span, ":"));
    } else if (token.getType() == OcmTokens.ASSIGN && expected.mayFollowExpression()) {
      error.help("Write `==` to compare.").fix("write `==`", true, new TextEdit(span, "=="));
    } else if (isWord(token)) {
      Suggestions.closest(span.text(), expected.words())
          .ifPresent(meant -> suggest(error, span, meant));
    }
    problems.grammar(error.build());
  }

  private static void suggest(Diagnostic.Builder error, SourceSpan span, String meant) {
    error
        .label("did you mean `%s`?".formatted(meant))
        .fix("write `%s`".formatted(meant), false, new TextEdit(span, meant));
  }

  private String quoted(Token token) {
    if (token.getType() == Token.EOF) {
      return end;
    }
    String text = problems.span(token).text();
    int lineEnd = text.indexOf('\n');
    String line = lineEnd < 0 ? text : text.substring(0, lineEnd).stripTrailing() + "…";
    return "`" + (line.length() <= 40 ? line : line.substring(0, 37) + "…") + "`";
  }

  private static String quoted(List<String> words) {
    return "`" + String.join("`, `", words) + "`";
  }

  private static List<String> words(IntervalSet types) {
    List<String> words = new ArrayList<>();
    for (int type : types.toList()) {
      if (Keywords.isSoft(type) || Keywords.isHard(type)) {
        words.add(Keywords.text(type));
      }
    }
    Collections.sort(words);
    return words;
  }

  private static String article(String noun) {
    return "aeiou".indexOf(noun.charAt(0)) >= 0 ? "An" : "A";
  }

  private static boolean isWord(Token token) {
    return token.getType() == OcmTokens.IDENT
        || Keywords.isSoft(token.getType())
        || Keywords.isHard(token.getType());
  }

  private static boolean isMadeUp(Token token) {
    return token.getType() != Token.EOF && token.getStopIndex() < token.getStartIndex();
  }

  private static Token next(TokenStream tokens, int index) {
    int next = index + 1;
    while (tokens.get(next).getChannel() != Token.DEFAULT_CHANNEL) {
      next++;
    }
    return tokens.get(next);
  }

  private static @Nullable Token previous(TokenStream tokens, int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return tokens.get(i);
      }
    }
    return null;
  }
}
