package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a policy: per cluster on the hub, per template on a cluster.
 *
 * @param compliant the state over all; absent while it is unknown
 * @param placement which clusters were chosen, and through what
 * @param status the state of each cluster
 * @param details the state of each template
 */
public record PolicyStatus(
    @Nullable ComplianceState compliant,
    List<PolicyPlacement> placement,
    List<ClusterCompliance> status,
    List<TemplateDetail> details) {
  public PolicyStatus {
    placement = Copies.of(placement);
    status = Copies.of(status);
    details = Copies.of(details);
  }
}
