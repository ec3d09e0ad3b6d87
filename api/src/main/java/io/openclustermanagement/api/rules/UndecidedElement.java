package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element or group for which it cannot be said whether a rule holds.
 *
 * @param key the element or group
 * @param clusters the clusters that are not heard of
 */
public record UndecidedElement(@Nullable String key, List<String> clusters) {
  public UndecidedElement {
    clusters = Copies.of(clusters);
  }
}
