package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.check.NameIndex.Entry;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;

/** Where a name is declared and where it is used. */
final class References {
  private References() {}

  /** The declarations of the name at a place; several where an import lists it. */
  static List<Location> definitions(Place at) {
    return at.project().names().at(at.file(), at.offset()).stream()
        .flatMap(entry -> Diagnostics.location(at.project(), entry.at()).stream())
        .toList();
  }

  /** All places of the name at a place. */
  static List<Location> of(Place at, boolean withDeclaration) {
    Set<SourceSpan> places = new LinkedHashSet<>();
    for (Entry entry : at.project().names().at(at.file(), at.offset())) {
      List<SourceSpan> all = at.project().names().places(entry);
      places.addAll(withDeclaration ? all : all.subList(1, all.size()));
    }
    return places.stream()
        .flatMap(span -> Diagnostics.location(at.project(), span).stream())
        .toList();
  }

  /** Those in the same document. */
  static List<DocumentHighlight> highlights(Place at) {
    return at.project().names().at(at.file(), at.offset()).stream()
        .flatMap(
            entry -> at.project().names().places(entry).stream().map(span -> mark(entry, span)))
        .filter(mark -> mark.span().file() == at.file())
        .map(Mark::highlight)
        .toList();
  }

  private static Mark mark(Entry entry, SourceSpan span) {
    return new Mark(span, span.equals(entry.at()));
  }

  private record Mark(SourceSpan span, boolean declaration) {
    DocumentHighlight highlight() {
      return new DocumentHighlight(
          Positions.range(span),
          declaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read);
    }
  }
}
