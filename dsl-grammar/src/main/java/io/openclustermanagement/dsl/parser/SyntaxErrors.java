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
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Says what is wrong where the grammar does not go on. */
final class SyntaxErrors {

  private final Problems problems;
  private final Layout layout;
  private final String end;
  private final Advice advice;

  /**
   * @param end what the end of the text is called
   */
  SyntaxErrors(Problems problems, Layout layout, String end) {
    this.problems = problems;
    this.layout = layout;
    this.end = end;
    this.advice = new Advice(problems);
  }

  /**
   * Reports a token where a clause or declaration of the given rule may begin, or the block end.
   */
  void unknownItem(Parser parser, int item, IntervalSet expected) {
    Token token = parser.getCurrentToken();
    Token previous = previous(parser.getInputStream(), token.getTokenIndex());
    ParserRuleContext before = itemBefore(parser, previous);
    if (before != null
        && !layout.isFirstOnLine(token)
        && follows(parser, before, token, expected)) {
      return;
    }
    boolean beginsItem =
        previous == null || previous.getType() == OcmTokens.LBRACE || layout.isFirstOnLine(token);
    if (!Keywords.isWord(token) || !beginsItem || item == OcmGrammar.RULE_entry) {
      report(parser, token, expectedItem(item, expected));
    } else if (RuleNames.owner(item) != null || item == OcmGrammar.RULE_manifest) {
      unknownClause(token, item, expected);
    } else {
      unknownDeclaration(token, expected);
    }
  }

  /** The item that ends with a token; null if there is none or it is wrong itself. */
  private static @Nullable ParserRuleContext itemBefore(Parser parser, @Nullable Token last) {
    List<ParseTree> children = parser.getContext().children;
    return children != null
            && children.getLast() instanceof ParserRuleContext item
            && item.exception == null
            && item.getStop() == last
        ? item
        : null;
  }

  /** Reports a token on the line on which an item ends, if the item explains it. */
  private boolean follows(
      Parser parser, ParserRuleContext item, Token token, IntervalSet starters) {
    Token last = item.getStop();
    Expected more = ExpectedTokens.behind(parser, item);
    boolean beginsNext = starters.contains(last.getType()) && layout.isFirstOnLine(last);
    if (item.getStart() != last && (beginsNext || more.tokens().contains(last.getType()))) {
      // What looks like a name is the word that begins the next clause, or the next part of this.
      incomplete(parser, item);
      return true;
    }
    String noun = RuleNames.item(item.getRuleIndex());
    boolean foreign = Keywords.isWord(token) || RuleNames.isLiteral(token.getType());
    if (noun == null || !foreign || lacksOperand(parser, token)) {
      return false;
    }
    trailing(last, token, noun, more);
    return true;
  }

  private void trailing(Token last, Token token, String noun, Expected more) {
    SourceSpan span = problems.span(token);
    Diagnostic.Builder error =
        Diagnostic.error(
            Code.UNEXPECTED_TOKEN,
            span,
            "%s does not belong to this %s.".formatted(quoted(token), noun));
    List<String> words = new ArrayList<>(more.words());
    if (more.isEmpty()) {
      words.addAll(Keywords.operators());
    }
    Optional<String> meant =
        Keywords.isWord(token) ? Suggestions.closest(span.text(), words) : Optional.empty();
    if (meant.isPresent()) {
      suggest(error, span, meant.get());
    } else if (more.tokens().contains(OcmTokens.COMMA) && Keywords.isWord(token)) {
      advice.separate(error, last, token);
    }
    problems.grammar(error.build());
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
    unknown(Code.UNKNOWN_CLAUSE, span, summary, expected);
  }

  private void unknownDeclaration(Token token, IntervalSet expected) {
    SourceSpan span = problems.span(token);
    String summary = "There is no declaration that begins with `%s`.".formatted(span.text());
    unknown(Code.UNKNOWN_DECLARATION, span, summary, expected);
  }

