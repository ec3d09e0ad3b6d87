package io.openclustermanagement.governance.reporting;

import io.openclustermanagement.api.policy.ComplianceState;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyHistoryEntry;
import io.openclustermanagement.api.policy.TemplateDetail;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.HubName;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Since when templates are in their state, by what upstream keeps: the last ten events of each
 * template, newest first, in the status of the replicated policy ({@code controllers/statussync} of
 * the governance-policy-framework-addon). A message begins with the state.
 */
final class StatusHistory {

  private record Key(String cluster, String policy, String template) {}

  private final Map<Key, List<PolicyHistoryEntry>> entries = new HashMap<>();

  /**
   * @param replicas policies in the namespaces of clusters; others do no harm
   */
  StatusHistory(Collection<Policy> replicas) {
    replicas.forEach(this::add);
  }

  private void add(Policy policy) {
    HubName name = HubName.of(policy);
    if (policy.status() != null) {
      for (TemplateDetail detail : policy.status().details()) {
        if (detail.templateMeta() != null) {
          String template = detail.templateMeta().text("name").orElse("");
          entries.put(new Key(name.namespace(), name.name(), template), detail.history());
        }
      }
    }
  }

  /** The time of the oldest event of those that are in this state without a break. */
  Optional<Instant> since(HubName policy, String cluster, String template, VerdictState state) {
    Key key = new Key(cluster, policy.replicated(), template);
    return state
        .compliance()
        .flatMap(
            compliance ->
                entries.getOrDefault(key, List.of()).stream()
                    .takeWhile(entry -> says(entry, compliance))
                    .map(PolicyHistoryEntry::lastTimestamp)
                    .filter(Objects::nonNull)
                    .reduce((_, older) -> older));
  }

  private static boolean says(PolicyHistoryEntry entry, ComplianceState state) {
    String message = Objects.requireNonNullElse(entry.message(), "");
    int end = message.indexOf(';');
    String prefix = (end < 0 ? message : message.substring(0, end)).strip();
    return prefix.toLowerCase(Locale.ROOT).equals(state.wireName().toLowerCase(Locale.ROOT));
  }
}
