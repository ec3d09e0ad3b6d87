package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import java.util.List;
import java.util.function.Consumer;

/** An enforced policy that does not say what becomes of what it created. */
final class EnforceWithoutPruneRule implements LintRule {

  @Override
  public Code code() {
    return Code.ENFORCE_WITHOUT_PRUNE;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (Declaration.Policy policy : input.all(Declaration.Policy.class)) {
      check(policy.clauses(), report);
    }
    for (ConfigurationTemplate each : input.templates()) {
      if (each.opensYamlPolicy()
          && each.isEnforced()
          && each.requiresSomething()
          && each.policy().object("spec").get("pruneObjectBehavior") == null) {
        report.accept(
            finding(
                    each.atPolicy("/spec/remediationAction"),
                    "What it creates stays when the policy goes.")
                .help("say what is meant: `pruneObjectBehavior: None`, or `DeleteIfCreated`."));
      }
    }
  }

  private void check(List<PolicyClause> clauses, Consumer<Diagnostic.Builder> report) {
    for (PolicyClause clause : clauses) {
      if (clause instanceof PolicyClause.Mode(var remediation, var prune, _)
          && remediation == PolicyClause.Remediation.ENFORCE
          && prune == null
          && creates(clauses)) {
        report.accept(
            finding(clause.span(), "What it creates stays when the policy goes.")
                .help("say what is meant: `enforce prune created`, or `prune all`."));
      } else if (clause instanceof PolicyClause.Template template) {
        check(template.clauses(), report);
      }
    }
  }

  private static boolean creates(List<PolicyClause> clauses) {
    return clauses.stream()
        .anyMatch(
            each ->
                (each instanceof PolicyClause.ResourceRule rule
                        && rule.verb() != PolicyClause.ResourceVerb.FORBID)
                    || (each instanceof PolicyClause.Template template
                        && creates(template.clauses())));
  }

  @Override
  public Diagnostic.Builder finding(SourceSpan span, String summary) {
    return Diagnostic.info(code(), span, summary);
  }
}
