package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.policy.ComplianceState;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on a ConfigurationPolicy on one cluster.
 *
 * @param name of the policy
 * @param compliant empty if nothing can be said
 * @param templates one for each object template, in order
 * @param relatedObjects by kind, namespace and name
 * @param history the messages that the policy would get one after the other, of which the last one
 *     says how it stands
 * @param pruned the related objects that would be deleted with the policy ({@code
 *     pruneObjectBehavior})
 */
public record ConfigurationPolicyResult(
    String name,
    Optional<ComplianceState> compliant,
    List<TemplateOutcome> templates,
    List<ObjectResult> relatedObjects,
    List<String> history,
    List<ObjectResult> pruned) {

  public ConfigurationPolicyResult {
    templates = List.copyOf(templates);
    relatedObjects = List.copyOf(relatedObjects);
    history = List.copyOf(history);
    pruned = List.copyOf(pruned);
  }

  /** How the policy stands, in upstream's words. */
  public String message() {
    return history.getLast();
  }
}
