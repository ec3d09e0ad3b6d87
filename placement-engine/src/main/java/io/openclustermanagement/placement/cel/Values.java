package io.openclustermanagement.placement.cel;

import io.openclustermanagement.placement.cel.NetworkAddress.Cidr;
import io.openclustermanagement.placement.cel.NetworkAddress.Ip;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all values share: type, size, equality and order, as {@code cel-go/common/types} has them.
 *
 * <p>Java types stand for CEL types: {@code Long} int, {@link Uint} uint, {@code Double}, {@code
 * Boolean}, {@code String}, {@link Bytes}, {@code List}, {@code Map}, {@link Timestamp}, {@code
 * Duration}, {@code Optional}, {@link NullValue}, {@link TypeValue}, and one class for each of the
 * Kubernetes types.
 */
final class Values {
  private Values() {}

  static TypeValue typeOf(Object value) {
    return new TypeValue(
        switch (value) {
          case Boolean b -> "bool";
          case Long l -> "int";
          case Uint u -> "uint";
          case Double d -> "double";
          case String s -> "string";
          case Bytes b -> "bytes";
          case NullValue n -> "null_type";
          case List<?> l -> "list";
          case Map<?, ?> m -> "map";
          case Timestamp t -> "google.protobuf.Timestamp";
          case Duration d -> "google.protobuf.Duration";
          case Optional<?> o -> "optional_type";
          case TypeValue v -> "type";
          case OpaqueValue o -> o.typeName();
          default -> "error";
        });
  }

  /** The size that cost is computed from ({@code actualSize}); 1 for what has none. */
  static long size(Object value) {
    return switch (value) {
      case String s -> codePoints(s);
      case Bytes b -> b.octets().length;
      case List<?> l -> l.size();
      case Map<?, ?> m -> m.size();
      case Optional<?> o when o.isPresent() -> size(o.get());
      case Ip ip -> ip.octets().length;
      case Cidr cidr -> Math.ceilDiv(cidr.prefixLength(), 8);
      default -> 1;
    };
  }

  static long codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  /** {@code a == b}: a boolean, or an error for an opaque value beside another type. */
  static Object equal(Object a, Object b) {
    if (a instanceof NullValue || b instanceof NullValue) {
      return a.equals(b);
    }
    return switch (a) {
      case String s -> s.equals(b);
      case Long l -> b instanceof Long m ? l.equals(m) : numericCompare(l, b) == Order.SAME;
      case Uint u -> numericCompare(u, b) == Order.SAME;
      case Double d -> numericCompare(d, b) == Order.SAME;
      case List<?> l -> b instanceof List<?> m && equalLists(l, m);
      case Map<?, ?> m -> b instanceof Map<?, ?> n && equalMaps(m, n);
      case Optional<?> o -> b instanceof Optional<?> p ? equalOptionals(o, p) : false;
      case OpaqueValue o -> o.equalTo(b);
      default -> a.equals(b);
    };
  }

  // An element comparison that fails counts as equal, as upstream's loop only looks for `false`.
  private static boolean equalLists(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (Boolean.FALSE.equals(equal(a.get(i), b.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalMaps(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      Object other = find(b, entry.getKey());
      if (other == null || Boolean.FALSE.equals(equal(entry.getValue(), other))) {
        return false;
      }
    }
    return true;
  }

  private static Object equalOptionals(Optional<?> a, Optional<?> b) {
    return a.isPresent() && b.isPresent() ? equal(a.get(), b.get()) : a.isEmpty() && b.isEmpty();
  }

  /** The value under a key, where 1, 1u and 1.0 are the same key; {@code null} if there is none. */
  static @Nullable Object find(Map<?, ?> map, Object key) {
    Object found = map.get(key);
    if (found != null || key instanceof String || map.isEmpty()) {
      return found;
    }
    if (key instanceof Long || key instanceof Uint || key instanceof Double) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (numericCompare(key, entry.getKey()) == Order.SAME) {
          return entry.getValue();
        }
      }
    }
    return null;
  }

  /** How two values of an ordered type relate. */
  enum Order {
    BEFORE,
    SAME,
    AFTER,
    UNORDERED;

    static Order of(int comparison) {
      return comparison < 0 ? BEFORE : comparison > 0 ? AFTER : SAME;
    }
  }

  /** The order of two values; {@code null} if their types have no order between them. */
  static @Nullable Order compare(Object a, Object b) {
    return switch (a) {
      case Long l -> numericCompare(a, b);
      case Uint u -> numericCompare(a, b);
      case Double d -> numericCompare(a, b);
      case String s when b instanceof String t -> Order.of(compareStrings(s, t));
      case Boolean p when b instanceof Boolean q -> Order.of(Boolean.compare(p, q));
      case Bytes p when b instanceof Bytes q -> Order.of(p.compareTo(q));
      case Timestamp p when b instanceof Timestamp q -> Order.of(p.compareTo(q));
      case Duration p when b instanceof Duration q -> Order.of(p.compareTo(q));
      default -> null;
    };
  }

  // Go orders strings by UTF-8 bytes, which is the order of code points and not of UTF-16 units.
  private static int compareStrings(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char p = a.charAt(i);
      char q = b.charAt(i);
      if (p != q) {
        boolean surrogates = Character.isSurrogate(p) != Character.isSurrogate(q);
        return surrogates ? (Character.isSurrogate(p) ? 1 : -1) : p - q;
      }
    }
    return a.length() - b.length();
  }

  private static @Nullable Order numericCompare(Object a, Object b) {
    return switch (a) {
      case Long l ->
          switch (b) {
            case Long m -> Order.of(Long.compare(l, m));
            case Uint u -> compareIntUint(l, u);
            case Double d -> flip(compareDoubleInt(d, l));
            default -> null;
          };
      case Uint u ->
          switch (b) {
            case Long l -> flip(compareIntUint(l, u));
            case Uint v -> Order.of(u.compareTo(v));
            case Double d -> flip(compareDoubleUint(d, u));
            default -> null;
          };
      case Double d ->
          switch (b) {
            case Long l -> compareDoubleInt(d, l);
            case Uint u -> compareDoubleUint(d, u);
            case Double e -> compareDoubles(d, e);
            default -> null;
          };
      default -> null;
    };
  }

  private static Order compareIntUint(long a, Uint b) {
    return a < 0 ? Order.BEFORE : Order.of(Long.compareUnsigned(a, b.bits()));
  }

  private static Order compareDoubleInt(double a, long b) {
    if (a < -0x1p63) {
      return Order.BEFORE;
    }
    return a > 0x1p63 ? Order.AFTER : compareDoubles(a, (double) b);
  }

  private static Order compareDoubleUint(double a, Uint b) {
    if (a < 0) {
      return Order.BEFORE;
    }
    return a > Uint.TWO_TO_64 ? Order.AFTER : compareDoubles(a, b.toDouble());
  }

  private static Order compareDoubles(double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Order.UNORDERED;
    }
    return a < b ? Order.BEFORE : a > b ? Order.AFTER : Order.SAME;
  }

  private static @Nullable Order flip(@Nullable Order order) {
    return switch (order) {
      case null -> null;
      case BEFORE -> Order.AFTER;
      case AFTER -> Order.BEFORE;
      case SAME, UNORDERED -> order;
    };
  }

  /** A value as an explanation prints it: strings bare, at most one line. */
  static String display(Object value) {
    return switch (value) {
      case Optional<?> o -> o.map(v -> "optional(" + display(v) + ")").orElse("optional.none()");
      case Duration d -> GoFormat.duration(d);
      case Double d -> GoFormat.shortest(d);
      default -> value.toString();
    };
  }
}
