package io.openclustermanagement.dsl.syntax;

import java.util.List;

/** A list in brackets. */
public record ListLiteral(List<Expression> elements, Origin at) implements Expression {
  public ListLiteral {
    elements = List.copyOf(elements);
  }
}
