package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.ExemptionClause;
import io.openclustermanagement.dsl.syntax.Expression;
import java.time.LocalDate;
import java.util.function.Consumer;

/** An exemption that ends within two weeks, or has ended. */
final class EndingExemptionRule implements LintRule {

  @Override
  public Code code() {
    return Code.EXEMPTION_ENDS_SOON;
  }

  private static final int SOON = 14;

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    input
        .today()
        .ifPresent(
            today ->
                input
                    .all(Declaration.Exemption.class)
                    .forEach(exemption -> check(exemption, today, report)));
  }

  private void check(
      Declaration.Exemption exemption, LocalDate today, Consumer<Diagnostic.Builder> report) {
    for (ExemptionClause clause : exemption.clauses()) {
      if (clause instanceof ExemptionClause.Until(Expression.Literal date, _)) {
        long days = Days.between(today, date).orElse(Long.MAX_VALUE);
        if (days <= SOON) {
          report.accept(
              finding(
                      clause.span(),
                      "The exemption `%s` %s.".formatted(exemption.name().text(), ends(days)))
                  .label("it is " + today)
                  .help(
                      days < 0
                          ? "remove it: it has no effect any more."
                          : "fix the cause, or renew it."));
        }
      }
    }
  }

  private static String ends(long days) {
    if (days < 0) {
      return "has ended";
    }
    return days == 0 ? "ends today" : "ends in %d %s".formatted(days, days == 1 ? "day" : "days");
  }

  @Override
  public boolean dependsOnClock() {
    return true;
  }
}
