package io.openclustermanagement.placement.cel;

/**
 * The value of an expression that failed. Errors are values, as in cel-go, because {@code false &&
 * error} is false.
 *
 * @param message the reason, worded as cel-go words it
 */
public record EvaluationError(String message) {
  private static final String NO_SUCH_KEY = "no such key: ";
  private static final String OUT_OF_BOUNDS = "index out of bounds: ";

  /** No overload of a function takes values of these types. */
  static final EvaluationError NO_SUCH_OVERLOAD = new EvaluationError("no such overload");

  static EvaluationError noSuchKey(Object key) {
    return new EvaluationError(NO_SUCH_KEY + Values.display(key));
  }

  static EvaluationError outOfBounds(Object index) {
    return new EvaluationError(OUT_OF_BOUNDS + Values.display(index));
  }

  static EvaluationError conversion(Object value, String type) {
    return new EvaluationError(
        "type conversion error from '%s' to '%s'".formatted(Values.typeOf(value).name(), type));
  }

  /** The reason as half a sentence for a person. */
  public String reason() {
    if (message.startsWith(NO_SUCH_KEY)) {
      return "there is no `%s`".formatted(message.substring(NO_SUCH_KEY.length()));
    }
    if (message.startsWith(OUT_OF_BOUNDS)) {
      return "a list has no element " + message.substring(OUT_OF_BOUNDS.length());
    }
    return equals(NO_SUCH_OVERLOAD) ? "a value has not the type that is needed" : message;
  }

  @Override
  public String toString() {
    return message;
  }
}
