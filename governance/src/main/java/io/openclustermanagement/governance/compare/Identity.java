package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values are the very same one. The merge hands on what does not change, so that this
 * alone tells of most values that they are equal.
 */
final class Identity {

  private Identity() {}

  @SuppressWarnings("ReferenceEquality") // what is equal but not the same is compared in full
  static boolean isSame(@Nullable JsonValue one, @Nullable JsonValue other) {
    return one == other;
  }
}
