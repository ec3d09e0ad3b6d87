package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An import, and the module it means if there is one. */
final class ResolvedImport {

  private final Import.Module syntax;
  private final @Nullable SourceModule module;
  private final Set<String> used = new HashSet<>();

  ResolvedImport(Import.Module syntax, @Nullable SourceModule module) {
    this.syntax = syntax;
    this.module = module;
  }

  Import.Module syntax() {
    return syntax;
  }

  /** Null where it is unknown, which has been reported. */
  @Nullable SourceModule module() {
    return module;
  }

  boolean isOpen() {
    return syntax.names().isEmpty();
  }

  boolean lists(String name) {
    return syntax.names().stream().anyMatch(each -> each.text().equals(name));
  }

  /** Whether {@code prefix.name} may mean a name of this module. */
  boolean isCalled(String prefix) {
    return syntax.alias() != null
        ? syntax.alias().text().equals(prefix)
        : syntax.module().text().equals(prefix);
  }

  void markUsed(String name) {
    used.add(name);
  }

  boolean isUsed() {
    return !used.isEmpty();
  }

  /** The listed names that nothing uses. */
  List<Name> unused() {
    return syntax.names().stream().filter(name -> !used.contains(name.text())).toList();
  }
}
