package io.openclustermanagement.placement;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable table of objects in the order of their keys, found by bisection. A changed copy
 * costs one array copy, which is what makes a changed {@link Fleet} cheap.
 */
final class SortedTable<T> {
  private static final SortedTable<?> EMPTY = new SortedTable<>(new String[0], new Object[0]);

  private final String[] keys;
  private final Object[] values;

  private SortedTable(String[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
  }

  @SuppressWarnings("unchecked") // an empty table holds no value of any type
  static <T> SortedTable<T> empty() {
    return (SortedTable<T>) EMPTY;
  }

  static <T> SortedTable<T> of(Map<String, T> entries) {
    TreeMap<String, T> sorted = new TreeMap<>(SortedTable::compare);
    sorted.putAll(entries);
    return new SortedTable<>(
        sorted.keySet().toArray(new String[0]), sorted.values().toArray(new Object[0]));
  }

  /** Order of code points, which is the byte order of UTF-8 that upstream compares names in. */
  static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Character.isSurrogate(x) || Character.isSurrogate(y)
            ? Integer.compare(a.codePointAt(i), b.codePointAt(i))
            : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  int size() {
    return keys.length;
  }

  String key(int i) {
    return keys[i];
  }

  @SuppressWarnings("unchecked") // only values of type T are put in
  T value(int i) {
    return (T) values[i];
  }

  /** Position of the key, or {@code -(insertion point) - 1}. */
  int find(String key) {
    int low = 0;
    int high = keys.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(keys[middle], key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  @Nullable T get(String key) {
    int i = find(key);
    return i < 0 ? null : value(i);
  }

  @SuppressWarnings("unchecked") // only values of type T are put in
  List<T> values() {
    return (List<T>) Collections.unmodifiableList(Arrays.asList(values));
  }

  /** The values whose keys start with {@code prefix}, in key order. */
  List<T> withPrefix(String prefix) {
    int from = find(prefix);
    int low = from < 0 ? -from - 1 : from;
    int high = low;
    while (high < keys.length && keys[high].startsWith(prefix)) {
      high++;
    }
    return values().subList(low, high);
  }

  SortedTable<T> with(String key, T value) {
    int found = find(key);
    if (found >= 0) {
      Object[] changed = values.clone();
      changed[found] = value;
      return new SortedTable<>(keys, changed);
    }
    int at = -found - 1;
    return new SortedTable<>(inserted(keys, at, key), inserted(values, at, value));
  }

  SortedTable<T> without(String key) {
    int found = find(key);
    return found < 0 ? this : new SortedTable<>(removed(keys, found), removed(values, found));
  }

  private static <A> A[] inserted(A[] array, int at, A value) {
    A[] grown = Arrays.copyOf(array, array.length + 1);
    System.arraycopy(array, at, grown, at + 1, array.length - at);
    grown[at] = value;
    return grown;
  }

  private static <A> A[] removed(A[] array, int at) {
    A[] shrunk = Arrays.copyOf(array, array.length - 1);
    System.arraycopy(array, at + 1, shrunk, at, shrunk.length - at);
    return shrunk;
  }
}
