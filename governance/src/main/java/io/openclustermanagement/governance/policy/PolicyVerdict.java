package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.policy.ComplianceState;
import java.util.List;
import java.util.Optional;

/**
 * How one cluster stands with a policy.
 *
 * @param kind {@code Policy}, or the kind of a template that stands alone
 * @param namespace empty if the policy names none
 * @param disabled whether the policy is switched off, so that nothing is judged
 */
public record PolicyVerdict(
    String kind, String namespace, String name, boolean disabled, List<TemplateVerdict> templates) {

  public PolicyVerdict {
    templates = List.copyOf(templates);
  }

  /**
   * NonCompliant if any template is, otherwise unknown if any template is, otherwise Compliant
   * ({@code controllers/statussync} of the governance-policy-framework-addon).
   */
  public Optional<ComplianceState> compliant() {
    if (has(Optional.of(ComplianceState.NON_COMPLIANT))) {
      return Optional.of(ComplianceState.NON_COMPLIANT);
    }
    return templates.isEmpty() || has(Optional.empty())
        ? Optional.empty()
        : Optional.of(ComplianceState.COMPLIANT);
  }

  private boolean has(Optional<ComplianceState> state) {
    return templates.stream().anyMatch(each -> each.compliant().equals(state));
  }
}
