package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Name;
import java.util.List;
import java.util.Set;

/** Lint: what is declared or imported and used nowhere. */
final class UnusedNames {

  private final Findings findings;
  private final Set<Symbol> used;

  UnusedNames(Findings findings, Set<Symbol> used) {
    this.findings = findings;
    this.used = used;
  }

  void check(List<SourceModule> modules) {
    for (SourceModule module : modules) {
      module.imports().forEach(this::check);
      module.all(SymbolKind.PARAM).forEach(symbol -> check(symbol, Code.UNUSED_PARAM));
      module.all(SymbolKind.FUN).forEach(symbol -> check(symbol, Code.UNUSED_FUN));
    }
  }

  private void check(ResolvedImport each) {
    if (each.module() == null) {
      return;
    }
    if (each.isOpen() && !each.isUsed()) {
      findings.add(
          Diagnostic.warning(
                  Code.UNUSED_IMPORT,
                  each.syntax().span(),
                  "Nothing of `%s` is used.".formatted(each.module().id()))
              .help("remove the import."));
    }
    for (Name name : each.unused()) {
      if (!each.module().find(name.text()).isEmpty()) {
        findings.add(
            Diagnostic.warning(
                    Code.UNUSED_IMPORT,
                    name.span(),
                    "The import of `%s` is not used.".formatted(name.text()))
                .help("remove it from the list."));
      }
    }
  }

  private void check(Symbol symbol, Code code) {
    if (!used.contains(symbol)) {
      findings.add(
          Diagnostic.warning(
                  code,
                  symbol.origin().span(),
                  "The %s `%s` is not used.".formatted(symbol.kind().noun(), symbol.name().name()))
              .help("remove it."));
    }
  }
}
