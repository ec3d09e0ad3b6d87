package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ManagedCluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiled CEL expressions, each compiled once; the CEL library is loaded with the first. */
final class CelPrograms {
  private final Supplier<CelSelectors> source;
  private final Map<String, CelSelectors.Compiled> programs = new HashMap<>();
  private @Nullable CelSelectors selectors;

  CelPrograms(Supplier<CelSelectors> source) {
    this.source = source;
  }

  /** Compiles the expressions of one selector, so that {@link #matches} can be asked. */
  void compile(List<String> expressions) throws CelCompilationException {
    for (String expression : expressions) {
      if (!programs.containsKey(expression)) {
        programs.put(expression, selectors().compile(expression));
      }
    }
  }

  /** Whether all compiled expressions are true within the budget they share. */
  boolean matches(List<String> expressions, ManagedCluster cluster, AddOnScores scores) {
    long budget = CelSelectors.COST_LIMIT_PER_CLUSTER;
    for (String expression : expressions) {
      CelOutcome outcome = evaluate(expression, cluster, scores);
      budget -= outcome.cost();
      if (budget < 0 || !outcome.matched()) {
        return false;
      }
    }
    return true;
  }

  /** What one compiled expression gives. */
  CelOutcome evaluate(String expression, ManagedCluster cluster, AddOnScores scores) {
    CelSelectors.Compiled program = programs.get(expression);
    if (program == null) {
      throw new IllegalStateException("not compiled: " + expression);
    }
    return program.evaluate(cluster, scores);
  }

  private CelSelectors selectors() {
    if (selectors == null) {
      selectors = source.get();
    }
    return selectors;
  }
}
