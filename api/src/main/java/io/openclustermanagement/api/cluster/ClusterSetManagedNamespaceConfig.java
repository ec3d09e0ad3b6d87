package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import java.util.List;

/**
 * A namespace that a set of the cluster wants on it.
 *
 * @param name the name of the namespace
 * @param clusterSet the set that wants it
 * @param conditions whether the namespace is there, by type
 */
public record ClusterSetManagedNamespaceConfig(
    @Property(required = true, pattern = Patterns.DNS_LABEL, maxLength = 63) String name,
    @Property(required = true) String clusterSet,
    @Property(listMapKeys = "type") List<Condition> conditions) {
  public ClusterSetManagedNamespaceConfig {
    conditions = Copies.of(conditions);
  }
}
