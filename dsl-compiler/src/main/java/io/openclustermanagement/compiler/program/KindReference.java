package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.Optional;

/**
 * A Kubernetes kind that a source names.
 *
 * @param type its schema; empty where none is known, so that anything goes
 * @param origin where it is named
 */
public record KindReference(
    String apiVersion, String kind, Optional<ResourceType> type, Origin origin) {

  /** The group, empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** Whether objects live in a namespace; empty where no schema says so. */
  public Optional<Boolean> namespaced() {
    return type.map(ResourceType::namespaced);
  }
}
