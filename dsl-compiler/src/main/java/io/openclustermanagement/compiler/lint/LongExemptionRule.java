package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.ExemptionClause;
import java.time.LocalDate;
import java.util.function.Consumer;

/** An exemption for more than half a year. */
final class LongExemptionRule implements LintRule {

  @Override
  public Code code() {
    return Code.LONG_EXEMPTION;
  }

  /** Half a year; after that a risk is to be accepted anew. */
  private static final int MAX_DAYS = 180;

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    input.today().ifPresent(today -> check(input, today, report));
  }

  private void check(LintInput input, LocalDate today, Consumer<Diagnostic.Builder> report) {
    for (ExemptionClause.Until until : input.all(ExemptionClause.Until.class)) {
      long days = Days.between(today, until.date()).orElse(0);
      if (days > MAX_DAYS) {
        report.accept(
            finding(until.span(), "This exemption lasts for %d days.".formatted(days))
                .label("%d days after today is %s".formatted(MAX_DAYS, today.plusDays(MAX_DAYS)))
                .help("choose an earlier day, and renew it if it is still needed then."));
      }
    }
  }

  @Override
  public boolean dependsOnClock() {
    return true;
  }
}
