package io.openclustermanagement.api.meta;

/**
 * An integer of JSON, within 64 bits.
 *
 * @param value the number
 */
public record JsonInteger(long value) implements JsonValue {
  @Override
  public Long toTree() {
    return value;
  }
}
