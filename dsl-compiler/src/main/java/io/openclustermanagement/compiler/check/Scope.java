package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks names up as one module sees them: its own declarations, then names that an import lists,
 * then all names of imports without a list. A dotted name goes to the import it names.
 */
final class Scope {

  private final SourceModule module;
  private final List<SourceModule> all;
  private final Findings findings;
  private final Set<Symbol> used;
  private final NameIndex index;
  private final Kinds kinds;
  private final NamedFiles files;

  /**
   * @param all every module, to say where a name could be imported from
   * @param used collects what is referred to
   * @param index collects which name means what
   * @param kinds the Kubernetes kinds that the module sees
   * @param files the files that sources name
   */
  Scope(
      SourceModule module,
      List<SourceModule> all,
      Findings findings,
      Set<Symbol> used,
      NameIndex index,
      Kinds kinds,
      NamedFiles files) {
    this.module = module;
    this.all = all;
    this.findings = findings;
    this.used = used;
    this.index = index;
    this.kinds = kinds;
    this.files = files;
  }

  SourceModule module() {
    return module;
  }

  Kinds kinds() {
    return kinds;
  }

  /** The files that a path in this module means; none after a report. */
  List<SourceFile> files(StringLiteral path) {
    return files.find(module.source(), path);
  }

  NameIndex index() {
    return index;
  }

  /** The declaration that a reference means; empty after a report. */
  Optional<Symbol> resolve(QualifiedName reference, SymbolKind... kinds) {
    String prefix = prefix(reference);
    String name = reference.last().text();
    List<Symbol> found = lookup(prefix, name, kinds);
    if (found.size() > 1) {
      reportAmbiguous(reference, found);
    } else if (found.isEmpty() && !isPoisoned(prefix, name)) {
      reportUnknown(reference, prefix, name, kinds);
    }
    if (found.size() != 1) {
      return Optional.empty();
    }
    index.use(reference.last().span(), found.getFirst());
    return Optional.of(found.getFirst());
  }

  /** The same for a bare name, without a report. */
  List<Symbol> lookup(String name, SymbolKind... kinds) {
    return lookup("", name, kinds);
  }

  /** Whether a name is missing only because an import could not be resolved. */
  boolean isPoisoned(String name) {
    return isPoisoned("", name);
  }

  private List<Symbol> lookup(String prefix, String name, SymbolKind... kinds) {
    if (!prefix.isEmpty()) {
      return imported(name, kinds, each -> each.isCalled(prefix));
    }
    List<Symbol> own = in(module, name, kinds);
    own.forEach(used::add);
    if (!own.isEmpty()) {
      return own;
    }
    List<Symbol> listed = imported(name, kinds, each -> each.lists(name));
    return listed.isEmpty() ? imported(name, kinds, ResolvedImport::isOpen) : listed;
  }

  private List<Symbol> imported(
      String name, SymbolKind[] kinds, Predicate<ResolvedImport> matching) {
    Set<Symbol> found = new LinkedHashSet<>();
    for (ResolvedImport each : module.imports()) {
      SourceModule from = each.module();
      if (from != null && matching.test(each)) {
        List<Symbol> symbols = in(from, name, kinds);
        if (!symbols.isEmpty()) {
          each.markUsed(name);
          found.addAll(symbols);
        }
      }
    }
    used.addAll(found);
    return List.copyOf(found);
  }

  private static List<Symbol> in(SourceModule where, String name, SymbolKind[] kinds) {
    List<Symbol> found = new ArrayList<>();
    for (SymbolKind kind : kinds) {
      where.find(kind, name).ifPresent(found::add);
    }
    return found;
  }

  private static String prefix(QualifiedName reference) {
    String text = reference.text();
    int last = text.length() - reference.last().text().length();
    return last == 0 ? "" : text.substring(0, last - 1);
  }

  private boolean isPoisoned(String prefix, String name) {
    return module.imports().stream()
        .anyMatch(
            each ->
                prefix.isEmpty()
                    ? (each.lists(name) && (each.module() == null || isMissing(each, name)))
                        || (each.module() == null && each.isOpen())
                    : each.module() == null && each.isCalled(prefix));
  }

