package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Header;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One source file with the names it declares and imports. */
final class SourceModule {

  private final SourceFile source;
  private final SourceUnit unit;
  private final Map<SymbolKind, Map<String, Symbol>> symbols = new EnumMap<>(SymbolKind.class);
  private final List<ResolvedImport> imports = new ArrayList<>();

  SourceModule(SourceFile source, SourceUnit unit, Findings findings) {
    this.source = source;
    this.unit = unit;
    for (int i = 0; i < unit.declarations().size(); i++) {
      if (unit.declarations().get(i) instanceof Declaration.Named named) {
        declare(named, i, findings);
      }
    }
  }

  private void declare(Declaration.Named declaration, int position, Findings findings) {
    String name = declaration.name().text();
    SymbolKind kind = SymbolKind.of(declaration);
    Symbol symbol = new Symbol(kind, new GlobalName(id(), name), declaration, this, position);
    Symbol first =
        symbols.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).putIfAbsent(name, symbol);
    if (first != null) {
      findings.add(
          Diagnostic.error(
                  Code.DUPLICATE_NAME,
                  symbol.origin().span(),
                  "The %s `%s` is declared twice.".formatted(kind.noun(), name))
              .related(first.origin().span(), "declared here first")
              .help("rename one of them."));
    }
  }

  SourceFile source() {
    return source;
  }

  SourceUnit unit() {
    return unit;
  }

  /** The name in the header; empty without one. */
  String name() {
    Header header = unit.header();
    return header == null || header.module() == null ? "" : header.module().text();
  }

  /** What tells this module from all others: its name, or that of its file. */
  String id() {
    return name().isEmpty() ? source.name() : name();
  }

  Optional<String> hubNamespace() {
    Header header = unit.header();
    return header == null || header.hubNamespace() == null
        ? Optional.empty()
        : Optional.of(header.hubNamespace().text());
  }

  List<ResolvedImport> imports() {
    return imports;
  }

  Optional<Symbol> find(SymbolKind kind, String name) {
    return Optional.ofNullable(symbols.getOrDefault(kind, Map.of()).get(name));
  }

  Collection<Symbol> all(SymbolKind kind) {
    return symbols.getOrDefault(kind, Map.of()).values();
  }

  /** Whatever has this name, of any kind. */
  List<Symbol> find(String name) {
    List<Symbol> found = new ArrayList<>();
    for (SymbolKind kind : SymbolKind.values()) {
      find(kind, name).ifPresent(found::add);
    }
    return found;
  }
}
