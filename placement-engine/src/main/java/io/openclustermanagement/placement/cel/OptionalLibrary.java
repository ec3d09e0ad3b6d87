package io.openclustermanagement.placement.cel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions of optional values ({@code cel/library.go}, {@code OptionalTypes}). */
final class OptionalLibrary {
  private OptionalLibrary() {}

  static @Nullable LibraryFunction find(String name) {
    return switch (name) {
      case "optional.of" -> (e, a) -> Optional.of(a[0]);
      case "optional.none" -> (e, a) -> Optional.empty();
      case "optional.ofNonZeroValue" ->
          (e, a) -> isZero(a[0]) ? Optional.empty() : Optional.of(a[0]);
      case "hasValue" -> (e, a) -> a[0] instanceof Optional<?> o ? o.isPresent() : none();
      case "value" -> (e, a) -> a[0] instanceof Optional<?> o ? value(o) : none();
      case "first" -> (e, a) -> a[0] instanceof List<?> l ? l.stream().findFirst() : none();
      case "last" ->
          (e, a) ->
              a[0] instanceof List<?> l
                  ? l.isEmpty() ? Optional.empty() : Optional.of(l.getLast())
                  : none();
      case "optional.unwrap", "unwrapOpt" ->
          (e, a) -> a[0] instanceof List<?> l ? unwrap(e, l) : none();
      default -> null;
    };
  }

  private static EvaluationError none() {
    return EvaluationError.NO_SUCH_OVERLOAD;
  }

  private static Object value(Optional<?> optional) {
    return optional.isPresent()
        ? optional.get()
        : new EvaluationError("optional.none() dereference");
  }

  private static boolean isZero(Object value) {
    return switch (value) {
      case NullValue n -> true;
      case Boolean b -> !b;
      case Long l -> l == 0;
      case Uint u -> u.bits() == 0;
      case Double d -> d == 0;
      case String s -> s.isEmpty();
      case Bytes b -> b.octets().length == 0;
      case List<?> l -> l.isEmpty();
      case Map<?, ?> m -> m.isEmpty();
      case Duration d -> d.isZero();
      case Optional<?> o -> o.isEmpty() || isZero(o.get());
      default -> false;
    };
  }

  private static Object unwrap(Evaluation evaluation, List<?> list) {
    evaluation.work(list.size());
    ListValue present = new ListValue();
    for (Object element : list) {
      if (!(element instanceof Optional<?> o)) {
        return new EvaluationError("value %s is not optional".formatted(Values.display(element)));
      }
      o.ifPresent(present::add);
    }
    return present;
  }
}
