package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as written, such as {@code List<String>?}.
 *
 * @param optional whether a question mark follows
 * @param apiVersion group and version of a Kubernetes kind, or null
 */
public record TypeName(
    Name name, List<TypeName> arguments, boolean optional, @Nullable String apiVersion, Origin at)
    implements Node {
  public TypeName {
    arguments = List.copyOf(arguments);
  }
}
