package io.openclustermanagement.governance.propagation;

import org.jspecify.annotations.Nullable;

/**
 * Whether nothing changed. What this package takes does not change, so that the same instance needs
 * no second look; what is merely equal is looked at again.
 */
final class Same {
  private Same() {}

  @SuppressWarnings("ReferenceEquality") // that is what is asked
  static boolean instance(@Nullable Object one, @Nullable Object other) {
    return one == other;
  }
}
