package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Which observations about an operator count as violations.
 *
 * @param catalogSourceUnhealthy the catalog cannot be reached
 * @param deploymentsUnavailable a deployment of the operator is not ready
 * @param upgradesAvailable there is an upgrade
 * @param deprecationsPresent the package, channel or version is deprecated
 * @param minorChannelUpgradeAvailable another channel has a higher version
 */
public record OperatorComplianceConfig(
    @Property(defaultJson = "\"Compliant\"") @Nullable OperatorCompliance catalogSourceUnhealthy,
    @Property(defaultJson = "\"NonCompliant\"") @Nullable OperatorCompliance deploymentsUnavailable,
    @Property(defaultJson = "\"Compliant\"") @Nullable OperatorCompliance upgradesAvailable,
    @Property(defaultJson = "\"Compliant\"") @Nullable OperatorCompliance deprecationsPresent,
    @Property(defaultJson = "\"Compliant\"")
        @Nullable OperatorCompliance minorChannelUpgradeAvailable) {}
