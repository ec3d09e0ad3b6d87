package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.governance.policy.Remediation;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import java.util.List;

/**
 * How a cluster stands with a template of a replicated policy.
 *
 * @param verdict with the dependencies regarded
 * @param remediation that is in effect
 * @param unmet the dependencies that keep the template from being judged
 */
public record TemplateResult(
    TemplateVerdict verdict, Remediation remediation, List<UnmetDependency> unmet) {

  public TemplateResult {
    unmet = List.copyOf(unmet);
  }
}
