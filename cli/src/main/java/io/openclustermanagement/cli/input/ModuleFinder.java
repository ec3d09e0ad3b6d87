package io.openclustermanagement.cli.input;

import io.openclustermanagement.cli.Session;
import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  private ModuleFinder(Path base, List<InputFile> sources, FileReader reader) {
    this.base = base;
    this.sources = sources;
    this.reader = reader;
  }

  /** A finder that starts from the files that the user named. */
  static ModuleFinder of(Session session, List<InputFile> sources) {
    // What is wrong with files that are only looked at is nobody's concern.
    FileReader quiet = new FileReader(session, new ArrayList<>());
    return new ModuleFinder(session.directory().toAbsolutePath().normalize(), sources, quiet);
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
        .sorted(Comparator.comparing(Path::getNameCount).reversed())
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
