package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Shape;
import io.openclustermanagement.compiler.program.Shape.Field;
import io.openclustermanagement.compiler.program.Shape.Presence;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.MapOf;
import io.openclustermanagement.compiler.program.Type.OptionalOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Type.Struct;
import java.util.ArrayList;
import java.util.List;

/** What can stand behind a dot, for editors. */
public final class TypeMembers {

  private TypeMembers() {}

  /** The fields and words of a type; none if it has no members of known names. */
  public static List<Field> of(Type type) {
    return switch (type) {
      case OptionalOf(Type value) -> of(value);
      case Simple simple when simple == Simple.CLUSTER ->
          Families.ALL_WORDS.stream().map(TypeMembers::property).toList();
      case Struct(Shape shape) -> fields(shape);
      case Simple _, Type.ListOf _, MapOf _ -> List.of();
    };
  }

  private static Field property(String word) {
    Type type =
        Families.isFamily(word)
            ? new MapOf(Families.property(word, "x").type())
            : ClusterProperties.plain(word).map(each -> each.type()).orElse(Simple.STRING);
    return new Field(word, type, Presence.OPTIONAL, "");
  }

  private static List<Field> fields(Shape shape) {
    List<Field> fields = new ArrayList<>();
    shape.fieldNames().forEach(name -> shape.field(name).ifPresent(fields::add));
    for (String word : ResourceWords.of(shape)) {
      if (shape.field(word).isEmpty()) {
        fields.add(ResourceWords.described(shape, word));
      }
    }
    return fields;
  }
}
