package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Origin;

/**
 * A declared name.
 *
 * @param position its place among the declarations of its module, from 0
 */
record Symbol(
    SymbolKind kind,
    GlobalName name,
    Declaration.Named declaration,
    SourceModule module,
    int position) {

  /** Where the name is declared. */
  Origin origin() {
    return declaration.name().at();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Symbol symbol && declaration == symbol.declaration;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(declaration);
  }
}
