package io.openclustermanagement.api.meta;

/**
 * A number of JSON that is not an integer of 64 bits.
 *
 * @param value the number, finite
 */
public record JsonDecimal(double value) implements JsonValue {
  public JsonDecimal {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
  }

  @Override
  public Double toTree() {
    return value;
  }
}
