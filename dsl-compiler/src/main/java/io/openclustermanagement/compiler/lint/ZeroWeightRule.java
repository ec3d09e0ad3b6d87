package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.PlacementClause.Prefer;
import io.openclustermanagement.dsl.syntax.Preference;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A preference of weight 0 that says nothing: only a built-in default can be switched off by it.
 */
final class ZeroWeightRule implements LintRule {

  @Override
  public Code code() {
    return Code.ZERO_WEIGHT;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (Prefer prefer : input.all(Prefer.class)) {
      for (Preference preference : prefer.preferences()) {
        weight(preference, prefer.only())
            .filter(ZeroWeightRule::isZero)
            .ifPresent(
                weight ->
                    report.accept(
                        finding(weight.span(), "A weight of 0 has no say.")
                            .help("leave the line out, or give it another weight.")
                            .fix("leave the line out", true, Edits.removal(preference.span()))));
      }
    }
  }

  /**
   * Without {@code only}, {@code steady} and {@code balance} have weight 1 unless they are listed.
   */
  private static Optional<Expression.Literal> weight(Preference preference, boolean only) {
    return switch (preference) {
      case Preference.Steady(var weight, _) -> only ? Optional.of(weight) : Optional.empty();
      case Preference.Balance(var weight, _) -> only ? Optional.of(weight) : Optional.empty();
      case Preference.Allocatable(_, var weight, _) -> Optional.of(weight);
      case Preference.Score(_, _, var weight, _) -> Optional.of(weight);
      case Preference.Error _ -> Optional.empty();
    };
  }

  private static boolean isZero(Expression.Literal weight) {
    return weight.text().matches("-?\\s*0+");
  }
}
