package io.openclustermanagement.governance.gotemplate;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value of Go. Equality is that of {@code reflect.DeepEqual}: an {@code int} never equals an
 * {@code int64}. Texts are those of Java; a byte that is no UTF-8 is kept as a lone surrogate, see
 * {@link GoBytes}.
 */
public sealed interface GoValue {
  /** {@code nil} without a type. */
  GoValue NIL = Nil.NIL;

  /** The type. */
  GoType type();

  /** {@code nil} without a type. */
  enum Nil implements GoValue {
    NIL;

    @Override
    public GoType type() {
      return GoType.NIL;
    }
  }

  /** A truth value. */
  record Bool(boolean value) implements GoValue {
    @Override
    public GoType type() {
      return GoType.BOOL;
    }
  }

  /** A whole number. */
  record Int(long value, GoType type) implements GoValue {
    /** An {@code int}. */
    public static Int of(long value) {
      return new Int(value, GoType.INT);
    }

    /** An {@code int64}. */
    public static Int wide(long value) {
      return new Int(value, GoType.INT64);
    }
  }

  /** A {@code float64}. */
  record Decimal(double value) implements GoValue {
    @Override
    public GoType type() {
      return GoType.FLOAT64;
    }
  }

  /** A {@code string}. */
  record Text(String value) implements GoValue {
    @Override
    public GoType type() {
      return GoType.STRING;
    }
  }

  /** A slice; it is never changed in place. */
  record Sequence(GoType type, List<GoValue> items, boolean isNil) implements GoValue {
    public Sequence {
      items = List.copyOf(items);
    }

    /** A list of anything. */
    public static Sequence of(List<? extends GoValue> items) {
      return new Sequence(GoType.LIST, List.copyOf(items), false);
    }

    /** A list of texts. */
    public static Sequence ofTexts(Collection<String> texts) {
      return new Sequence(GoType.STRINGS, texts.stream().<GoValue>map(Text::new).toList(), false);
    }

    /** The nil slice. */
    public static Sequence nil(GoType type) {
      return new Sequence(type, List.of(), true);
    }
  }

  /**
   * A map from texts, which {@code set} and its like change in place. Iteration is in key order.
   */
  final class Mapping implements GoValue {
    private final GoType type;
    private final TreeMap<String, GoValue> entries = new TreeMap<>(KEY_ORDER);
    private final boolean nil;

    private Mapping(GoType type, boolean nil) {
      this.type = type;
      this.nil = nil;
    }

    /** A new {@code map[string]interface {}} with the entries. */
    public static Mapping of(Map<String, ? extends GoValue> entries) {
      return of(GoType.MAP, entries);
    }

    /** A new map with the entries. */
    public static Mapping of(GoType type, Map<String, ? extends GoValue> entries) {
      Mapping map = new Mapping(type, false);
      map.entries.putAll(entries);
      return map;
    }

    /** The nil map. */
    public static Mapping nil(GoType type) {
      return new Mapping(type, true);
    }

    @Override
    public GoType type() {
      return type;
    }

    /** Whether it is the nil map, which nothing can be put into. */
    public boolean isNil() {
      return nil;
    }

    /** The live entries. */
    public Map<String, GoValue> entries() {
      return entries;
    }

    /** The value of a key, {@code null} if there is none. */
    public @Nullable GoValue get(String key) {
      return entries.get(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Mapping map
          && type.equals(map.type)
          && nil == map.nil
          && entries.equals(map.entries);
    }

    @Override
    public int hashCode() {
      return Objects.hash(type, entries);
    }

    @Override
    public String toString() {
      return GoFormat.print(this);
    }
  }

  /** A struct with exported fields only: the data a template is executed with. */
  record Struct(GoType type, Map<String, GoValue> fields) implements GoValue {
    /** The struct without fields, {@code struct {}}. */
    public static final Struct EMPTY = of(Map.of());

    public Struct {
      fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** An anonymous struct. */
    public static Struct of(Map<String, GoValue> fields) {
      StringBuilder name = new StringBuilder("struct {");
      fields.forEach(
          (field, value) ->
              name.append(name.charAt(name.length() - 1) == '{' ? " " : "; ")
                  .append(field)
                  .append(' ')
                  .append(value.type()));
      name.append(fields.isEmpty() ? "}" : " }");
      return new Struct(new GoType(name.toString(), GoType.Kind.STRUCT, null), fields);
    }
  }

  /** A {@code time.Time}. */
  record Time(ZonedDateTime value) implements GoValue {
    @Override
    public GoType type() {
      return GoType.TIME;
    }
  }

  /** A value of a library, which has methods. */
  non-sealed interface Instance extends GoValue {
    /** What {@code String()} gives. */
    String print();

    /** A method. */
    Optional<GoFunction> method(String name);
  }

  /** Go orders texts by their bytes, which is the order of code points. */
  Comparator<String> KEY_ORDER = GoBytes::compare;
}
