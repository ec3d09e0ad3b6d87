package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ManagedCluster;
import java.util.ServiceLoader;

/**
 * Compiles the CEL expressions of {@code celSelector.celExpressions} (upstream {@code
 * pkg/placement/helpers/cel.go}). The scheduler asks for an implementation only when an expression
 * occurs, because loading a CEL library costs more than a second.
 */
public interface CelSelectors {

  /** Cost that one expression may have on one cluster; beyond it the expression fails. */
  long COST_LIMIT_PER_EXPRESSION = 1_000_000;

  /** Cost that the expressions of one selector may have together on one cluster. */
  long COST_LIMIT_PER_CLUSTER = 10_000_000;

  /**
   * A compiled expression.
   *
   * @throws CelCompilationException when the expression has a syntax or type error
   */
  Compiled compile(String expression) throws CelCompilationException;

  /** A compiled expression, to be evaluated on any number of clusters. */
  interface Compiled {
    /**
     * The expression's value on one cluster.
     *
     * @param cluster bound to the variable {@code managedCluster}
     * @param scores what {@code managedCluster.scores(name)} reads
     */
    CelOutcome evaluate(ManagedCluster cluster, AddOnScores scores);
  }

  /**
   * The implementation on the class path.
   *
   * @throws IllegalStateException when there is none
   */
  static CelSelectors load() {
    return ServiceLoader.load(CelSelectors.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no CEL implementation on the class path"));
  }
}
