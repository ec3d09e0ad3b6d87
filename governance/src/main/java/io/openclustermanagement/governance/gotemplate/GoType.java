package io.openclustermanagement.governance.gotemplate;

import org.jspecify.annotations.Nullable;

/**
 * A type of Go, as far as values of templates have one.
 *
 * @param name as {@code %T} prints it
 * @param kind what can be done with it
 * @param element the type of the items of a list or the values of a map, {@code null} for others
 */
public record GoType(String name, Kind kind, @Nullable GoType element) {
  /** The kinds of Go's {@code reflect} package that occur. */
  public enum Kind {
    INVALID("invalid"),
    INTERFACE("interface"),
    BOOL("bool"),
    INT("int"),
    UINT("uint8"),
    FLOAT("float64"),
    STRING("string"),
    SLICE("slice"),
    MAP("map"),
    STRUCT("struct"),
    POINTER("ptr");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  public static final GoType NIL = new GoType("<nil>", Kind.INVALID, null);
  public static final GoType ANY = new GoType("interface {}", Kind.INTERFACE, null);
  public static final GoType BOOL = new GoType("bool", Kind.BOOL, null);
  public static final GoType INT = new GoType("int", Kind.INT, null);
  public static final GoType INT64 = new GoType("int64", Kind.INT, null);
  public static final GoType UINT8 = new GoType("uint8", Kind.UINT, null);
  public static final GoType FLOAT64 = new GoType("float64", Kind.FLOAT, null);
  public static final GoType STRING = new GoType("string", Kind.STRING, null);
  public static final GoType TIME = new GoType("time.Time", Kind.STRUCT, null);
  public static final GoType VERSION = new GoType("*semver.Version", Kind.POINTER, null);
  public static final GoType LIST = listOf(ANY);
  public static final GoType STRINGS = listOf(STRING);
  public static final GoType INTS = listOf(INT);
  public static final GoType MAP = mapTo(ANY);
  public static final GoType STRING_MAP = mapTo(STRING);

  /** Marks a parameter of a built-in function that takes a value as it is, even an absent one. */
  public static final GoType VALUE = new GoType("reflect.Value", Kind.STRUCT, null);

  /** {@code []element}. */
  public static GoType listOf(GoType element) {
    return new GoType("[]" + element.name, Kind.SLICE, element);
  }

  /** {@code map[string]element}. */
  public static GoType mapTo(GoType element) {
    return new GoType("map[string]" + element.name, Kind.MAP, element);
  }

  /** {@code reflect.Kind} in words, such as {@code int64} or {@code slice}. */
  public String kindName() {
    return kind == Kind.INT ? name : kind.text;
  }

  /** Whether the zero value is {@code nil}. */
  boolean canBeNil() {
    return switch (kind) {
      case INTERFACE, SLICE, MAP, POINTER -> true;
      case STRUCT -> equals(VALUE);
      case INVALID, BOOL, INT, UINT, FLOAT, STRING -> false;
    };
  }

  /** The zero value: what a missing key of a map of this type stands for. */
  GoValue zero() {
    return switch (kind) {
      case BOOL -> new GoValue.Bool(false);
      case INT, UINT -> new GoValue.Int(0, this);
      case FLOAT -> new GoValue.Decimal(0);
      case STRING -> new GoValue.Text("");
      case SLICE -> GoValue.Sequence.nil(this);
      case MAP -> GoValue.Mapping.nil(this);
      case INVALID, INTERFACE, STRUCT, POINTER -> GoValue.NIL;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
