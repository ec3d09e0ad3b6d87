package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.StructType;
import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.api.kubernetes.StructuralType.Format;
import io.openclustermanagement.compiler.program.Type;
import org.jspecify.annotations.Nullable;

/** What a field of a resource takes, as a type of the language. */
final class Hints {
  private Hints() {}

  /** The type that gives literals their meaning; null where several may stand. */
  static @Nullable Type of(StructuralType type) {
    return switch (type) {
      case StructuralType.Text(Format format, _) ->
          format == Format.DURATION ? Type.Simple.DURATION : Type.Simple.STRING;
      case StructuralType.WholeNumber _ -> Type.Simple.INT;
      case StructuralType.DecimalNumber _ -> Type.Simple.FLOAT;
      case StructuralType.Bool _ -> Type.Simple.BOOL;
      case StructuralType.Amount _ -> Type.Simple.QUANTITY;
      case StructuralType.ListOf(StructuralType element, _, _) -> {
        Type inner = of(element);
        yield inner == null ? null : new Type.ListOf(inner);
      }
      case StructuralType.MapOf(StructuralType values) -> {
        Type inner = of(values);
        yield inner == null ? null : new Type.MapOf(inner);
      }
      case StructuralType.IntOrText _,
          StructuralType.Any _,
          StructuralType.EmbeddedResource _,
          StructType _ ->
          null;
    };
  }
}
