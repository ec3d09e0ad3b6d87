package io.openclustermanagement.placement.cel;

/**
 * The value of an expression that failed. Errors are values, as in cel-go, because {@code false &&
 * error} is false.
 *
 * @param message the reason, worded as cel-go words it
 */
record EvaluationError(String message) {

  /** No overload of a function takes values of these types. */
  static final EvaluationError NO_SUCH_OVERLOAD = new EvaluationError("no such overload");

  static EvaluationError noSuchKey(Object key) {
    return new EvaluationError("no such key: " + Values.display(key));
  }

  static EvaluationError outOfBounds(Object index) {
    return new EvaluationError("index out of bounds: " + Values.display(index));
  }

  static EvaluationError conversion(Object value, String type) {
    return new EvaluationError(
        "type conversion error from '%s' to '%s'".formatted(Values.typeOf(value).name(), type));
  }

  @Override
  public String toString() {
    return message;
  }
}
