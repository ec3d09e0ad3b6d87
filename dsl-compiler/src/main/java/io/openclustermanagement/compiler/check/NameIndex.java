package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which name of the sources means which declaration, and what is known of expressions, as the
 * checkers found it out. For editors: it holds as much as could be resolved where sources have
 * errors.
 */
public final class NameIndex {

  /**
   * Something that has a name.
   *
   * @param at where the name is declared
   */
  public record Entry(SymbolKind kind, SourceSpan at) {
    public String name() {
      return at.text();
    }
  }

  /**
   * The bare names with a meaning at some place, apart from declarations.
   *
   * @param ofCluster whether the properties of a cluster are there by their bare names
   * @param ofFleet whether placements and cluster sets can be asked for their clusters
   * @param subject the type of what has fields that are there by their bare names
   * @param variables the types of variables by their names
   * @param clusters the names of the clusters of a fleet
   */
  public record Visible(
      boolean ofCluster,
      boolean ofFleet,
      Optional<Type> subject,
      Map<String, Type> variables,
      Set<String> clusters) {
    public Visible {
      variables = Map.copyOf(variables);
      clusters = Set.copyOf(clusters);
    }
  }

  private final Map<SourceSpan, Set<Entry>> meanings = new LinkedHashMap<>();
  private final Map<Entry, Set<SourceSpan>> places = new LinkedHashMap<>();
  private final Map<SourceSpan, Type> types = new HashMap<>();
  private final Map<SourceSpan, Place> visible = new HashMap<>();

  /** Takes note of a declared name. */
  void declare(SymbolKind kind, Origin name) {
    use(name.span(), kind, name);
  }

  /** Takes note of a name that means a declaration. */
  void use(SourceSpan use, SymbolKind kind, Origin declared) {
    Entry entry = new Entry(kind, declared.span());
    meanings.computeIfAbsent(use, _ -> new LinkedHashSet<>()).add(entry);
    places.computeIfAbsent(entry, _ -> new LinkedHashSet<>()).add(use);
  }

  void use(SourceSpan use, Symbol symbol) {
    use(use, symbol.kind(), symbol.origin());
  }

  void type(SourceSpan expression, Type type) {
    types.put(expression, type);
  }

  void visible(SourceSpan identifier, Place place) {
    visible.put(identifier, place);
  }

  /** All that have a name, in the order in which they were met. */
  public Set<Entry> entries() {
    return Set.copyOf(places.keySet());
  }

  /** What the name at an offset means, also right behind it; several where an import lists it. */
  public List<Entry> at(SourceFile file, int offset) {
    return nameAt(file, offset)
        .map(span -> List.copyOf(meanings.getOrDefault(span, Set.of())))
        .orElse(List.of());
  }

  /** The name at an offset. */
  public Optional<SourceSpan> nameAt(SourceFile file, int offset) {
    return around(meanings.keySet().stream(), file, offset);
  }

  /** Everything that a name at a place means. */
  public List<Entry> meanings(SourceSpan name) {
    return List.copyOf(meanings.getOrDefault(name, Set.of()));
  }

  /** Every place of a name, its declaration first. */
  public List<SourceSpan> places(Entry entry) {
    List<SourceSpan> all = new ArrayList<>(places.getOrDefault(entry, Set.of()));
    all.remove(entry.at());
    all.addFirst(entry.at());
    return all;
  }

  /** Every name in a file with what it means. */
  public Map<SourceSpan, Entry> names(SourceFile file) {
    Map<SourceSpan, Entry> names = new LinkedHashMap<>();
    meanings.forEach(
        (span, entries) -> {
          if (span.file() == file) {
            names.put(span, entries.iterator().next());
          }
        });
    return names;
  }

  /** The type of an expression that stands just there; empty if nothing is known of it. */
  public Optional<Type> type(SourceSpan expression) {
    return Optional.ofNullable(types.get(expression));
  }

  /** The smallest typed expression around an offset. */
  public Optional<SourceSpan> expressionAt(SourceFile file, int offset) {
    return around(types.keySet().stream(), file, offset);
  }

  /** What may be named where an identifier stands; empty if it was not looked at. */
  public Optional<Visible> visible(SourceSpan identifier) {
    return Optional.ofNullable(visible.get(identifier)).map(NameIndex::visible);
  }

  private static Visible visible(Place place) {
    Map<String, Type> variables = new HashMap<>();
    place
        .locals()
        .forEach((String name, Variable variable) -> variables.put(name, variable.type()));
    return new Visible(
        place.kind() == Place.Kind.CLUSTER,
        place.kind() == Place.Kind.TEST || place.kind() == Place.Kind.FLEET,
        place.subject().map(Expr::type),
        variables,
        place.clusters().keySet());
  }

  private static Optional<SourceSpan> around(
      Stream<SourceSpan> spans, SourceFile file, int offset) {
    return spans
        .filter(span -> span.file() == file && span.start() <= offset && offset <= span.end())
        .min(Comparator.comparingInt(span -> span.end() - span.start()));
  }
}
