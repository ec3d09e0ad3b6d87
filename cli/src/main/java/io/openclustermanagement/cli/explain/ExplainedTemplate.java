package io.openclustermanagement.cli.explain;

import io.openclustermanagement.governance.configuration.PolicyExplanation;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.List;
import java.util.Optional;

/**
 * One template of a policy with the reasons of its verdict.
 *
 * @param explanation object by object, for a ConfigurationPolicy
 */
public record ExplainedTemplate(TemplateVerdict verdict, Optional<PolicyExplanation> explanation) {

  /** The state of the policy that has these templates. */
  static VerdictState worst(List<ExplainedTemplate> templates) {
    return VerdictState.worst(templates.stream().map(each -> each.verdict().state()).toList());
  }
}
