package io.openclustermanagement.placement.cel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** CEL's operators and the functions that every environment has ({@code common/stdlib}). */
final class StandardLibrary {
  private static final EvaluationError INT_OVERFLOW = new EvaluationError("integer overflow");
  private static final EvaluationError UINT_OVERFLOW =
      new EvaluationError("unsigned integer overflow");
  private static final EvaluationError DIVIDE_BY_ZERO = new EvaluationError("division by zero");
  private static final EvaluationError MODULUS_BY_ZERO = new EvaluationError("modulus by zero");

  private StandardLibrary() {}

  static @Nullable LibraryFunction find(String name) {
    return switch (name) {
      case "!_" -> (e, a) -> a[0] instanceof Boolean b ? !b : EvaluationError.NO_SUCH_OVERLOAD;
      case "@not_strictly_false" -> (e, a) -> !Boolean.FALSE.equals(a[0]);
      case "-_" -> (e, a) -> negate(a[0]);
      case "_+_" -> (e, a) -> add(e, a[0], a[1]);
      case "_-_" -> (e, a) -> subtract(a[0], a[1]);
      case "_*_" -> (e, a) -> multiply(a[0], a[1]);
      case "_/_" -> (e, a) -> divide(a[0], a[1]);
      case "_%_" -> (e, a) -> modulo(a[0], a[1]);
      case "_<_" -> ordering(order -> order == Values.Order.BEFORE);
      case "_<=_" -> ordering(order -> order == Values.Order.BEFORE || order == Values.Order.SAME);
      case "_>_" -> ordering(order -> order == Values.Order.AFTER);
      case "_>=_" -> ordering(order -> order == Values.Order.AFTER || order == Values.Order.SAME);
      case "@in" -> (e, a) -> in(e, a[0], a[1]);
      case "size" -> (e, a) -> size(a[0]);
      case "type" -> (e, a) -> Values.typeOf(a[0]);
      case "dyn" -> (e, a) -> a[0];
      default -> null;
    };
  }

  private static LibraryFunction ordering(Predicate<Values.Order> wanted) {
    return (e, a) -> {
      Values.Order order = Values.compare(a[0], a[1]);
      if (order == null) {
        return EvaluationError.NO_SUCH_OVERLOAD;
      }
      return order == Values.Order.UNORDERED
          ? new EvaluationError("NaN values cannot be ordered")
          : (Object) wanted.test(order);
    };
  }

  private static Object negate(Object value) {
    return switch (value) {
      case Long l -> l == Long.MIN_VALUE ? INT_OVERFLOW : (Object) (-l);
      case Double d -> -d;
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object add(Evaluation evaluation, Object a, Object b) {
    return switch (a) {
      case Long l when b instanceof Long m -> {
        long sum = l + m;
        yield ((l ^ sum) & (m ^ sum)) < 0 ? INT_OVERFLOW : (Object) sum;
      }
      case String s when b instanceof String t -> {
        evaluation.work(s.length() + t.length());
        yield s.concat(t);
      }
      case Double d when b instanceof Double f -> d + f;
      case Uint u when b instanceof Uint v -> {
        Uint sum = new Uint(u.bits() + v.bits());
        yield sum.compareTo(u) < 0 ? UINT_OVERFLOW : sum;
      }
      case List<?> l when b instanceof List<?> m -> concatenate(evaluation, l, m);
      case Bytes p when b instanceof Bytes q -> {
        evaluation.work(p.octets().length + q.octets().length);
        yield p.plus(q);
      }
      case Duration d when b instanceof Duration f -> TimeLibrary.duration(() -> d.plus(f));
      case Duration d when b instanceof Timestamp t -> t.plus(d);
      case Timestamp t when b instanceof Duration d -> t.plus(d);
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static List<Object> concatenate(Evaluation evaluation, List<?> a, List<?> b) {
    evaluation.work(b.size());
    if (a instanceof ListValue list && list.isAccumulating()) {
      list.addAll(b);
      return list;
    }
    evaluation.work(a.size());
    ListValue joined = new ListValue();
    joined.addAll(a);
    joined.addAll(b);
    return joined;
  }

  private static Object subtract(Object a, Object b) {
    return switch (a) {
      case Long l when b instanceof Long m -> {
        long difference = l - m;
        yield ((l ^ m) & (l ^ difference)) < 0 ? INT_OVERFLOW : (Object) difference;
      }
      case Double d when b instanceof Double f -> d - f;
      case Uint u when b instanceof Uint v ->
          u.compareTo(v) < 0 ? UINT_OVERFLOW : new Uint(u.bits() - v.bits());
      case Duration d when b instanceof Duration f -> TimeLibrary.duration(() -> d.minus(f));
      case Timestamp t when b instanceof Duration d -> t.plus(d.negated());
      case Timestamp t when b instanceof Timestamp u -> t.minus(u);
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object multiply(Object a, Object b) {
    return switch (a) {
      case Long l when b instanceof Long m -> {
        boolean fits = Math.multiplyHigh(l, m) == (l * m) >> 63;
        yield fits ? (Object) (l * m) : INT_OVERFLOW;
      }
      case Double d when b instanceof Double f -> d * f;
      case Uint u when b instanceof Uint v ->
          Math.unsignedMultiplyHigh(u.bits(), v.bits()) == 0
              ? new Uint(u.bits() * v.bits())
              : UINT_OVERFLOW;
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object divide(Object a, Object b) {
    return switch (a) {
      case Long l when b instanceof Long m -> {
        if (m == 0) {
          yield DIVIDE_BY_ZERO;
        }
        yield l == Long.MIN_VALUE && m == -1 ? INT_OVERFLOW : (Object) (l / m);
      }
      case Double d when b instanceof Double f -> d / f;
      case Uint u when b instanceof Uint v ->
          v.bits() == 0 ? DIVIDE_BY_ZERO : new Uint(Long.divideUnsigned(u.bits(), v.bits()));
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object modulo(Object a, Object b) {
    return switch (a) {
      case Long l when b instanceof Long m -> {
        if (m == 0) {
          yield MODULUS_BY_ZERO;
        }
        yield l == Long.MIN_VALUE && m == -1 ? INT_OVERFLOW : (Object) (l % m);
      }
      case Uint u when b instanceof Uint v ->
          v.bits() == 0 ? MODULUS_BY_ZERO : new Uint(Long.remainderUnsigned(u.bits(), v.bits()));
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object in(Evaluation evaluation, Object value, Object container) {
    return switch (container) {
      case Map<?, ?> map -> Values.find(map, value) != null;
      case List<?> list -> {
        evaluation.work(list.size());
        yield list.stream().anyMatch(element -> Boolean.TRUE.equals(Values.equal(value, element)));
      }
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object size(Object value) {
    return switch (value) {
      case String s -> Values.codePoints(s);
      case Bytes b -> (long) b.octets().length;
      case List<?> l -> (long) l.size();
      case Map<?, ?> m -> (long) m.size();
      case NetworkAddress address -> Values.size(address);
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }
}
