package io.openclustermanagement.placement.cel;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes functions of lists ({@code apiserver/pkg/cel/library/lists.go}); {@code indexOf}
 * and {@code lastIndexOf} serve texts too.
 */
final class ListsLibrary {
  private ListsLibrary() {}

  static @Nullable LibraryFunction find(String name) {
    return switch (name) {
      case "isSorted" -> (e, a) -> a[0] instanceof List<?> l ? isSorted(e, l) : none();
      case "min" ->
          (e, a) -> a[0] instanceof List<?> l ? extreme(e, l, Values.Order.AFTER) : none();
      case "max" ->
          (e, a) -> a[0] instanceof List<?> l ? extreme(e, l, Values.Order.BEFORE) : none();
      case "indexOf" -> ListsLibrary::indexOf;
      case "lastIndexOf" -> ListsLibrary::lastIndexOf;
      default -> null;
    };
  }

  /**
   * The sum of a list, whose zero depends on the type that checking found for the elements.
   *
   * @param overload the overload that was chosen
   */
  static LibraryFunction sum(String overload) {
    Object zero =
        switch (overload) {
          case "list_uint_sum_uint" -> new Uint(0);
          case "list_double_sum_double" -> 0.0;
          case "list_duration_sum_duration" -> Duration.ZERO;
          default -> 0L;
        };
    LibraryFunction plus = StandardLibrary.find("_+_");
    return (e, a) -> {
      if (!(a[0] instanceof List<?> list) || plus == null) {
        return none();
      }
      Object sum = zero;
      for (Object element : list) {
        e.work(1);
        sum = plus.apply(e, new Object[] {sum, element});
        if (sum instanceof EvaluationError) {
          return sum;
        }
      }
      return sum;
    };
  }

  private static EvaluationError none() {
    return EvaluationError.NO_SUCH_OVERLOAD;
  }

  private static Object isSorted(Evaluation evaluation, List<?> list) {
    evaluation.work(list.size());
    for (int i = 0; i < list.size(); i++) {
      if (Values.compare(list.get(i), list.get(i)) == null) {
        return none();
      }
      if (i > 0 && Values.compare(list.get(i - 1), list.get(i)) == Values.Order.AFTER) {
        return false;
      }
    }
    return true;
  }

  private static Object extreme(Evaluation evaluation, List<?> list, Values.Order worse) {
    evaluation.work(list.size());
    Object best = null;
    for (Object element : list) {
      if (Values.compare(element, element) == null) {
        return none();
      }
      if (best == null || Values.compare(best, element) == worse) {
        best = element;
      }
    }
    String name = worse == Values.Order.AFTER ? "min" : "max";
    return best == null ? new EvaluationError(name + " called on empty list") : best;
  }

  private static Object indexOf(Evaluation evaluation, Object[] a) {
    if (a[0] instanceof String text && a[1] instanceof String part) {
      evaluation.work(text.length());
      return a.length == 2
          ? StringsLibrary.indexOf(text, part, 0)
          : a[2] instanceof Long from ? StringsLibrary.indexOf(text, part, from) : none();
    }
    if (!(a[0] instanceof List<?> list) || a.length > 2) {
      return none();
    }
    evaluation.work(list.size());
    for (int i = 0; i < list.size(); i++) {
      if (Boolean.TRUE.equals(Values.equal(list.get(i), a[1]))) {
        return (long) i;
      }
    }
    return -1L;
  }

  private static Object lastIndexOf(Evaluation evaluation, Object[] a) {
    if (a[0] instanceof String text && a[1] instanceof String part) {
      evaluation.work(text.length());
      return a.length == 2
          ? StringsLibrary.lastIndexOf(text, part)
          : a[2] instanceof Long from ? StringsLibrary.lastIndexOf(text, part, from) : none();
    }
    if (!(a[0] instanceof List<?> list) || a.length > 2) {
      return none();
    }
    evaluation.work(list.size());
    for (int i = list.size() - 1; i >= 0; i--) {
      if (Boolean.TRUE.equals(Values.equal(list.get(i), a[1]))) {
        return (long) i;
      }
    }
    return -1L;
  }
}
