package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects or clusters that a rule leaves alone until a day.
 *
 * @param name the name of the exemption
 * @param owner who answers for it
 * @param ticket where it was decided
 * @param until the last day on which it applies, in UTC
 * @param because why
 * @param clusterNames the names of the clusters
 * @param clusterSelector what the clusters fulfil; without names and selector all clusters are
 *     meant
 * @param match the kinds of objects; empty means all of the rule
 * @param namespaceSelector the namespaces of the objects; absent means all
 * @param matchCondition a condition over {@code object}
 */
public record RuleExemption(
    @Property(required = true, minLength = 1) String name,
    @Property(required = true, minLength = 1) String owner,
    @Nullable String ticket,
    @Property(required = true, pattern = Patterns.DATE) String until,
    @Property(required = true, minLength = 1) String because,
    @Property(minLength = 1) List<String> clusterNames,
    @Nullable ClusterSelector clusterSelector,
    List<ResourceMatch> match,
    @Nullable NamespaceSelector namespaceSelector,
    @Property(minLength = 1) @Nullable String matchCondition) {
  public RuleExemption {
    clusterNames = Copies.of(clusterNames);
    match = Copies.of(match);
  }
}
