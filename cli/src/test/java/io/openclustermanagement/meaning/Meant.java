package io.openclustermanagement.meaning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of source together with what it means, written down as directly as possible. A value that
 * is absent is null.
 *
 * @param text of the source
 * @param meaning from the values of the variables, which are plain trees of JSON
 */
record Meant<T extends @Nullable Object>(String text, Function<Map<String, Object>, T> meaning) {

  T in(Map<String, Object> variables) {
    return meaning.apply(variables);
  }

  /** A path from a variable; {@code text} says it in the language. */
  static Meant<@Nullable Object> path(String text, String variable, String... steps) {
    return new Meant<>(text, variables -> read(variables.get(variable), steps));
  }

  static @Nullable Object read(@Nullable Object root, String... steps) {
    Object value = root;
    for (String step : steps) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return value;
  }

  /** The elements of a list; none if it is absent or no list. */
  static List<?> elements(@Nullable Object list) {
    return list instanceof List<?> elements ? elements : List.of();
  }

  static Map<String, Object> and(Map<String, Object> variables, String name, Object value) {
    Map<String, Object> more = new HashMap<>(variables);
    more.put(name, value);
    return more;
  }
}
