package io.openclustermanagement.placement.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.cel.CelExpression.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A compiled expression over the fleet, some of which may not be known: its value is three-valued
 * where it is a truth value, an interval where it is a count ({@link Uncertain}).
 */
public final class PartialExpression {

  /** The functions of whoever evaluates. */
  public interface Functions {

    /** Whether a function is one of these. */
    boolean has(String name);

    /** A value, an {@link Uncertain} one, or an {@link EvaluationError}. */
    Object call(String name, List<Object> arguments);
  }

  private final CelAbstractSyntaxTree tree;

  private PartialExpression(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  /**
   * Compiles an expression.
   *
   * @throws CelCompilationException if it is wrong, with half a sentence for a person
   */
  public static PartialExpression compile(String text, CelScope scope, Wanted wanted)
      throws CelCompilationException {
    return new PartialExpression(CelExpression.check(text, scope, wanted));
  }

  /** The value: known, {@link Uncertain} or an {@link EvaluationError}. */
  public Object evaluate(Map<String, Object> inputs, Functions functions, CelBudget budget) {
    return evaluate(new PartialEvaluator(tree, inputs, functions, budget, false));
  }

  /** The text for a person, in which parts that are not known are shown as such. */
  public Object show(Map<String, Object> inputs, Functions functions, CelBudget budget) {
    return evaluate(new PartialEvaluator(tree, inputs, functions, budget, true));
  }

  private static Object evaluate(PartialEvaluator evaluator) {
    try {
      return evaluator.evaluate();
    } catch (Evaluation.Cancelled e) {
      return new EvaluationError("it takes more computation than is allowed");
    } catch (StackOverflowError e) {
      // Values may nest deeper than the stack; the expression fails, the engine does not.
      return new EvaluationError("the values are nested too deeply");
    } catch (ArithmeticException e) {
      return new EvaluationError("integer overflow");
    }
  }

  /** A cluster as expressions see it. */
  public static Object value(ManagedCluster cluster) {
    return ClusterObject.of(cluster);
  }

  /** A point in time as expressions see it. */
  public static Object value(Instant time) {
    return new Timestamp(time, 0);
  }
}
