package io.openclustermanagement.governance.reporting;

import io.openclustermanagement.governance.policy.VerdictState;
import java.time.Instant;
import java.util.Optional;

/**
 * One template of a policy on one cluster.
 *
 * @param index of the template in the policy, from 0
 * @param template its name
 * @param kind such as {@code ConfigurationPolicy}
 * @param verdict what was found, whatever is exempted
 * @param remediation that is in effect: {@code inform}, {@code enforce}, or empty for a kind that
 *     has none
 * @param remediationFrom who said so: {@code template}, {@code policy} or {@code binding NAME}
 * @param message in upstream's words, or why it cannot be judged
 * @param since when it came into this state; empty if nothing tells
 */
public record Check(
    ReportedPolicy policy,
    int index,
    String template,
    String kind,
    String cluster,
    VerdictState verdict,
    ReportedSeverity severity,
    String remediation,
    String remediationFrom,
    String message,
    Optional<Instant> since) {}
