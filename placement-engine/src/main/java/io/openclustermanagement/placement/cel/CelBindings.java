package io.openclustermanagement.placement.cel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of the names of a {@link CelScope} and the budget of the expressions that read them.
 * It belongs to one thread.
 */
public final class CelBindings {
  private static final EvaluationError CYCLE = new EvaluationError("it is defined by itself");

  private final @Nullable CelBindings outer;
  private final CelBudget budget;
  private final Map<String, Object> values = new HashMap<>();

  private record Definition(CelExpression expression) {}

  /** No names yet, and what evaluations may cost together. */
  public CelBindings(CelBudget budget) {
    this(budget, null);
  }

  private CelBindings(CelBudget budget, @Nullable CelBindings outer) {
    this.budget = budget;
    this.outer = outer;
  }

  /** These bindings with one more, for a while. */
  public CelBindings with(String name, Object value) {
    return new CelBindings(budget, this).bind(name, value);
  }

  /** Binds a name to a value. */
  public CelBindings bind(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Binds a name to an expression, which is evaluated when the name is first read. */
  public CelBindings define(String name, CelExpression expression) {
    values.put(name, new Definition(expression));
    return this;
  }

  CelBudget budget() {
    return budget;
  }

  Object get(String name) {
    Object value = values.get(name);
    if (value == null) {
      return outer == null ? EvaluationError.noSuchKey(name) : outer.get(name);
    }
    if (value instanceof Definition(CelExpression expression)) {
      values.put(name, CYCLE);
      value = expression.eval(this);
      values.put(name, value);
    }
    return value;
  }
}
