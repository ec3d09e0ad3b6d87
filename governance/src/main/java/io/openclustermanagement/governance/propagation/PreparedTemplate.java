package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.governance.policy.Remediation;
import java.util.List;
import java.util.Optional;

/**
 * A template as it reaches clusters.
 *
 * @param name of the object, or {@code template-N} for one that has none
 * @param definition the object that is created on the cluster, with the remediation in effect; the
 *     same instance for all clusters that get the same
 * @param dependencies those of the policy and its own, as clusters see them
 * @param ignorePending whether waiting counts as compliant
 * @param sensitive whether it may hold what was read from a Secret, so that no value may be shown
 * @param error why it is not created at all, in upstream's words
 */
record PreparedTemplate(
    String name,
    JsonObject definition,
    Remediation remediation,
    List<PolicyDependency> dependencies,
    boolean ignorePending,
    boolean sensitive,
    Optional<String> error) {

  String kind() {
    return definition.text("kind").orElse("");
  }

  String apiVersion() {
    return definition.text("apiVersion").orElse("");
  }
}
