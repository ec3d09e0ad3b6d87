package io.openclustermanagement.api.meta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Immutable copies for the records of the API. */
public final class Copies {
  private Copies() {}

  /** An immutable copy in the same order. */
  public static <T> List<T> of(List<T> list) {
    return List.copyOf(list);
  }

  /** An immutable copy that keeps the order, which {@code Map.copyOf} does not. */
  public static <V> Map<String, V> of(Map<String, V> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
