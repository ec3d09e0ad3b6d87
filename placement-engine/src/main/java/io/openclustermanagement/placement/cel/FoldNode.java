package io.openclustermanagement.placement.cel;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A comprehension: what {@code all}, {@code exists}, {@code map} and {@code filter} expand to. */
final class FoldNode extends Node {
  private final Node range;
  private final int element;
  private final int accumulator;
  private final Node condition;
  private final Node step;
  private final Node result;

  /**
   * @param element slot of the element; like the accumulator's it belongs to this fold alone
   * @param accumulator slot of the accumulator
   */
  FoldNode(Node range, int element, int accumulator, Node condition, Node step, Node result) {
    this.range = range;
    this.element = element;
    this.accumulator = accumulator;
    this.condition = condition;
    this.step = step;
    this.result = result;
  }

  @Override
  Object eval(Evaluation evaluation) {
    Object values = range.eval(evaluation);
    if (values instanceof EvaluationError) {
      return values;
    }
    Collection<?> elements =
        switch (values) {
          case List<?> list -> list;
          case Map<?, ?> map -> map.keySet();
          default -> null;
        };
    if (elements == null) {
      return new EvaluationError(
          "got '%s', expected iterable type".formatted(Values.typeOf(values)));
    }
    evaluation.set(accumulator, null);
    iterate(elements, evaluation);
    Object folded = result.eval(evaluation);
    if (folded instanceof ListValue list) {
      list.freeze();
    }
    return folded;
  }

  private void iterate(Collection<?> elements, Evaluation evaluation) {
    for (Object value : elements) {
      evaluation.work(1);
      evaluation.set(element, value);
      Object proceed = condition.eval(evaluation);
      if (Boolean.FALSE.equals(proceed)) {
        return;
      }
      evaluation.set(accumulator, step.eval(evaluation));
    }
  }
}
