package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.ExemptionClause;
import java.util.function.Consumer;

/** An exemption that no ticket speaks of. */
final class ExemptionWithoutTicketRule implements LintRule {

  @Override
  public Code code() {
    return Code.EXEMPTION_WITHOUT_TICKET;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (Declaration.Exemption exemption : input.all(Declaration.Exemption.class)) {
      if (exemption.clauses().stream().noneMatch(ExemptionClause.Ticket.class::isInstance)) {
        report.accept(
            finding(
                    exemption.name().span(),
                    "The exemption `%s` has no ticket.".formatted(exemption.name().text()))
                .help("add `ticket \"…\"`, where the decision can be looked up."));
      }
    }
  }
}
