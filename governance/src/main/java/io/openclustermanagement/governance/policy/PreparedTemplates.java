package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.meta.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is prepared for templates, each once for all clusters. Templates are told apart by their
 * content, so that equal ones that were made for each cluster are prepared once, too.
 */
public final class PreparedTemplates<T> {

  /** A hub has some thousands; from here on they are forgotten, so that memory is bounded. */
  private static final int MAX_TEMPLATES = 20_000;

  private final Map<Same, T> byIdentity = new ConcurrentHashMap<>();
  private final Map<JsonObject, T> byContent = new ConcurrentHashMap<>();
  private final Function<JsonObject, T> prepare;

  /**
   * @param prepare makes it; called from several threads
   */
  public PreparedTemplates(Function<JsonObject, T> prepare) {
    this.prepare = prepare;
  }

  /** What is prepared for a template. */
  public T get(JsonObject template) {
    Same key = new Same(template);
    T known = byIdentity.get(key);
    if (known == null) {
      known = bounded(byContent).computeIfAbsent(template, prepare);
      bounded(byIdentity).put(key, Objects.requireNonNull(known));
    }
    return known;
  }

  private static <K, V> Map<K, V> bounded(Map<K, V> map) {
    if (map.size() >= MAX_TEMPLATES) {
      map.clear();
    }
    return map;
  }

  /** The very same template: to hash its content takes as long as to judge a small object. */
  private record Same(JsonObject template) {
    @Override
    @SuppressWarnings("ReferenceEquality") // equal templates are found by their content
    public boolean equals(@Nullable Object other) {
      return other instanceof Same(JsonObject same) && same == template;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(template);
    }
  }
}
