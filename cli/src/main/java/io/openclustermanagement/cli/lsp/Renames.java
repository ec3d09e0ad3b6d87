package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.check.NameIndex.Entry;
import io.openclustermanagement.compiler.check.SymbolKind;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.parser.Keywords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/**
 * Gives a declared name another one in all its places. Before it answers it compiles what would
 * become of the sources: a rename never makes an error, and never changes what a name means.
 */
final class Renames {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*(-[a-zA-Z0-9_]+)*");

  private final Place at;
  private final Entry entry;
  private final String newName;

  private Renames(Place at, Entry entry, String newName) {
    this.at = at;
    this.entry = entry;
    this.newName = newName;
  }

  /** The name that a rename at a place would change; refuses if there is none that is ours. */
  static PrepareRenameResult prepare(Place at) {
    Entry entry = entry(at);
    SourceSpan span = at.project().names().nameAt(at.file(), at.offset()).orElse(entry.at());
    return new PrepareRenameResult(Positions.range(span), entry.name());
  }

  static WorkspaceEdit rename(Place at, String newName) {
    Entry entry = entry(at);
    if (!NAME.matcher(newName).matches()) {
      throw Requests.refused(
          "`%s` cannot be a name: letters, digits, `_`, and `-` between them.".formatted(newName));
    }
    if (Keywords.hard().contains(newName)) {
      throw Requests.refused("`%s` is a word of the language.".formatted(newName));
    }
    return new Renames(at, entry, newName).rename();
  }

  private static Entry entry(Place at) {
    List<Entry> entries = at.project().names().at(at.file(), at.offset());
    if (entries.isEmpty()) {
      throw Requests.refused(
          "Only a name that some .ocm file declares can be renamed; what stands in quotes is the"
              + " name of something in Kubernetes.");
    }
    if (entries.size() > 1) {
      throw Requests.refused(
          "This name stands for several declarations. Rename one where it is declared.");
    }
    Entry entry = entries.getFirst();
    if (entry.kind() == SymbolKind.MODULE) {
      throw Requests.refused("A module cannot be renamed; change its header and its imports.");
    }
    if (at.project().document(entry.at().file()).isEmpty()) {
      throw Requests.refused("`%s` is declared in no file.".formatted(entry.name()));
    }
    return entry;
  }

  private WorkspaceEdit rename() {
    List<SourceSpan> places = at.project().names().places(entry);
    for (SourceSpan place : places) {
      requireOneMeaning(place);
    }
    at.project().shadowed().forEach(this::requireNoMention);
    Map<Document, List<SourceSpan>> byDocument = new LinkedHashMap<>();
    for (Document document : at.project().documents()) {
      List<SourceSpan> own =
          places.stream()
              .filter(place -> place.file() == document.file())
              .sorted(Comparator.comparingInt(SourceSpan::start))
              .toList();
      byDocument.put(document, own);
    }
    verify(byDocument);
    Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
    byDocument.forEach(
        (document, spans) -> {
          if (!spans.isEmpty()) {
            changes.put(document.uri(), spans.stream().map(this::edit).toList());
          }
        });
    return new WorkspaceEdit(changes);
  }

  private TextEdit edit(SourceSpan place) {
    return new TextEdit(Positions.range(place), newName);
  }

  private void requireOneMeaning(SourceSpan place) {
    List<Entry> meanings = at.project().names().meanings(place);
    if (meanings.size() > 1) {
      throw Requests.refused(
          "`%s` in line %d of %s also means a %s. Rename that one first, or import it separately."
              .formatted(
                  entry.name(),
                  place.line(),
                  place.file().name(),
                  meanings.stream()
                      .filter(each -> !each.equals(entry))
                      .findFirst()
                      .map(each -> each.kind().noun())
                      .orElse("thing")));
    }
  }

  /** A file that was left out because of the name of its module could use the name as well. */
  private void requireNoMention(Document document) {
    String name = Pattern.quote(entry.name());
    if (Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])")
        .matcher(document.file().text())
        .find()) {
      throw Requests.refused(
          "%s may use `%s`, too, but another file declares the module `%s` as well. Give each file"
                  .formatted(document.file().name(), entry.name(), document.module())
              + " a module name of its own first.");
    }
  }

  /** Compiles the sources with the new name and compares. */
  private void verify(Map<Document, List<SourceSpan>> places) {
    Map<SourceFile, SourceFile> renamed = new HashMap<>();
    List<Document> after = new ArrayList<>();
    places.forEach(
        (document, spans) -> {
          SourceFile file =
              spans.isEmpty()
                  ? document.file()
                  : new SourceFile(document.file().name(), replaced(document.file(), spans));
          renamed.put(document.file(), file);
          after.add(new Document(document.uri(), document.path(), file));
        });
    Project project = at.project().with(after);
    requireNoNewError(project);
    Set<SourceSpan> expected = new HashSet<>();
    places.values().forEach(spans -> expected.addAll(moved(spans, renamed)));
    SourceSpan declaration = moved(entry.at(), places, renamed);
    Set<SourceSpan> found =
        new HashSet<>(project.names().places(new Entry(entry.kind(), declaration)));
    boolean unambiguous =
        expected.stream().allMatch(span -> project.names().meanings(span).size() == 1);
    if (!found.equals(expected) || !unambiguous) {
      throw Requests.refused(
          "`%s` means something else in one of the places of `%s`."
              .formatted(newName, entry.name()));
    }
  }

  private void requireNoNewError(Project project) {
    Map<String, Integer> before = new HashMap<>();
    errors(at.project()).forEach(each -> before.merge(key(each, newName), 1, Integer::sum));
    for (Diagnostic error : errors(project)) {
      if (before.merge(key(error, newName), -1, Integer::sum) < 0) {
        throw Requests.refused(
            "The name `%s` is not possible: %s (%s, line %d)"
                .formatted(
                    newName,
                    error.summary(),
                    error.primary().span().file().name(),
                    error.primary().span().line()));
      }
    }
  }

  private static List<Diagnostic> errors(Project project) {
    return project.result().diagnostics().stream().filter(Diagnostic::isError).toList();
  }

  /** An error apart from its words, which name what is renamed. */
  private String key(Diagnostic error, String name) {
    String text = error.summary().replace("`" + entry.name() + "`", "`" + name + "`");
    return error.code() + error.primary().span().file().name() + text;
  }

  private String replaced(SourceFile file, List<SourceSpan> spans) {
    StringBuilder text = new StringBuilder();
    int done = 0;
    for (SourceSpan span : spans) {
      text.append(file.text(), done, span.start()).append(newName);
      done = span.end();
    }
    return text.append(file.text().substring(done)).toString();
  }

  /** Where spans of one file, in their order, are after the rename. */
  private List<SourceSpan> moved(List<SourceSpan> spans, Map<SourceFile, SourceFile> renamed) {
    List<SourceSpan> moved = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      SourceSpan span = spans.get(i);
      int start = span.start() + i * (newName.length() - entry.name().length());
      SourceFile file = renamed.getOrDefault(span.file(), span.file());
      moved.add(file.span(start, start + newName.length()));
    }
    return moved;
  }

  private SourceSpan moved(
      SourceSpan span,
      Map<Document, List<SourceSpan>> places,
      Map<SourceFile, SourceFile> renamed) {
    List<SourceSpan> all =
        places.values().stream()
            .filter(spans -> spans.contains(span))
            .findFirst()
            .orElse(List.of(span));
    return moved(all, renamed).get(all.indexOf(span));
  }
}
