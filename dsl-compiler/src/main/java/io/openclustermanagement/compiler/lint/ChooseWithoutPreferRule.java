package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** A choice of some clusters that leaves to the defaults which ones. */
final class ChooseWithoutPreferRule implements LintRule {

  @Override
  public Code code() {
    return Code.CHOOSE_WITHOUT_PREFER;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    input.program().modules().stream()
        .flatMap(module -> module.placements().stream())
        .filter(placement -> placement.preferences().isEmpty())
        .flatMap(placement -> placement.count().stream())
        .filter(count -> count.clusters() > 0)
        .forEach(count -> report.accept(finding(count)));
  }

  private Diagnostic.Builder finding(PlacementDefinition.Count count) {
    return finding(count.origin().span(), "Which clusters are chosen is left to the defaults.")
        .note("without `prefer`, `balance weight 1` and `steady weight 1` decide")
        .help("say it with `prefer { … }`.")
        .fix(
            "say what the defaults are",
            false,
            Edits.insertionBehind(
                count.origin().span(), "prefer { steady weight 1 balance weight 1 }"));
  }
}
