package io.openclustermanagement.governance.policy;

import java.util.List;

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
   * The worst state of a template ({@code controllers/statussync} of the
   * governance-policy-framework-addon); unknown for a policy without templates.
   */
  public VerdictState state() {
    return VerdictState.worst(templates.stream().map(TemplateVerdict::state).toList());
  }
}
