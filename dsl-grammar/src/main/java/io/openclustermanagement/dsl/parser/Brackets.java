package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;
import org.jspecify.annotations.Nullable;

/**
 * Balances brackets before the grammar sees them. A bracket that is not closed is reported once,
 * where it opens, and is closed where the indentation says that its contents end; so one missing
 * brace neither swallows the rest of the file nor sets off further errors.
 */
final class Brackets {

  private static final Set<Integer> DECLARATION_WORDS =
      Set.of(
          OcmTokens.CLUSTERSET,
          OcmTokens.PLACEMENT,
          OcmTokens.POLICY,
          OcmTokens.POLICYSET,
          OcmTokens.EXEMPTION,
          OcmTokens.DEPLOY,
          OcmTokens.PARAM,
          OcmTokens.FUN,
          OcmTokens.FLEET,
          OcmTokens.FLEETRULE,
          OcmTokens.TEST);

  private final Problems problems;
  private final Layout layout;
  private final List<Token> balanced = new ArrayList<>();
  private final Deque<Opener> open = new ArrayDeque<>();

  private record Opener(Token token, int index) {}

  private Brackets(Problems problems, Layout layout) {
    this.problems = problems;
    this.layout = layout;
  }

  /** The tokens with all brackets in pairs; the same list if they are already. */
  static List<Token> balance(List<Token> tokens, Problems problems, Layout layout) {
    return areBalanced(tokens) ? tokens : new Brackets(problems, layout).repair(tokens);
  }

  /** The first bracket that stands in too many others, or null. */
  static @Nullable Token tooDeep(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      if (Layout.isOpener(token.getType()) && ++depth > Limits.MAX_DEPTH) {
        return token;
      }
      depth -= Layout.isCloser(token.getType()) && depth > 0 ? 1 : 0;
    }
    return null;
  }

  private static boolean areBalanced(List<Token> tokens) {
    Deque<Integer> closers = new ArrayDeque<>();
    for (Token token : tokens) {
      int type = token.getType();
      if (Layout.isOpener(type)) {
        closers.push(Layout.closerOf(type));
      } else if (Layout.isCloser(type) && (closers.isEmpty() || closers.pop() != type)) {
        return false;
      }
    }
    return closers.isEmpty();
  }

  private List<Token> repair(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int type = token.getType();
      if (type == Token.EOF || beginsDeclaration(tokens, i)) {
        closeAbove(0, token);
      }
      if (Layout.isOpener(type) && open.size() > Limits.MAX_DEPTH) {
        return balanced;
      }
      if (Layout.isOpener(type)) {
        open.push(new Opener(token, balanced.size()));
        balanced.add(token);
      } else if (!Layout.isCloser(type) || closes(token)) {
        balanced.add(token);
      }
    }
    return balanced;
  }

  private boolean beginsDeclaration(List<Token> tokens, int index) {
    return !open.isEmpty() && startsDeclaration(tokens, index, layout);
  }

  /** Whether a declaration begins at a token, even if the brackets before it are not closed. */
  static boolean startsDeclaration(List<Token> tokens, int index, Layout layout) {
    Token token = tokens.get(index);
    return DECLARATION_WORDS.contains(token.getType())
        && layout.isFirstOnLine(token)
        && layout.column(token) == 0
        && index + 1 < tokens.size()
        && isName(tokens.get(index + 1));
  }

  private static boolean isName(Token token) {
    return token.getType() == OcmTokens.IDENT
        || token.getType() == OcmTokens.STRING
        || Keywords.isSoft(token.getType());
  }

  /** Pops the opening bracket of a closing one; false if there is none. */
  private boolean closes(Token closer) {
    int levels = levelsAbovePair(closer);
    if (levels < 0 && !open.isEmpty() && isOnSameLine(open.peek().token(), closer)) {
      reportMismatch(open.peek().token(), closer);
      ((WritableToken) closer).setType(Layout.closerOf(open.pop().token().getType()));
      return true;
    }
    if (levels < 0) {
      reportUnopened(closer);
      return false;
    }
    closeAbove(open.size() - levels, closer);
    open.pop();
    return true;
  }

  /**
   * How many open brackets stand between a closing bracket and the one it closes, or -1. If the
   * closing bracket begins its line, indentation says which one it closes.
   */
  private int levelsAbovePair(Token closer) {
    int nearest = -1;
    int level = 0;
    for (Opener opener : open) {
      if (Layout.closerOf(opener.token().getType()) == closer.getType()) {
        if (!layout.isFirstOnLine(closer)
            || layout.indentation(opener.token()) == layout.column(closer)) {
          return level;
        }
        nearest = nearest < 0 ? level : nearest;
      }
      level++;
    }
    return nearest;
  }

  private void closeAbove(int remaining, Token before) {
    while (open.size() > remaining) {
      Opener opener = open.pop();
      reportUnclosed(opener.token());
      int at = endOfContents(opener);
      Token next = at < balanced.size() ? balanced.get(at) : before;
      balanced.add(at, missingCloser(opener.token(), next));
    }
  }

  /** The index of the first line behind a bracket that is not indented deeper than its own. */
  private int endOfContents(Opener opener) {
    int indentation = layout.indentation(opener.token());
    for (int i = opener.index() + 1; i < balanced.size(); i++) {
      Token token = balanced.get(i);
      if (layout.isFirstOnLine(token) && layout.column(token) <= indentation) {
        return i;
      }
    }
    return balanced.size();
  }

  private static Token missingCloser(Token opener, Token next) {
    CommonToken closer = new CommonToken(opener);
    closer.setType(Layout.closerOf(opener.getType()));
    closer.setStartIndex(next.getStartIndex());
    closer.setStopIndex(next.getStartIndex() - 1);
    return closer;
  }

  private void reportUnclosed(Token opener) {
    SourceSpan span = problems.span(opener);
    problems.bracket(
        Diagnostic.error(
                Code.UNCLOSED_BRACKET, span, "This `%s` is never closed.".formatted(span.text()))
            .label("opened here")
            .help("close it with `%s`.".formatted(closingText(opener)))
            .build());
  }

  private static String closingText(Token opener) {
    return switch (opener.getType()) {
      case OcmTokens.LBRACE -> "}";
      case OcmTokens.LBRACKET -> "]";
      default -> ")";
    };
  }

  private boolean isOnSameLine(Token a, Token b) {
    return problems.span(a).line() == problems.span(b).line();
  }

  private void reportMismatch(Token opener, Token closer) {
    SourceSpan span = problems.span(closer);
    String right = closingText(opener);
    problems.bracket(
        Diagnostic.error(
                Code.UNCLOSED_BRACKET,
                span,
                "`%s` cannot close `%s`.".formatted(span.text(), problems.span(opener).text()))
            .related(problems.span(opener), "opened here")
            .help("write `%s`.".formatted(right))
            .fix("write `%s`".formatted(right), false, new TextEdit(span, right))
            .build());
  }

  private void reportUnopened(Token closer) {
    SourceSpan span = problems.span(closer);
    problems.bracket(
        Diagnostic.error(
                Code.UNOPENED_BRACKET, span, "This `%s` closes nothing.".formatted(span.text()))
            .help("remove it, or open the bracket that it should close.")
            .build());
  }
}
