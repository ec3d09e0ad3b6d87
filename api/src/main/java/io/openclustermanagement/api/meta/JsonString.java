package io.openclustermanagement.api.meta;

/**
 * A text of JSON.
 *
 * @param value the text
 */
public record JsonString(String value) implements JsonValue {
  @Override
  public String toTree() {
    return value;
  }
}
