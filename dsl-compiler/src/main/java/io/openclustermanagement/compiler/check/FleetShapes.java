package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Shape;
import io.openclustermanagement.compiler.program.Shape.Field;
import io.openclustermanagement.compiler.program.Shape.Presence;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.OptionalOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Type.Struct;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The structures of fleet rules. */
final class FleetShapes {

  /** Elements of {@code exemptions()}. */
  static final Type EXEMPTION =
      new Struct(
          Fixed.of(
              "Exemption",
              field("name", Simple.STRING, "Its name."),
              field("owner", Simple.STRING, "Who answers for it."),
              optional("ticket", Simple.STRING, "Where it was decided."),
              field("until", Simple.DATE, "The last day on which it applies."),
              field("because", Simple.STRING, "Why it was granted.")));

  private FleetShapes() {}

  /** What {@code grouped by} gives. */
  static Type group(Type element, Type key) {
    return new Struct(
        Fixed.of(
            "Group",
            field("key", key, "What the members have in common."),
            field("members", new ListOf(element), "Those of the source that have the key."),
            field("size", Simple.INT, "How many there are.")));
  }

  private static Field field(String name, Type type, String description) {
    return new Field(name, type, Presence.REQUIRED, description);
  }

  private static Field optional(String name, Type type, String description) {
    return new Field(name, new OptionalOf(type), Presence.OPTIONAL, description);
  }

  private record Fixed(String name, Map<String, Field> fields) implements Shape {

    static Fixed of(String name, Field... fields) {
      Map<String, Field> byName = new LinkedHashMap<>();
      for (Field field : List.of(fields)) {
        byName.put(field.name(), field);
      }
      return new Fixed(name, byName);
    }

    @Override
    public boolean isResource() {
      return false;
    }

    @Override
    public Optional<Field> field(String field) {
      return Optional.ofNullable(fields.get(field));
    }

    @Override
    public Collection<String> fieldNames() {
      return fields.keySet();
    }
  }
}
