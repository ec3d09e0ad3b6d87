package io.openclustermanagement.api.meta;

/**
 * A truth value of JSON.
 *
 * @param value the truth value
 */
public record JsonBoolean(boolean value) implements JsonValue {
  @Override
  public Boolean toTree() {
    return value;
  }
}
