package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import java.util.function.Consumer;

/** A policy that answers to no standard. */
final class PolicyWithoutStandardRule implements LintRule {

  private static final String STANDARDS = "policy.open-cluster-management.io/standards";

  @Override
  public Code code() {
    return Code.POLICY_WITHOUT_STANDARD;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (Declaration.Policy policy : input.all(Declaration.Policy.class)) {
      if (policy.clauses().stream().noneMatch(PolicyClause.Standard.class::isInstance)) {
        report.accept(
            finding(
                    policy.name().span(),
                    "The policy `%s` names no standard.".formatted(policy.name().text()))
                .help("add `standard \"…\"`, so that reports can group it by control."));
      }
    }
    for (LintedObject each : input.objects()) {
      if (!each.compiled()
          && each.object() instanceof Policy policy
          && !policy.metadata().annotations().containsKey(STANDARDS)) {
        report.accept(
            finding(
                    each.at("/metadata/name"),
                    "The policy `%s` names no standard.".formatted(policy.metadata().name()))
                .help("add the annotation `%s`.".formatted(STANDARDS)));
      }
    }
  }

  @Override
  public Diagnostic.Builder finding(SourceSpan span, String summary) {
    return Diagnostic.info(code(), span, summary);
  }
}
