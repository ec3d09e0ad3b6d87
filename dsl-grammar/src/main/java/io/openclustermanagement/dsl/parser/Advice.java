package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Says what to write instead where the mistake is a common one. */
final class Advice {

  private final Problems problems;

  Advice(Problems problems) {
    this.problems = problems;
  }

  /** Helps where something is missing behind a token. */
  static void onMissing(Diagnostic.Builder error, Token previous, Expected expected) {
    if (previous.getType() == OcmTokens.OVER && expected.hasExpression()) {
      error.help(
          "name a label or a claim, such as `label.zone` or `claim[\"region.open-cluster-management.io\"]`.");
    }
  }

  /** Helps with a token that does not fit; false if it is no mistake known here. */
  boolean onUnexpected(
      Diagnostic.Builder error, @Nullable Token previous, Token token, Expected expected) {
    return switch (token.getType()) {
      case OcmTokens.ASSIGN -> assignment(error, token, expected);
      case OcmTokens.WHERE -> instead(error, token, expected, OcmTokens.SATISFIES);
      case OcmTokens.SATISFIES -> instead(error, token, expected, OcmTokens.WHERE);
      case OcmTokens.DOT -> doubled(error, previous, token);
      case OcmTokens.COMMA ->
          doubled(error, previous, token) || needlessComma(error, token, expected);
      default -> previous != null && missingComma(error, previous, token, expected);
    };
  }

  private boolean assignment(Diagnostic.Builder error, Token token, Expected expected) {
    SourceSpan span = problems.span(token);
    if (expected.mayGiveField()) {
      error.help("write `:`.").fix("write `:`", true, new TextEdit(span, ":"));
    } else if (expected.mayFollowExpression()) {
      error.help("write `==` to compare.").fix("write `==`", true, new TextEdit(span, "=="));
    } else if (expected.isOnly(OcmTokens.COLON)) {
      error.help("add a type before `=`, such as `: Int`.");
    } else {
      return false;
    }
    return true;
  }

  private boolean instead(Diagnostic.Builder error, Token token, Expected expected, int meant) {
    if (!expected.tokens().contains(meant)) {
      return false;
    }
    String write = "rite `%s`".formatted(Keywords.text(meant));
    error
        .help("w" + write + ".")
        .fix("w" + write, true, new TextEdit(problems.span(token), Keywords.text(meant)));
    return true;
  }

  private boolean doubled(Diagnostic.Builder error, @Nullable Token previous, Token token) {
    if (previous == null || previous.getType() != token.getType()) {
      return false;
    }
    SourceSpan span = problems.span(token);
    error
        .help("remove the second `%s`.".formatted(span.text()))
        .fix("remove it", true, new TextEdit(span, ""));
    return true;
  }

  private boolean needlessComma(Diagnostic.Builder error, Token token, Expected expected) {
    for (int rule : expected.rules()) {
      String noun = RuleNames.item(rule);
      if (noun != null) {
        error
            .help("remove the comma; each %s stands on its own.".formatted(noun))
            .fix("remove the comma", true, new TextEdit(problems.span(token), ""));
        return true;
      }
    }
    return false;
  }

  private boolean missingComma(
      Diagnostic.Builder error, Token previous, Token token, Expected expected) {
    boolean inList =
        expected.tokens().contains(OcmTokens.COMMA)
            && expected.tokens().contains(OcmTokens.RBRACKET);
    if (!inList || !Keywords.isWord(token) && !RuleNames.isLiteral(token.getType())) {
      return false;
    }
    separate(error, previous, token);
    return true;
  }

  /** Tells to put a comma between two tokens, in place of the second one if that is `and`. */
  void separate(Diagnostic.Builder error, Token previous, Token token) {
    int start = problems.span(previous).end();
    boolean conjunction = token.getType() == OcmTokens.AND || token.getType() == OcmTokens.OR;
    int end = conjunction ? problems.span(token).end() : start;
    boolean names = Keywords.isWord(previous) && Keywords.isWord(token);
    error
        .help("separate %s with `,`.".formatted(names ? "names" : "values"))
        .fix("write `,`", false, new TextEdit(problems.file().span(start, end), ","));
  }
}
