package io.openclustermanagement.placement.cel;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map whose values are made when they are first read. An expression reads a few fields of a
 * cluster; converting all of it for each of 5,000 clusters would cost more than the evaluation.
 */
final class LazyMap extends AbstractMap<String, Object> {
  private final Map<String, Object> values = new LinkedHashMap<>();

  private record Pending(Supplier<Object> supplier) {}

  /** Adds a field; one that is {@code null} is left out, as Go's {@code omitempty} does. */
  LazyMap with(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  /** Adds a text unless it is absent or empty. */
  LazyMap withText(String name, @Nullable String value) {
    return with(name, value == null || value.isEmpty() ? null : value);
  }

  LazyMap withLazy(String name, Supplier<Object> value) {
    values.put(name, new Pending(value));
    return this;
  }

  @Override
  public @Nullable Object get(Object name) {
    Object value = values.get(name);
    if (value instanceof Pending(Supplier<Object> supplier) && name instanceof String key) {
      value = supplier.get();
      values.put(key, value);
    }
    return value;
  }

  @Override
  public boolean containsKey(Object name) {
    return values.containsKey(name);
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public Set<String> keySet() {
    return values.keySet();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    values.replaceAll((name, value) -> value instanceof Pending p ? p.supplier().get() : value);
    return values.entrySet();
  }
}
