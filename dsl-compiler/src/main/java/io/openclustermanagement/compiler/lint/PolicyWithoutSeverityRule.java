package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.RuleClause;
import java.util.List;
import java.util.function.Consumer;

/** A policy that does not say how bad a violation is. */
final class PolicyWithoutSeverityRule implements LintRule {

  @Override
  public Code code() {
    return Code.POLICY_WITHOUT_SEVERITY;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (Declaration.Policy policy : input.all(Declaration.Policy.class)) {
      if (lacksSeverity(policy.clauses())) {
        report.accept(
            finding(
                    policy.name().span(),
                    "The policy `%s` has no severity.".formatted(policy.name().text()))
                .help("add `severity low`, `medium`, `high` or `critical`."));
      }
    }
    for (ConfigurationTemplate each : input.templates()) {
      if (each.opensYamlPolicy() && each.policy().object("spec").get("severity") == null) {
        String name = each.policy().object("metadata").text("name").orElse("");
        report.accept(
            finding(
                    each.atPolicy("/metadata/name"),
                    "The policy `%s` has no severity.".formatted(name))
                .help("add `severity`: low, medium, high or critical."));
      }
    }
  }

  /** A template or rule may have a severity of its own instead. */
  private static boolean lacksSeverity(List<PolicyClause> clauses) {
    return clauses.stream().noneMatch(PolicyClause.Severity.class::isInstance)
        && clauses.stream()
            .anyMatch(
                clause ->
                    clause instanceof PolicyClause.ResourceRule
                        || clause instanceof PolicyClause.Raw
                        || (clause instanceof PolicyClause.Rule rule
                            && rule.clauses().stream()
                                .noneMatch(RuleClause.Severity.class::isInstance))
                        || (clause instanceof PolicyClause.Template template
                            && lacksSeverity(template.clauses())));
  }
}
