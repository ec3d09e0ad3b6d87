package io.openclustermanagement.dsl.syntax;

import java.util.List;

/** An object in braces. */
public record ObjectLiteral(List<Entry> entries, Origin at) implements Expression {
  public ObjectLiteral {
    entries = List.copyOf(entries);
  }
}
