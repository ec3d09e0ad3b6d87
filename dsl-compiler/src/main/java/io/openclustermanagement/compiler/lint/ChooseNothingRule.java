package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** A placement that chooses no cluster. */
final class ChooseNothingRule implements LintRule {

  @Override
  public Code code() {
    return Code.CHOOSE_NOTHING;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    input.program().modules().stream()
        .flatMap(module -> module.placements().stream())
        .flatMap(placement -> placement.count().stream())
        .filter(count -> count.clusters() == 0)
        .forEach(
            count ->
                report.accept(
                    finding(count.origin().span(), "This placement chooses no cluster.")
                        .help("write `choose all`, or a number above 0.")));
  }
}
