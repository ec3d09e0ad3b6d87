package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which operator has to be installed, and how.
 *
 * @param severity how serious a violation is
 * @param remediationAction what to do about violations
 * @param complianceType whether the operator has to be there
 * @param operatorGroup the OperatorGroup, in parts; absent means that one is made where needed
 * @param subscription the Subscription, in parts
 * @param versions the versions that are allowed, as names of ClusterServiceVersions; empty means
 *     any
 * @param removalBehavior what is deleted when the operator must not be there
 * @param upgradeApproval whether upgrades are approved
 * @param complianceConfig which observations count as violations
 */
public record OperatorPolicySpec(
    @Nullable Severity severity,
    @Property(required = true, defaultJson = "\"inform\"")
        @Nullable RemediationAction remediationAction,
    @Property(required = true) OperatorComplianceType complianceType,
    @Nullable JsonObject operatorGroup,
    @Property(required = true) JsonObject subscription,
    List<String> versions,
    @Property(defaultJson = "{}") @Nullable RemovalBehavior removalBehavior,
    @Property(required = true) UpgradeApproval upgradeApproval,
    @Property(defaultJson = "{}") @Nullable OperatorComplianceConfig complianceConfig) {
  public OperatorPolicySpec {
    versions = Copies.of(versions);
  }
}
