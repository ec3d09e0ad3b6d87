package io.openclustermanagement.cli.input;

import io.openclustermanagement.cli.Session;
import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds imported modules that the user did not name: in the directories of the sources, and then in
 * the directories around them, up to the working directory. The nearest file wins.
 */
final class ModuleFinder implements SourceLoader {
  private static final Pattern HEADER =
      Pattern.compile("^\\s*module\\s+([\\w.-]+)", Pattern.MULTILINE);
  private static final int MAX_DEPTH = 8;
  private static final int MAX_FILES = 2_000;

  private final Path base;
  private final List<InputFile> sources;
  private final FileReader reader;
  private final NeighbourFiles neighbours;
  private final List<InputFile> schemas;
  private final FileReader schemaReader;
  private final Set<Path> named = new HashSet<>();

  private ModuleFinder(
      Session session, List<InputFile> sources, List<InputFile> schemas, FileReader schemaReader) {
    this.base = session.directory().toAbsolutePath().normalize();
    this.sources = sources;
    // What is wrong with files that are only looked at is nobody's concern.
    this.reader = new FileReader(session, new ArrayList<>());
    this.neighbours = new NeighbourFiles(session, session.directory());
    this.schemas = schemas;
    this.schemaReader = schemaReader;
  }

  /** A finder that starts from the files that the user named. */
  static ModuleFinder of(Session session, List<InputFile> sources) {
    return of(session, sources, List.of(), new FileReader(session, new ArrayList<>()));
  }

  /**
   * The same with files that describe kinds.
   *
   * @param schemaReader reads them, and collects what is wrong with them
   */
  static ModuleFinder of(
      Session session, List<InputFile> sources, List<InputFile> schemas, FileReader schemaReader) {
    return new ModuleFinder(session, sources, schemas, schemaReader);
  }

  @Override
  public FileLookup files(SourceFile source, String pattern) {
    FileLookup files = neighbours.find(source, pattern);
    files.found().forEach(file -> named.add(path(file.name())));
    return files;
  }

  /**
   * Whether a source has named the file: it is a part of that source then, and no source by itself
   * even if it lies in a directory of sources.
   */
  boolean isNamed(InputFile file) {
    return file.path().isPresent() && named.contains(path(file.name()));
  }

  private Path path(String name) {
    return base.resolve(name).normalize();
  }

  @Override
  public List<SourceFile> schemas() {
    return schemas.stream().flatMap(file -> schemaReader.read(file).stream()).toList();
  }

  @Override
  public Optional<SourceFile> module(String module) {
    return directories().stream()
        .flatMap(directory -> find(directory, module).stream())
        .findFirst();
  }

  private List<Path> directories() {
    List<Path> directories = new ArrayList<>();
    for (InputFile source : sources) {
      Path directory =
          source.path().map(path -> path.toAbsolutePath().normalize().getParent()).orElse(base);
      while (directory != null && directory.startsWith(base)) {
        directories.add(directory);
        directory = directory.getParent();
      }
    }
    return directories.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
        .toList();
  }

  private Optional<SourceFile> find(Path directory, String module) {
    try (Stream<Path> files = Files.walk(directory, MAX_DEPTH)) {
      return files
          .filter(file -> file.toString().endsWith(".ocm"))
          .filter(file -> !directory.relativize(file).toString().matches("(.*/)?\\..*"))
          .limit(MAX_FILES)
          .sorted()
          .flatMap(file -> read(file).stream())
          .filter(file -> declares(file, module))
          .findFirst();
    } catch (IOException e) {
      throw FileFailures.cannotRead(directory.toString(), e);
    }
  }

  private Optional<SourceFile> read(Path file) {
    String name = base.relativize(file).toString();
    return reader.read(new InputFile(name, Optional.of(file), InputFile.Language.OCM));
  }

  private static boolean declares(SourceFile file, String module) {
    Matcher matcher = HEADER.matcher(file.text());
    return matcher.find() && matcher.group(1).equals(module);
  }
}
