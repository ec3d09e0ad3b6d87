package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.parser.SourceToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The allowances of a {@code .ocm} source. A comment on a line of its own covers the declaration or
 * clause below it, or the whole file above its {@code module}; one behind code covers its line.
 */
final class SourceAllowances {

  private final SourceNodes source;
  private final SourceFile file;
  private final List<Diagnostic> findings;
  private final List<Allowance> found = new ArrayList<>();

  private SourceAllowances(SourceNodes source, List<Diagnostic> findings) {
    this.source = source;
    this.file = source.file();
    this.findings = findings;
  }

  /** Reads a source; comments that are no good go to the findings. */
  static List<Allowance> read(SourceNodes source, List<Diagnostic> findings) {
    if (!source.file().text().contains("ocm:allow")) {
      return List.of();
    }
    SourceAllowances reading = new SourceAllowances(source, findings);
    List<SourceToken> tokens = SourceToken.of(source.file());
    for (int i = 0; i < tokens.size(); i++) {
      SourceToken token = tokens.get(i);
      if (token.comment() && Allowances.isMeant(token.text())) {
        reading.read(token, i == 0 ? null : tokens.get(i - 1), next(tokens, i));
      }
    }
    return reading.found;
  }

  private static @Nullable SourceToken next(List<SourceToken> tokens, int index) {
    return tokens.stream().skip(index + 1).filter(each -> !each.comment()).findFirst().orElse(null);
  }

  private void read(
      SourceToken comment, @Nullable SourceToken before, @Nullable SourceToken after) {
    SourceSpan span = file.span(comment.start(), comment.end());
    List<String> codes = Allowances.read(span, findings);
    if (!codes.isEmpty()) {
      covered(comment, before, after).ifPresent(at -> found.add(new Allowance(codes, at, span)));
    }
  }

  private Optional<SourceSpan> covered(
      SourceToken comment, @Nullable SourceToken before, @Nullable SourceToken after) {
    int line = file.line(comment.start());
    if (before != null && file.line(before.end()) == line) {
      return Optional.of(file.span(file.offset(line, 1), comment.start()));
    }
    if (after == null) {
      return Optional.of(file.span(comment.start(), comment.end()));
    }
    var header = source.unit().header();
    if (header != null && header.span().start() == after.start()) {
      return Optional.of(file.span(0, file.text().length()));
    }
    return source.startingAt(after.start()).or(() -> source.around(after.start()));
  }
}
