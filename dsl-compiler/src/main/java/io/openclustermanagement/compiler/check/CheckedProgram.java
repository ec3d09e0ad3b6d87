package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import java.util.List;

/**
 * What checking gives.
 *
 * @param units the syntax trees of all sources, also of those that were loaded
 * @param unused what nothing refers to; empty if the sources have errors
 * @param uncheckedKinds the kinds that are named and whose schema is not known
 */
public record CheckedProgram(
    Program program,
    List<SourceUnit> units,
    List<UnusedName> unused,
    List<UncheckedKind> uncheckedKinds) {
  public CheckedProgram {
    units = List.copyOf(units);
    unused = List.copyOf(unused);
    uncheckedKinds = List.copyOf(uncheckedKinds);
  }
}
