package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which clusters belong to a set.
 *
 * @param clusterSelector how members are found
 * @param managedNamespaces namespaces to have on every member
 */
public record ManagedClusterSetSpec(
    @Property(defaultJson = "{\"selectorType\": \"ExclusiveClusterSetLabel\"}")
        @Nullable ManagedClusterSelector clusterSelector,
    @Property(listMapKeys = "name") List<ManagedNamespaceConfig> managedNamespaces) {
  public ManagedClusterSetSpec {
    managedNamespaces = Copies.of(managedNamespaces);
  }
}
