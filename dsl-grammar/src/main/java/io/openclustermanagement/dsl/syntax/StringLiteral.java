package io.openclustermanagement.dsl.syntax;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A string in double quotes.
 *
 * @param parts text and interpolations in order; empty for the empty string
 */
public record StringLiteral(List<StringPart> parts, Origin at) implements Expression {
  public StringLiteral {
    parts = List.copyOf(parts);
  }

  /** Whether the string has no interpolation. */
  public boolean isPlain() {
    return parts.stream().allMatch(StringPart.Text.class::isInstance);
  }

  /** The text; an interpolation is given as it is written. */
  public String text() {
    return parts.stream().map(StringLiteral::text).collect(Collectors.joining());
  }

  private static String text(StringPart part) {
    return switch (part) {
      case StringPart.Text text -> text.value();
      case StringPart.Interpolation interpolation -> interpolation.span().text();
    };
  }
}
