package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.parser.OcmParser;
import io.openclustermanagement.dsl.parser.ParseResult;
import io.openclustermanagement.dsl.syntax.Header;
import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All modules of a compilation, their imports resolved. */
final class ModuleGraph {

  private final Findings findings;
  private final SourceLoader loader;
  private final NameIndex index;
  private final Map<String, SourceModule> modules = new LinkedHashMap<>();
  private final Deque<SourceModule> unresolved = new ArrayDeque<>();

  ModuleGraph(List<SourceFile> sources, SourceLoader loader, Findings findings, NameIndex index) {
    this.findings = findings;
    this.loader = loader;
    this.index = index;
    sources.forEach(this::add);
    while (!unresolved.isEmpty()) {
      resolveImports(unresolved.removeFirst());
    }
    reportCycles();
  }

  /** The modules, given ones first. */
  List<SourceModule> modules() {
    return List.copyOf(modules.values());
  }

  private void add(SourceFile source) {
    ParseResult parsed = OcmParser.parse(source);
    parsed.diagnostics().forEach(findings::add);
    SourceModule module = new SourceModule(source, parsed.tree(), findings);
    SourceModule first = modules.putIfAbsent(module.id(), module);
    if (first == null) {
      unresolved.add(module);
      register(module);
    } else {
      reportDuplicate(module, first);
    }
  }

  private void register(SourceModule module) {
    Header header = module.unit().header();
    if (header != null && header.module() != null) {
      index.declare(SymbolKind.MODULE, header.module().at());
    }
    for (SymbolKind kind : SymbolKind.values()) {
      module.all(kind).forEach(symbol -> index.declare(kind, symbol.origin()));
    }
    InnerNames.declare(module, index);
  }

  private void reportDuplicate(SourceModule module, SourceModule first) {
    findings.add(
        Diagnostic.error(
                Code.DUPLICATE_MODULE,
                place(module),
                "The module `%s` is declared by two files.".formatted(module.id()))
            .related(place(first), "declared here first")
            .help("give each file a module name of its own."));
  }

  private static SourceSpan place(SourceModule module) {
    var header = module.unit().header();
    return header == null || header.module() == null
        ? module.source().span(0, 0)
        : header.module().span();
  }

  private void resolveImports(SourceModule importer) {
    for (Import each : importer.unit().imports()) {
      if (each instanceof Import.Module wanted) {
        SourceModule module = find(wanted);
        importer.imports().add(new ResolvedImport(wanted, module));
        if (module != null) {
          wanted.names().forEach(name -> checkListed(module, name));
          registerImport(wanted, module);
        }
      }
    }
  }

  private void registerImport(Import.Module written, SourceModule module) {
    Header header = module.unit().header();
    if (header != null && header.module() != null) {
      index.use(written.module().span(), SymbolKind.MODULE, header.module().at());
    }
    for (Name name : written.names()) {
      module.find(name.text()).forEach(symbol -> index.use(name.span(), symbol));
    }
  }

  private @Nullable SourceModule find(Import.Module wanted) {
    String name = wanted.module().text();
    if (!modules.containsKey(name)) {
      loader.module(name).ifPresent(this::add);
    }
    SourceModule found = modules.get(name);
    if (found == null) {
      reportUnknown(wanted, name);
    }
    return found;
  }

  private void reportUnknown(Import.Module wanted, String name) {
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_MODULE,
            wanted.module().span(),
            "There is no module `%s`.".formatted(name));
    Suggestions.closest(name, modules.keySet())
        .ifPresentOrElse(
            near -> finding.label("did you mean `%s`?".formatted(near)),
            () -> finding.help("name the file that declares it on the command line as well."));
    findings.add(finding);
  }

  private void checkListed(SourceModule module, Name name) {
    if (!module.find(name.text()).isEmpty()) {
      return;
    }
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_NAME,
            name.span(),
            "The module `%s` declares no `%s`.".formatted(module.id(), name.text()));
    Set<String> declared = new HashSet<>();
    for (SymbolKind kind : SymbolKind.values()) {
      module.all(kind).forEach(symbol -> declared.add(symbol.name().name()));
    }
    Suggestions.closest(name.text(), declared)
        .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    findings.add(finding);
  }

  private void reportCycles() {
    Set<SourceModule> done = new HashSet<>();
    for (SourceModule module : modules.values()) {
      follow(module, new ArrayList<>(), done);
    }
  }

  private void follow(SourceModule module, List<SourceModule> path, Set<SourceModule> done) {
    path.add(module);
    for (ResolvedImport each : module.imports()) {
      SourceModule next = each.module();
      if (next != null && path.contains(next)) {
        reportCycle(each, path.subList(path.indexOf(next), path.size()));
      } else if (next != null && !done.contains(next)) {
        follow(next, path, done);
      }
    }
    path.removeLast();
    done.add(module);
  }

  private void reportCycle(ResolvedImport last, List<SourceModule> cycle) {
    String names =
        cycle.stream().map(each -> "`" + each.id() + "`").collect(Collectors.joining(" → "));
    findings.add(
        Diagnostic.error(
                Code.CYCLIC_IMPORT,
                last.syntax().module().span(),
                "Modules import each other: %s → `%s`.".formatted(names, cycle.getFirst().id()))
            .help("move what both need into a module of its own."));
  }
}