  private static boolean isMissing(ResolvedImport each, String name) {
    return each.module() != null && each.module().find(name).isEmpty();
  }

  private void reportAmbiguous(QualifiedName reference, List<Symbol> found) {
    var finding =
        Diagnostic.error(
                Code.AMBIGUOUS_NAME,
                reference.span(),
                "`%s` could mean more than one thing.".formatted(reference.text()))
            .help("list it in one `import`, or write the module in front.");
    found.forEach(
        each -> finding.related(each.origin().span(), "declared in `" + each.module().id() + "`"));
    findings.add(finding);
  }

  private void reportUnknown(
      QualifiedName reference, String prefix, String name, SymbolKind... kinds) {
    SourceSpan span = reference.span();
    if (!prefix.isEmpty() && module.imports().stream().noneMatch(each -> each.isCalled(prefix))) {
      findings.add(
          Diagnostic.error(
                  Code.UNKNOWN_MODULE, span, "No import brings the module `%s`.".formatted(prefix))
              .help("add `import %s` to the head of the file.".formatted(prefix)));
      return;
    }
    List<Symbol> others = lookup(prefix, name, SymbolKind.values());
    findings.add(
        others.isEmpty() ? unknown(span, prefix, name, kinds) : wrongKind(span, others, kinds));
  }

  private static Diagnostic.Builder wrongKind(
      SourceSpan span, List<Symbol> others, SymbolKind... kinds) {
    Symbol other = others.getFirst();
    return Diagnostic.error(
            Code.WRONG_KIND,
            span,
            "`%s` is %s, not %s."
                .formatted(other.name().name(), other.kind().withArticle(), kinds[0].withArticle()))
        .related(other.origin().span(), "declared here");
  }

  private Diagnostic.Builder unknown(
      SourceSpan span, String prefix, String name, SymbolKind... kinds) {
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_NAME, span, "There is no %s `%s`.".formatted(kinds[0].noun(), name));
    Optional<String> near =
        Suggestions.closest(name, prefix.isEmpty() ? visible(kinds) : declared(prefix, kinds));
    if (near.isPresent()) {
      return finding.label("did you mean `%s`?".formatted(near.get()));
    }
    all.stream()
        .filter(each -> each != module && !in(each, name, kinds).isEmpty())
        .findFirst()
        .ifPresent(each -> finding.help("add `import %s (%s)`.".formatted(each.id(), name)));
    return finding;
  }

  private Set<String> declared(String prefix, SymbolKind... kinds) {
    Set<String> names = new HashSet<>();
    for (ResolvedImport each : module.imports()) {
      if (each.module() != null && each.isCalled(prefix)) {
        for (SymbolKind kind : kinds) {
          each.module().all(kind).forEach(symbol -> names.add(symbol.name().name()));
        }
      }
    }
    return names;
  }

  /** All bare names that a lookup of these kinds could find. */
  Set<String> visible(SymbolKind... kinds) {
    Set<String> names = new HashSet<>();
    for (SymbolKind kind : kinds) {
      module.all(kind).forEach(symbol -> names.add(symbol.name().name()));
      for (ResolvedImport each : module.imports()) {
        if (each.module() != null) {
          each.module().all(kind).stream()
              .map(symbol -> symbol.name().name())
              .filter(name -> each.isOpen() || each.lists(name))
              .forEach(names::add);
        }
      }
    }
    return names;
  }

  /** Takes a name in something that is not compiled yet for a use of whatever it could mean. */
  void markUsed(String name) {
    for (SymbolKind kind : SymbolKind.values()) {
      lookup(name, kind);
    }
  }

  /** The same for a reference, of which every leading part may be the name. */
  void markUsed(QualifiedName reference) {
    markUsed(reference.parts().getFirst().text());
    String prefix = prefix(reference);
    if (!prefix.isEmpty()) {
      lookup(prefix, reference.last().text(), SymbolKind.values());
    }
  }
}
