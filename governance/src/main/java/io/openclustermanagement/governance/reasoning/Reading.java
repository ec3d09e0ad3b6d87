package io.openclustermanagement.governance.reasoning;

import org.drools.model.functions.Function1;

/**
 * A property that rules join on.
 *
 * <p>Drools takes two conditions for one if their ids are equal, whatever their functions do, so
 * that ids are made from the texts of readings and of nothing else.
 *
 * @param text the type and the property, such as {@code Finding.site}
 */
record Reading<T, V>(String text, Class<V> type, Function1<T, V> function) {

  static <T, V> Reading<T, V> of(
      Class<T> owner, String property, Class<V> type, Function1<T, V> function) {
    return new Reading<>(owner.getSimpleName() + "." + property, type, function);
  }

  V of(T object) {
    return function.apply(object);
  }
}
