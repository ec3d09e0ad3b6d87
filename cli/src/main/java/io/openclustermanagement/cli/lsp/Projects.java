package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds what belongs to a document: the modules that it imports, those that import it, and so on.
 * Where several files declare a module, an import means the nearest one, as on the command line; so
 * a repository may hold examples that reuse names.
 */
final class Projects {
  private static final int MOST_KEPT = 8;

  private final Documents documents;
  private final Supplier<CompilerOptions> options;

  /** Recent projects by the texts that they were made of, which are compared by identity. */
  private final Map<Set<SourceFile>, Project> recent = new LinkedHashMap<>();

  Projects(Documents documents, Supplier<CompilerOptions> options) {
    this.documents = documents;
    this.options = options;
  }

  /** The project of a document. */
  Project of(Document document) {
    Members members = members(document);
    Set<SourceFile> key = new HashSet<>();
    members.documents().forEach(each -> key.add(each.file()));
    Project known = recent.get(key);
    if (known == null) {
      known = new Project(members.documents(), members.shadowed(), options.get());
      if (recent.size() >= MOST_KEPT) {
        recent.remove(recent.keySet().iterator().next());
      }
      recent.put(key, known);
    }
    return known;
  }

  /** Files that sources name may have changed. */
  void changedOnDisk() {
    recent.clear();
  }

  private record Members(List<Document> documents, List<Document> shadowed) {}

  /** Everything that imports lead to and from. */
  private Members members(Document start) {
    List<Document> all = documents.all();
    Map<Document, List<Document>> neighbours = new LinkedHashMap<>();
    for (Document each : all) {
      for (String module : each.imports()) {
        nearest(each, module, all)
            .ifPresent(
                imported -> {
                  neighbours.computeIfAbsent(each, _ -> new ArrayList<>()).add(imported);
                  neighbours.computeIfAbsent(imported, _ -> new ArrayList<>()).add(each);
                });
      }
    }
    Map<String, Document> byModule = new LinkedHashMap<>();
    Set<Document> members = new LinkedHashSet<>();
    Set<Document> shadowed = new LinkedHashSet<>();
    Deque<Document> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Document next = open.removeFirst();
      if (!next.module().isEmpty() && byModule.putIfAbsent(next.module(), next) != null) {
        shadowed.add(next);
      } else if (members.add(next)) {
        open.addAll(neighbours.getOrDefault(next, List.of()));
      }
    }
    shadowed.removeAll(members);
    return new Members(List.copyOf(members), List.copyOf(shadowed));
  }

  /** The document of a module that shares the longest path with the importing one. */
  private static Optional<Document> nearest(
      Document importer, String module, List<Document> candidates) {
    Document found = null;
    int best = -1;
    for (Document each : candidates) {
      int shared = each.module().equals(module) ? shared(importer, each) : -1;
      if (shared > best) {
        best = shared;
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }

  private static int shared(Document a, Document b) {
    if (a.path().isEmpty() || b.path().isEmpty()) {
      return 0;
    }
    Path left = a.path().get();
    Path right = b.path().get();
    int most = Math.min(left.getNameCount(), right.getNameCount()) - 1;
    int shared = 0;
    while (shared < most && left.getName(shared).equals(right.getName(shared))) {
      shared++;
    }
    return shared;
  }
}
