package io.openclustermanagement.dsl.testing;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;

/** Finds where two trees of records begin to differ. */
public final class TreeDifference {

  private TreeDifference() {}

  /** The first place where two trees differ and what stands there; empty if they are equal. */
  public static String first(Object expected, Object actual) {
    return first("", expected, actual);
  }

  private static String first(String path, Object expected, Object actual) {
    if (Objects.equals(expected, actual)) {
      return "";
    }
    if (expected instanceof List<?> a && actual instanceof List<?> b && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        String difference = first(path + "[" + i + "]", a.get(i), b.get(i));
        if (!difference.isEmpty()) {
          return difference;
        }
      }
    }
    if (expected instanceof Record && actual != null && expected.getClass() == actual.getClass()) {
      for (RecordComponent component : expected.getClass().getRecordComponents()) {
        String difference =
            first(
                path + "." + component.getName(),
                read(component, expected),
                read(component, actual));
        if (!difference.isEmpty()) {
          return difference;
        }
      }
    }
    return "%s: expected %s%nbut was %s".formatted(path, expected, actual);
  }

  private static Object read(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
