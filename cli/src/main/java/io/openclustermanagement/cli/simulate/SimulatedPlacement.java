package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.compiler.SourceMap;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.Rejection;
import java.util.Objects;
import java.util.Optional;

/**
 * A placement of the sources and what became of it.
 *
 * @param result what the scheduler says
 * @param sourceMap where its parts are written; empty for one that came as YAML
 */
public record SimulatedPlacement(PlacementResult result, Optional<SourceMap> sourceMap) {

  /** The namespace; empty for a placement that names none. */
  public String namespace() {
    return Objects.requireNonNullElse(result.placement().metadata().namespace(), "");
  }

  public String name() {
    return result.placement().metadata().name();
  }

  /** {@code namespace/name}. */
  public String qualifiedName() {
    return namespace().isEmpty() ? name() : namespace() + "/" + name();
  }

  /** Where the term that dropped a cluster is written. */
  Optional<SourceSpan> source(Rejection rejection) {
    return sourceMap.flatMap(map -> map.find(rejection.path()));
  }
}
