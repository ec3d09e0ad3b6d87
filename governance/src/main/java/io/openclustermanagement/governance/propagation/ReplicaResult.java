package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.governance.policy.Remediation;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.List;

/**
 * How a cluster stands with a replicated policy.
 *
 * @param replica the policy
 * @param state the worst of the templates; unknown for a policy without any
 */
public record ReplicaResult(
    ReplicatedPolicy replica, VerdictState state, List<TemplateResult> templates) {
  private static final Remediation MIXED = new Remediation("mixed", "template");

  public ReplicaResult {
    templates = List.copyOf(templates);
  }

  static ReplicaResult of(ReplicatedPolicy replica, List<TemplateResult> templates) {
    return new ReplicaResult(
        replica,
        VerdictState.worst(templates.stream().map(each -> each.verdict().state()).toList()),
        templates);
  }

  /** Whether this is the result of a policy of which nothing waits, with the very same verdicts. */
  boolean isOf(ReplicatedPolicy sameReplica, List<TemplateResult> sameTemplates) {
    if (!Same.instance(replica, sameReplica) || templates.size() != sameTemplates.size()) {
      return false;
    }
    for (int i = 0; i < templates.size(); i++) {
      TemplateResult one = templates.get(i);
      TemplateResult other = sameTemplates.get(i);
      if (!Same.instance(one.verdict(), other.verdict())
          || !one.unmet().isEmpty()
          || !other.unmet().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The name of the cluster. */
  public String cluster() {
    return replica.assignment().cluster();
  }

  /** The remediation of all templates; {@code mixed} if they have different ones. */
  public Remediation remediation() {
    List<Remediation> all =
        templates.stream()
            .map(TemplateResult::remediation)
            .filter(each -> !each.action().isEmpty())
            .distinct()
            .toList();
    return all.size() == 1 ? all.getFirst() : MIXED;
  }
}
