package io.openclustermanagement.compiler.program;

/** The type of an expression. Its text is what users read in messages. */
public sealed interface Type {

  /** The types without parameters. */
  enum Simple implements Type {
    STRING("String"),
    BOOL("Bool"),
    INT("Int"),
    FLOAT("Float"),
    DURATION("Duration"),
    QUANTITY("Quantity"),
    PERCENT("Percent"),
    VERSION("Version"),
    DATE("Date"),
    CLUSTER("Cluster"),
    NULL("Null"),
    /** The type of what has already been reported; compatible with everything. */
    ERROR("an erroneous expression");

    private final String text;

    Simple(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A list. */
  record ListOf(Type element) implements Type {
    @Override
    public String toString() {
      return "List<" + element + ">";
    }
  }

  /** A map from strings. */
  record MapOf(Type value) implements Type {
    @Override
    public String toString() {
      return "Map<" + value + ">";
    }
  }

  /** A value or {@code null}. */
  record OptionalOf(Type value) implements Type {
    @Override
    public String toString() {
      return value + "?";
    }
  }

  /** Whether values of this type have a natural order that {@code <} compares. */
  default boolean isOrdered() {
    return switch (this) {
      case Simple simple ->
          switch (simple) {
            case INT, FLOAT, DURATION, QUANTITY, PERCENT, VERSION, DATE, ERROR -> true;
            case STRING, BOOL, CLUSTER, NULL -> false;
          };
      case ListOf _, MapOf _, OptionalOf _ -> false;
    };
  }

  /** Whether a value of this type can stand where {@code wanted} is expected. */
  default boolean fits(Type wanted) {
    if (this == Simple.ERROR || wanted == Simple.ERROR || equals(wanted)) {
      return true;
    }
    return switch (wanted) {
      case OptionalOf(Type value) -> this == Simple.NULL || fits(value);
      case ListOf(Type element) -> this instanceof ListOf(Type own) && own.fits(element);
      case MapOf(Type value) -> this instanceof MapOf(Type own) && own.fits(value);
      case Simple _ -> false;
    };
  }
}
