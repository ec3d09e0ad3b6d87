package io.openclustermanagement.placement.cel;

/** The implementation of one function name, for all its overloads. */
@FunctionalInterface
interface LibraryFunction {

  /** The result, or an {@link EvaluationError} also for values that no overload takes. */
  Object apply(Evaluation evaluation, Object[] arguments);
}
