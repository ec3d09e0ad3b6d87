package io.openclustermanagement.governance.gotemplate;

import java.util.List;

/** The functions {@code eq}, {@code ne}, {@code lt}, {@code le}, {@code gt} and {@code ge}. */
final class Comparing {
  private Comparing() {}

  /** What Go compares with each other. */
  private enum Kind {
    NONE,
    BOOL,
    INT,
    UINT,
    DECIMAL,
    TEXT
  }

  static GoValue equal(Arguments call) {
    if (call.count() == 1) {
      throw new GoError("missing argument for comparison");
    }
    for (int i = 1; i < call.count(); i++) {
      if (equal(call.value(0), call.value(i))) {
        return Builtins.bool(true);
      }
    }
    return Builtins.bool(false);
  }

  static GoValue notEqual(Arguments call) {
    return Builtins.bool(!equal(call.value(0), call.value(1)));
  }

  static GoValue less(Arguments call) {
    return Builtins.bool(less(call.value(0), call.value(1)));
  }

  static GoValue lessOrEqual(Arguments call) {
    return Builtins.bool(lessOrEqual(call.value(0), call.value(1)));
  }

  static GoValue greater(Arguments call) {
    return Builtins.bool(!lessOrEqual(call.value(0), call.value(1)));
  }

  static GoValue greaterOrEqual(Arguments call) {
    return Builtins.bool(!less(call.value(0), call.value(1)));
  }

  private static Kind kind(GoValue value) {
    return switch (value) {
      case GoValue.Bool _ -> Kind.BOOL;
      case GoValue.Int(_, GoType type) -> type.kind() == GoType.Kind.UINT ? Kind.UINT : Kind.INT;
      case GoValue.Decimal _ -> Kind.DECIMAL;
      case GoValue.Text _ -> Kind.TEXT;
      case GoValue.Nil _, GoValue.Sequence _, GoValue.Mapping _ -> Kind.NONE;
      case GoValue.Struct _, GoValue.Time _, GoValue.Instance _ -> Kind.NONE;
    };
  }

  private static boolean equal(GoValue one, GoValue other) {
    Kind kind = kind(one);
    Kind otherKind = kind(other);
    if (areInts(kind, otherKind)) {
      return ((GoValue.Int) one).value() == ((GoValue.Int) other).value();
    }
    if (kind != otherKind) {
      if (!(one instanceof GoValue.Nil) && !(other instanceof GoValue.Nil)) {
        throw incompatible(one, other);
      }
      return false;
    }
    if (kind != Kind.NONE) {
      return kind == Kind.DECIMAL
          ? ((GoValue.Decimal) one).value() == ((GoValue.Decimal) other).value()
          : one.equals(other);
    }
    return equalOthers(one, other);
  }

  private static boolean equalOthers(GoValue one, GoValue other) {
    boolean sameKind = one.type().kind() == other.type().kind();
    if (!sameKind && !(one instanceof GoValue.Nil) && !(other instanceof GoValue.Nil)) {
      throw new GoError(
          "non-comparable types %s: %s, %s: %s"
              .formatted(shown(one), one.type(), other.type(), GoFormat.print(other)));
    }
    if (isNil(one) || isNil(other)) {
      return isNil(one) == isNil(other);
    }
    if (other instanceof GoValue.Sequence || other instanceof GoValue.Mapping) {
      throw new GoError("non-comparable type %s: %s".formatted(shown(other), other.type()));
    }
    return one.equals(other);
  }

  private static String shown(GoValue value) {
    return GoFormat.format("%s", List.of(value));
  }

  private static boolean isNil(GoValue value) {
    return value instanceof GoValue.Nil
        || (value instanceof GoValue.Sequence list && list.isNil())
        || (value instanceof GoValue.Mapping map && map.isNil());
  }

  private static boolean less(GoValue one, GoValue other) {
    Kind kind = kind(one);
    Kind otherKind = kind(other);
    if (kind == Kind.NONE || otherKind == Kind.NONE) {
      throw new GoError("invalid type for comparison");
    }
    if (areInts(kind, otherKind)) {
      return ((GoValue.Int) one).value() < ((GoValue.Int) other).value();
    }
    if (kind != otherKind) {
      throw incompatible(one, other);
    }
    return switch (kind) {
      case DECIMAL -> ((GoValue.Decimal) one).value() < ((GoValue.Decimal) other).value();
      case TEXT ->
          GoBytes.compare(((GoValue.Text) one).value(), ((GoValue.Text) other).value()) < 0;
      case NONE, BOOL, INT, UINT -> throw new GoError("invalid type for comparison");
    };
  }

  private static boolean lessOrEqual(GoValue one, GoValue other) {
    return less(one, other) || equal(one, other);
  }

  private static boolean areInts(Kind one, Kind other) {
    return (one == Kind.INT || one == Kind.UINT) && (other == Kind.INT || other == Kind.UINT);
  }

  private static GoError incompatible(GoValue one, GoValue other) {
    return new GoError(
        "incompatible types for comparison: %s and %s".formatted(one.type(), other.type()));
  }
}
