package io.openclustermanagement.api.meta;

import org.jspecify.annotations.Nullable;

/** The {@code null} of JSON. */
public record JsonNull() implements JsonValue {
  /** The value; all are equal. */
  public static final JsonNull NULL = new JsonNull();

  @Override
  public @Nullable Object toTree() {
    return null;
  }
}
