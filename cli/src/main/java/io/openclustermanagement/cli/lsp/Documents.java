package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.cli.OutsideException;
import io.openclustermanagement.cli.Session;
import io.openclustermanagement.cli.input.FileReader;
import io.openclustermanagement.cli.input.InputFile;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * The texts of a workspace: those that are open in the editor, saved or not, over the files on
 * disk. A text that did not change stays the same {@link Document}.
 */
final class Documents {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_FILES = 5_000;

  private final FileReader reader;
  private final List<Path> folders = new ArrayList<>();
  private final Map<String, Document> open = new LinkedHashMap<>();
  private final Map<Path, Document> saved = new TreeMap<>();
  private final Map<Path, FileTime> times = new HashMap<>();
  private boolean stale = true;

  Documents(Session session) {
    // What is wrong with files that are only looked at is nobody's concern.
    this.reader = new FileReader(session, new ArrayList<>());
  }

  void addFolder(String uri) {
    path(uri).ifPresent(folders::add);
    stale = true;
  }

  void removeFolder(String uri) {
    path(uri).ifPresent(folders::remove);
    stale = true;
  }

  Optional<Path> firstFolder() {
    return folders.stream().findFirst();
  }

  /** Files on disk may have changed. */
  void changedOnDisk() {
    stale = true;
  }

  void open(String uri, String text) {
    Optional<Path> path = path(uri);
    String name = path.map(this::name).orElse(uri);
    open.put(uri, new Document(uri, path, new SourceFile(name, text)));
  }

  void change(String uri, List<TextDocumentContentChangeEvent> changes) {
    Document document = open.get(uri);
    if (document == null) {
      return;
    }
    String text = document.file().text();
    for (TextDocumentContentChangeEvent change : changes) {
      text = changed(document.file().name(), text, change);
    }
    open(uri, text);
  }

  private static String changed(String name, String text, TextDocumentContentChangeEvent change) {
    if (change.getRange() == null) {
      return change.getText();
    }
    SourceFile before = new SourceFile(name, text);
    var replaced = Positions.span(before, change.getRange());
    return text.substring(0, replaced.start()) + change.getText() + text.substring(replaced.end());
  }

  void close(String uri) {
    open.remove(uri);
    stale = true;
  }

  /** The text of a URI, also if the editor has not opened it. */
  Optional<Document> find(String uri) {
    Document shown = open.get(uri);
    if (shown != null) {
      return Optional.of(shown);
    }
    return all().stream().filter(each -> each.uri().equals(uri)).findFirst();
  }

  Collection<Document> open() {
    return List.copyOf(open.values());
  }

  /** The folders that are open. */
  List<Path> folders() {
    return List.copyOf(folders);
  }

  /** All texts: open ones, then those of the folders. */
  List<Document> all() {
    if (stale) {
      readFolders();
      stale = false;
    }
    List<Document> all = new ArrayList<>(open.values());
    Set<Path> shown = new HashSet<>();
    all.forEach(each -> each.path().ifPresent(shown::add));
    saved.forEach(
        (path, document) -> {
          if (!shown.contains(path)) {
            all.add(document);
          }
        });
    return all;
  }

  private void readFolders() {
    Map<Path, FileTime> found = new TreeMap<>();
    folders.forEach(folder -> collect(folder, found));
    saved.keySet().retainAll(found.keySet());
    found.forEach(
        (path, time) -> {
          if (!time.equals(times.put(path, time)) || !saved.containsKey(path)) {
            read(path).ifPresent(document -> saved.put(path, document));
          }
        });
  }

  private static void collect(Path folder, Map<Path, FileTime> found) {
    try {
      Files.walkFileTree(
          folder, Set.<FileVisitOption>of(), MAX_DEPTH, new Collector(folder, found));
    } catch (IOException e) {
      // A folder that went away has no files.
      found.keySet().removeIf(path -> path.startsWith(folder));
    }
  }

  private Optional<Document> read(Path path) {
    InputFile file = new InputFile(name(path), Optional.of(path), InputFile.Language.OCM);
    try {
      return reader
          .read(file)
          .map(text -> new Document(path.toUri().toString(), Optional.of(path), text));
    } catch (OutsideException e) {
      return Optional.empty();
    }
  }

  /** What messages call a file: its path below the folder that it lies in. */
  private String name(Path path) {
    return folders.stream()
        .filter(path::startsWith)
        .findFirst()
        .map(folder -> folder.relativize(path).toString())
        .orElse(path.toString());
  }

  /** The path of a {@code file:} URI. */
  static Optional<Path> path(String uri) {
    try {
      URI parsed = URI.create(uri);
      return "file".equals(parsed.getScheme())
          ? Optional.of(Path.of(parsed).toAbsolutePath().normalize())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Collects {@code .ocm} files that are not hidden. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<Path, FileTime> found;

    Collector(Path root, Map<Path, FileTime> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      String name = String.valueOf(directory.getFileName());
      boolean skipped =
          !directory.equals(root) && (name.startsWith(".") || name.equals("node_modules"));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.toString().endsWith(".ocm") && attributes.isRegularFile()) {
        found.put(file.toAbsolutePath().normalize(), attributes.lastModifiedTime());
      }
      return found.size() < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
