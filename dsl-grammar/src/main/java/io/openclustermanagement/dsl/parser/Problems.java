package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Collects the syntax errors of one file. What only follows from another error is left out: a
 * grammar error on a line whose tokens or brackets are wrong already.
 */
final class Problems {

  private final SourceFile file;
  private final List<Diagnostic> found = new ArrayList<>();
  private final BitSet brokenLines = new BitSet();
  private int brokenFrom = Integer.MAX_VALUE;

  Problems(SourceFile file) {
    this.file = file;
  }

  SourceFile file() {
    return file;
  }

  /** Reports a mistake in the characters or brackets of a line. */
  void lexical(Diagnostic diagnostic) {
    add(diagnostic);
    brokenLines.set(diagnostic.primary().span().line());
  }

  /** Reports a mistake after which nothing of the file can be trusted. */
  void lexicalToTheEnd(Diagnostic diagnostic) {
    lexical(diagnostic);
    brokenFrom = Math.min(brokenFrom, diagnostic.primary().span().start());
  }

  /** Whether the characters or brackets of a line are known to be wrong. */
  boolean isBroken(int line) {
    return brokenLines.get(line);
  }

  /**
   * Reports a bracket that is wrong, unless the characters of its line are wrong already, or its
   * counterpart may be in a text that is not closed.
   */
  void bracket(Diagnostic diagnostic) {
    if (brokenFrom == Integer.MAX_VALUE) {
      grammar(diagnostic);
    }
  }

  /** Forgets the closing brace that seemed to close nothing because its opening one is missing. */
  void openingBraceIsMissing(int offset) {
    for (Diagnostic diagnostic : found) {
      if (diagnostic.code() == Code.UNOPENED_BRACKET
          && diagnostic.primary().span().start() > offset) {
        found.remove(diagnostic);
        return;
      }
    }
  }

  /** Reports what the grammar does not allow, unless it follows from the characters of its line. */
  void grammar(Diagnostic diagnostic) {
    if (!isConsequence(diagnostic.primary().span())) {
      add(diagnostic);
    }
  }

  /** Reports a mistake that does not follow from any other. */
  void add(Diagnostic diagnostic) {
    if (found.size() < Limits.MAX_ERRORS) {
      found.add(diagnostic);
    }
  }

  /** The errors in the order of the source. */
  List<Diagnostic> sorted() {
    found.sort(Comparator.comparingInt(diagnostic -> diagnostic.primary().span().start()));
    return List.copyOf(found);
  }

  SourceSpan span(Token token) {
    return file.span(token.getStartIndex(), Math.max(token.getStartIndex(), end(token)));
  }

  private int end(Token token) {
    return token.getType() == Token.EOF
        ? token.getStartIndex()
        : Math.min(token.getStopIndex() + 1, file.text().length());
  }

  private boolean isConsequence(SourceSpan span) {
    return span.end() >= brokenFrom || brokenLines.get(span.line());
  }
}
