package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.check.UnusedName.UnusedFun;
import io.openclustermanagement.compiler.check.UnusedName.UnusedImport;
import io.openclustermanagement.compiler.check.UnusedName.UnusedModule;
import io.openclustermanagement.compiler.check.UnusedName.UnusedParam;
import io.openclustermanagement.compiler.check.UnusedName.UnusedPlacement;
import io.openclustermanagement.dsl.syntax.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what is declared or imported and used nowhere; it means something without errors only. */
final class UnusedNames {

  private final Set<Symbol> used;
  private final boolean placementsMatter;
  private final List<UnusedName> found = new ArrayList<>();

  private UnusedNames(Set<Symbol> used, boolean placementsMatter) {
    this.used = used;
    this.placementsMatter = placementsMatter;
  }

  static List<UnusedName> of(List<SourceModule> modules, Set<Symbol> used) {
    UnusedNames names = new UnusedNames(used, modules.stream().anyMatch(UnusedNames::places));
    modules.forEach(names::collect);
    return names.found;
  }

  /** Whether a source uses placements; without any, they are there for other tools. */
  private static boolean places(SourceModule module) {
    return module.unit().declarations().stream()
        .anyMatch(
            each ->
                each instanceof Declaration.PolicySet
                    || each instanceof Declaration.Bind
                    || each instanceof Declaration.Deploy);
  }

  private void collect(SourceModule module) {
    module.imports().forEach(this::collect);
    for (Symbol symbol : module.all(SymbolKind.PARAM)) {
      if (!used.contains(symbol)) {
        found.add(new UnusedParam((Declaration.Param) symbol.declaration()));
      }
    }
    for (Symbol symbol : module.all(SymbolKind.FUN)) {
      if (!used.contains(symbol)) {
        found.add(new UnusedFun((Declaration.Fun) symbol.declaration()));
      }
    }
    for (Symbol symbol : module.all(SymbolKind.PLACEMENT)) {
      if (placementsMatter && !used.contains(symbol)) {
        found.add(new UnusedPlacement((Declaration.Placement) symbol.declaration()));
      }
    }
  }

  private void collect(ResolvedImport each) {
    SourceModule module = each.module();
    if (module == null) {
      return;
    }
    if (each.isOpen() ? !each.isUsed() : each.unused().size() == each.syntax().names().size()) {
      found.add(new UnusedModule(each.syntax()));
    } else {
      each.unused().stream()
          .filter(name -> !module.find(name.text()).isEmpty())
          .forEach(name -> found.add(new UnusedImport(each.syntax(), name)));
    }
  }
}
