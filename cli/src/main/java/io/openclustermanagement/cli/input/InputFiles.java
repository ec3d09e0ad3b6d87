package io.openclustermanagement.cli.input;

import io.openclustermanagement.cli.OutsideException;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.input.InputFile.Language;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files behind the paths that the user gave.
 *
 * <p>Directories are read with all below them, in the order of their names, without hidden entries
 * and without following symbolic links in them. A file that is reached twice is read once.
 */
public final class InputFiles {
  private static final InputFile STDIN = InputFile.stdin(Language.YAML);

  private final Path base;
  private final Set<Language> languages;
  private final Map<String, InputFile> found = new LinkedHashMap<>();

  private InputFiles(Path base, Set<Language> languages) {
    this.base = base;
    this.languages = languages;
  }

  /**
   * The files behind some paths.
   *
   * @param base what relative paths start from
   * @param paths files, directories, or {@code -} for YAML on standard input
   * @param languages which of the files in a directory count
   * @throws OutsideException if there is no such path or a directory cannot be read
   * @throws UsageException if a path leads to no file that counts
   */
  public static List<InputFile> find(Path base, List<String> paths, Set<Language> languages) {
    InputFiles files = new InputFiles(base, languages);
    paths.forEach(files::add);
    return List.copyOf(files.found.values());
  }

  private void add(String name) {
    if (name.equals("-")) {
      found.putIfAbsent(name, STDIN);
      return;
    }
    Path path = base.resolve(name);
    if (!Files.exists(path)) {
      throw new OutsideException("There is no file or directory `" + name + "`.");
    }
    if (Files.isDirectory(path)) {
      addDirectory(name, path);
    } else {
      put(new InputFile(name, Optional.of(path), language(name, path)));
    }
  }

  /** A file that is named is read whatever its ending is: without a known one it holds YAML. */
  private Language language(String name, Path path) {
    Language language = Language.of(path).orElse(Language.YAML);
    if (!languages.contains(language)) {
      throw new UsageException("`" + name + "` is not " + wanted() + ".");
    }
    return language;
  }

  private String wanted() {
    return languages.contains(Language.OCM) ? "an .ocm file" : "a YAML file";
  }

  private void addDirectory(String name, Path directory) {
    Path root = realPath(name, directory);
    Collection<Path> files = walk(name, root);
    if (files.isEmpty()) {
      throw new UsageException("`%s` holds no file that can be read here.".formatted(name));
    }
    String prefix = name.endsWith("/") ? name : name + "/";
    for (Path file : files) {
      String shown = (name.equals(".") ? "" : prefix) + root.relativize(file);
      put(new InputFile(shown, Optional.of(file), Language.of(file).orElseThrow()));
    }
  }

  private static Path realPath(String name, Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw FileFailures.cannotRead(name, e);
    }
  }

  private Collection<Path> walk(String name, Path directory) {
    Collector collector = new Collector(directory);
    try {
      Files.walkFileTree(directory, collector);
    } catch (IOException e) {
      throw FileFailures.cannotRead(name, e);
    }
    collector.files.sort(Comparator.comparing(file -> directory.relativize(file).toString()));
    return collector.files;
  }

  private void put(InputFile file) {
    found.putIfAbsent(file.path().orElseThrow().toAbsolutePath().normalize().toString(), file);
  }

  /** Collects the files that count. */
  private final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files = new ArrayList<>();

    Collector(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      boolean hidden = !directory.equals(root) && isHidden(directory);
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && Language.of(file).filter(languages::contains).isPresent()) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }
  }
}
