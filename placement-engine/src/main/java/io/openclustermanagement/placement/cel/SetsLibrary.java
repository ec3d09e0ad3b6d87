package io.openclustermanagement.placement.cel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists taken as sets ({@code ext/sets.go}). */
final class SetsLibrary {
  private SetsLibrary() {}

  static @Nullable LibraryFunction find(String name) {
    return switch (name) {
      case "sets.contains" -> lists(SetsLibrary::contains);
      case "sets.equivalent" -> lists((e, a, b) -> contains(e, a, b) && contains(e, b, a));
      case "sets.intersects" -> lists(SetsLibrary::intersects);
      default -> null;
    };
  }

  private interface Relation {
    boolean holds(Evaluation evaluation, List<?> a, List<?> b);
  }

  private static LibraryFunction lists(Relation relation) {
    return (e, a) ->
        a[0] instanceof List<?> left && a[1] instanceof List<?> right
            ? relation.holds(e, left, right)
            : EvaluationError.NO_SUCH_OVERLOAD;
  }

  private static boolean contains(Evaluation evaluation, List<?> all, List<?> some) {
    return some.stream().allMatch(each -> isIn(evaluation, each, all));
  }

  private static boolean intersects(Evaluation evaluation, List<?> a, List<?> b) {
    return a.stream().anyMatch(each -> isIn(evaluation, each, b));
  }

  private static boolean isIn(Evaluation evaluation, Object element, List<?> list) {
    evaluation.charge(list.size());
    return list.stream().anyMatch(each -> Boolean.TRUE.equals(Values.equal(each, element)));
  }
}
