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
    /** What a policy found on a cluster; unknown where nothing has been reported. */
    COMPLIANCE("Compliance"),
    NULL("Null"),
    /** A value of a resource whose schema is not known; every test of it is total. */
    ANY("a value without a schema"),
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

  /** A structure; two are the same if their shapes have the same identity. */
  record Struct(Shape shape) implements Type {
    @Override
    public boolean equals(Object other) {
      return other instanceof Struct(Shape own) && shape.identity().equals(own.identity());
    }

    @Override
    public int hashCode() {
      return shape.identity().hashCode();
    }

    @Override
    public String toString() {
      return shape.name();
    }
  }

  /** The type of a value that is there. */
  default Type present() {
    return this instanceof OptionalOf(Type value) ? value : this;
  }

  /** Whether values of this type have a natural order that {@code <} compares. */
  default boolean isOrdered() {
    return switch (this) {
      case Simple simple ->
          switch (simple) {
            case INT, FLOAT, DURATION, QUANTITY, PERCENT, VERSION, DATE, ANY, ERROR -> true;
            case STRING, BOOL, CLUSTER, COMPLIANCE, NULL -> false;
          };
      case OptionalOf(Type value) -> value.isOrdered();
      case ListOf _, MapOf _, Struct _ -> false;
    };
  }

  /** Whether a value of this type can stand where {@code wanted} is expected. */
  default boolean fits(Type wanted) {
    if (this == Simple.ERROR || wanted == Simple.ERROR || equals(wanted)) {
      return true;
    }
    if (this == Simple.ANY || wanted == Simple.ANY) {
      return true;
    }
    return switch (wanted) {
      case OptionalOf(Type value) -> this == Simple.NULL || present().fits(value);
      case ListOf(Type element) -> this instanceof ListOf(Type own) && own.fits(element);
      case MapOf(Type value) -> this instanceof MapOf(Type own) && own.fits(value);
      case Struct(Shape shape) -> this instanceof Struct(Shape own) && shape.accepts(own);
      case Simple _ -> false;
    };
  }
}
