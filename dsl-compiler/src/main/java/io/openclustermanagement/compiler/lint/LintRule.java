package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.function.Consumer;

/**
 * Finds one thing that is legal but probably not meant. A rule is sound rather than complete: what
 * it reports is worth a look, and what it misses is no bug. All of them are in {@link LintRules}.
 */
public interface LintRule {

  /** What it reports; the page of the code documents the rule. */
  Code code();

  /** Reports each place where it happens. */
  void check(LintInput input, Consumer<Diagnostic.Builder> report);

  /** Whether it reports nothing as long as no day is given. */
  default boolean dependsOnClock() {
    return false;
  }

  /** Starts a finding of this rule; most are warnings. */
  default Diagnostic.Builder finding(SourceSpan span, String summary) {
    return Diagnostic.warning(code(), span, summary);
  }
}
