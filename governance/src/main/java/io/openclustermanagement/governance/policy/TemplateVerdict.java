package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.policy.ComplianceState;
import io.openclustermanagement.governance.configuration.ObjectResult;
import java.util.List;
import java.util.Optional;

/**
 * What one template of a policy says of a cluster.
 *
 * @param name of the template
 * @param kind such as {@code ConfigurationPolicy}
 * @param compliant empty if it cannot be judged, for which the message has the reason
 * @param message in upstream's words
 * @param objects that it is about
 */
public record TemplateVerdict(
    String name,
    String kind,
    Optional<ComplianceState> compliant,
    String message,
    List<ObjectResult> objects) {

  public TemplateVerdict {
    objects = List.copyOf(objects);
  }
}
