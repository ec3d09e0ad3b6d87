package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.placement.AddOnScores;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.CelOutcome;
import io.openclustermanagement.placement.CelSelectors;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * CEL selectors on the dev.cel library. Expressions are compiled once each and shared by all
 * threads.
 */
public final class DevCelSelectors implements CelSelectors {
  /** Beyond so many distinct expressions, new ones are compiled each time. */
  private static final int CACHED = 10_000;

  private static final Map<String, CelProgram> PROGRAMS = new ConcurrentHashMap<>();

  /** For {@link java.util.ServiceLoader}. */
  public DevCelSelectors() {}

  @Override
  public CelProgram compile(String expression) throws CelCompilationException {
    CelProgram known = PROGRAMS.get(expression);
    if (known != null) {
      return known;
    }
    CelProgram compiled = new CelProgram(CelEnvironment.selectors().compile(expression));
    if (PROGRAMS.size() < CACHED) {
      PROGRAMS.put(expression, compiled);
    }
    return compiled;
  }

  /** A compiled expression. */
  static final class CelProgram implements Compiled {
    private final Planner.Plan plan;

    CelProgram(Planner.Plan plan) {
      this.plan = plan;
    }

    @Override
    public CelOutcome evaluate(ManagedCluster cluster, AddOnScores scores) {
      Result result = run(cluster, scores);
      if (result.value() instanceof Boolean matched) {
        return new CelOutcome(matched, result.cost(), null);
      }
      return new CelOutcome(false, result.cost(), problem(result.value()));
    }

    private static String problem(Object value) {
      return value instanceof EvaluationError error
          ? "The expression failed: " + error.message() + "."
          : "The expression gave a value of type %s instead of true or false."
              .formatted(Values.typeOf(value));
    }

    /** The value on a cluster, or an {@link EvaluationError}; with what it cost. */
    Result run(ManagedCluster cluster, AddOnScores scores) {
      String name = cluster.metadata().name();
      return run(ClusterObject.of(cluster), score -> items(scores.find(name, score)));
    }

    Result run(
        Map<String, Object> cluster,
        Function<String, @Nullable List<AddOnPlacementScoreItem>> scores) {
      CelBudget budget = new CelBudget(COST_LIMIT_PER_EXPRESSION);
      Evaluation evaluation = new Evaluation(_ -> cluster, scores, plan.slots(), budget);
      return new Result(eval(evaluation), budget.cost());
    }

    private Object eval(Evaluation evaluation) {
      try {
        return plan.root().eval(evaluation);
      } catch (Evaluation.Cancelled e) {
        return new EvaluationError(String.valueOf(e.getMessage()));
      } catch (StackOverflowError e) {
        // Values may nest deeper than the stack; the expression fails, the engine does not.
        return new EvaluationError("the values are nested too deeply");
      }
    }

    private static @Nullable List<AddOnPlacementScoreItem> items(
        @Nullable AddOnPlacementScore score) {
      if (score == null) {
        return null;
      }
      return score.status() == null ? List.of() : score.status().scores();
    }
  }

  /** A value and what it cost. */
  record Result(Object value, long cost) {}
}