  private void unknown(Code code, SourceSpan span, String summary, IntervalSet expected) {
    Diagnostic.Builder error = Diagnostic.error(code, span, summary);
    List<String> words = words(expected);
    Optional<String> meant = Suggestions.closest(span.text(), words);
    if (meant.isPresent()) {
      suggest(error, span, meant.get());
    } else if (!words.isEmpty()) {
      error.help("use one of " + quoted(words) + ".");
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
    if (context instanceof OcmGrammar.ParameterContext parameter
        && expected.isOnly(OcmTokens.COLON)
        && !Keywords.isWord(token)) {
      untyped(parameter);
      return;
    }
    int clauseRule = expected.onlyClause();
    if (clauseRule >= 0 && Keywords.isWord(token) && !layout.isFirstOnLine(token)) {
      unknownClause(token, clauseRule, first(parser, clauseRule));
    } else {
      report(parser, token, expected);
    }
  }

  private void untyped(OcmGrammar.ParameterContext parameter) {
    SourceSpan name = problems.span(parameter.getStart());
    problems.grammar(
        Diagnostic.error(
                Code.UNEXPECTED_TOKEN,
                name,
                "A parameter needs a type, such as `%s: String`.".formatted(name.text()))
            .build());
  }

  private static IntervalSet first(Parser parser, int rule) {
    return parser.getATN().nextTokens(parser.getATN().ruleToStartState[rule]);
  }

  private void incomplete(Parser parser, ParserRuleContext item) {
    Token last = previous(parser.getInputStream(), item.getStop().getTokenIndex());
    if (last != null) {
      missing(last, ExpectedTokens.atLast(parser, item));
    }
  }

  private void report(Parser parser, Token token, Expected expected) {
    if (isMadeUp(token)) {
      return; // It stands for a bracket that is missing, which has been reported.
    }
    Token previous = previous(parser.getInputStream(), token.getTokenIndex());
    if (previous != null && (endsPhrase(token) || lacksName(previous, token, expected))) {
      missing(previous, expected);
      if (expected.tokens().contains(OcmTokens.LBRACE)) {
        problems.openingBraceIsMissing(token.getStartIndex());
      }
    } else if (lacksOperand(parser, token)) {
      missing(token, new Expected(Set.of(OcmGrammar.RULE_expr), Set.of()));
    } else if (Keywords.isHard(token.getType()) && expected.hasName()) {
      reserved(token);
    } else {
      unexpected(previous, token, expected);
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

  /** Whether a declaration goes on where its name should stand. */
  private static boolean lacksName(Token previous, Token token, Expected expected) {
    return expected.rules().contains(OcmGrammar.RULE_name)
        && RuleNames.beginsNamed(previous.getType())
        && RuleNames.followsName(token.getType());
  }

  private boolean lacksOperand(Parser parser, Token token) {
    return RuleNames.isOperatorWord(token.getType())
        && endsPhrase(next(parser.getInputStream(), token.getTokenIndex()));
  }

  private void missing(Token previous, Expected expected) {
    String what = expected.isEmpty() ? "more" : expected.describe(end, previous.getType());
    Diagnostic.Builder error =
        Diagnostic.error(
            Code.UNEXPECTED_TOKEN,
            problems.span(previous),
            "Expected %s after %s.".formatted(what, quoted(previous)));
    Advice.onMissing(error, previous, expected);
    problems.grammar(error.build());
  }

  private void reserved(Token token) {
    SourceSpan span = problems.span(token);
    problems.grammar(
        Diagnostic.error(
                Code.RESERVED_WORD,
                span,
                "`%s` is a reserved word and cannot be a name here.".formatted(span.text()))
            .help("choose another name; reserved words may only be fields and keys.")
            .build());
  }

  private void unexpected(@Nullable Token previous, Token token, Expected expected) {
    SourceSpan span = problems.span(token);
    int before = previous == null ? Token.INVALID_TYPE : previous.getType();
    Diagnostic.Builder error =
        Diagnostic.error(
            Code.UNEXPECTED_TOKEN,
            span,
            "Expected %s, found %s.".formatted(expected.describe(end, before), quoted(token)));
    if (!advice.onUnexpected(error, previous, token, expected) && Keywords.isWord(token)) {
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
