package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;

/**
 * A cluster set.
 *
 * @param bindings the hub namespaces it is bound to
 * @param managedNamespaces the namespaces that exist on every member
 * @param nameOrigin where its name is declared
 */
public record ClusterSetDefinition(
    GlobalName name,
    ObjectMetadata metadata,
    Membership membership,
    List<Located> bindings,
    List<Located> managedNamespaces,
    Origin nameOrigin,
    Origin origin) {

  public ClusterSetDefinition {
    bindings = List.copyOf(bindings);
    managedNamespaces = List.copyOf(managedNamespaces);
  }

  /** Whether a placement in this hub namespace may choose from the set, as far as sources say. */
  public boolean isBoundTo(String namespace) {
    return bindings.stream().anyMatch(binding -> binding.text().equals(namespace));
  }

  /** Who belongs to a set. */
  public sealed interface Membership {
    /** The clusters that carry the label {@code cluster.open-cluster-management.io/clusterset}. */
    record Labelled(Origin origin) implements Membership {}

    /** The clusters that match. */
    record Where(Expr condition, Origin origin) implements Membership {}

    /** The set exists on the hub already and is not ours to write; only bindings are. */
    record Existing(Origin origin) implements Membership {}
  }
}
