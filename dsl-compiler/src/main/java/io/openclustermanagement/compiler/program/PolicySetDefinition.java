package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A {@code policyset}, checked.
 *
 * @param namespace the hub namespace, also of its policies
 * @param placements where its policies go
 * @param enforced where they are enforced as well, if they go there
 * @param nameOrigin the declared name
 * @param origin the whole declaration
 */
public record PolicySetDefinition(
    GlobalName name,
    String namespace,
    ObjectMetadata metadata,
    Optional<Located> description,
    List<Use> policies,
    List<Use> placements,
    List<Use> enforced,
    Origin nameOrigin,
    Origin origin) {
  public PolicySetDefinition {
    policies = List.copyOf(policies);
    placements = List.copyOf(placements);
    enforced = List.copyOf(enforced);
  }
}
