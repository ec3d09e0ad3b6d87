package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.SourceToken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;

/** What can be folded: blocks, fenced texts, runs of comments and of imports. */
final class Folding {
  private final SourceFile file;
  private final List<FoldingRange> ranges = new ArrayList<>();

  private Folding(SourceFile file) {
    this.file = file;
  }

  static List<FoldingRange> of(SourceFile file) {
    Folding folding = new Folding(file);
    List<SourceToken> tokens = SourceToken.of(file);
    folding.blocks(tokens);
    folding.runs(tokens, true, FoldingRangeKind.Comment);
    folding.runs(
        tokens.stream().filter(each -> each.text().equals("import")).toList(),
        false,
        FoldingRangeKind.Imports);
    return folding.ranges;
  }

  private void blocks(List<SourceToken> tokens) {
    Deque<SourceToken> open = new ArrayDeque<>();
    for (SourceToken token : tokens) {
      switch (token.text()) {
        case "{", "[", "(" -> open.push(token);
        case "}", "]", ")" -> {
          if (!open.isEmpty()) {
            // The line of the closing bracket stays in sight.
            add(
                file.line(open.pop().start()),
                file.line(token.start()) - 1,
                FoldingRangeKind.Region);
          }
        }
        default -> {
          if (!isOnOneLine(token)) {
            add(
                file.line(token.start()),
                file.line(token.end()),
                token.comment() ? FoldingRangeKind.Comment : FoldingRangeKind.Region);
          }
        }
      }
    }
  }

  private boolean isOnOneLine(SourceToken token) {
    return file.line(token.start()) == file.line(token.end());
  }

  /** Tokens that stand first on lines one below another. */
  private void runs(List<SourceToken> tokens, boolean comments, String kind) {
    int first = -1;
    int last = -1;
    for (SourceToken token : tokens) {
      int line = file.line(token.start());
      boolean counts =
          (!comments || (token.comment() && isOnOneLine(token)))
              && file.lineText(line).stripLeading().startsWith(token.text());
      if (counts && line == last + 1) {
        last = line;
      } else if (counts) {
        add(first, last, kind);
        first = line;
        last = line;
      }
    }
    add(first, last, kind);
  }

  private void add(int firstLine, int lastLine, String kind) {
    if (lastLine > firstLine && firstLine > 0) {
      FoldingRange range = new FoldingRange(firstLine - 1, lastLine - 1);
      range.setKind(kind);
      ranges.add(range);
    }
  }
}
