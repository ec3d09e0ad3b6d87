package io.openclustermanagement.cli.input;

import io.openclustermanagement.cli.OutsideException;
import io.openclustermanagement.cli.Session;
import io.openclustermanagement.cli.input.InputFile.Language;
import io.openclustermanagement.compiler.SourceLoader.FileLookup;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files that a source names by a path relative to itself. */
final class NeighbourFiles {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_FILES = 1_000;

  private final Session session;
  private final Path base;

  /** What was read: a file that is named twice is the same one. */
  private final Map<Path, SourceFile> read = new HashMap<>();

  /**
   * @param base what the names of sources are relative to
   */
  NeighbourFiles(Session session, Path base) {
    this.session = session;
    this.base = base.toAbsolutePath().normalize();
  }

  /** The files that a pattern means, by name. */
  FileLookup find(SourceFile source, String pattern) {
    try {
      Path relative = Path.of(pattern);
      if (pattern.isBlank() || relative.isAbsolute()) {
        return failed("`%s` is not a relative path.".formatted(pattern));
      }
      return isPattern(pattern) ? matching(source, pattern) : single(source, pattern);
    } catch (InvalidPathException e) {
      return failed("`%s` is not a path.".formatted(pattern));
    } catch (OutsideException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isPattern(String text) {
    return text.contains("*") || text.contains("?");
  }

  private FileLookup single(SourceFile source, String name) {
    Path file = directory(source).resolve(name);
    return Files.isRegularFile(file)
        ? read(List.of(file))
        : failed("There is no file `%s`.".formatted(shown(file)));
  }

  private FileLookup matching(SourceFile source, String pattern) {
    Path directory = directory(source);
    Path start = directory.resolve(fixedPart(pattern)).normalize();
    if (!Files.isDirectory(start)) {
      return failed("There is no directory `%s`.".formatted(shown(start)));
    }
    List<Path> found = walk(start, matcher(directory, pattern));
    if (found.isEmpty()) {
      return failed("No file matches `%s`.".formatted(pattern));
    }
    return found.size() > MAX_FILES
        ? failed("More than %,d files match `%s`.".formatted(MAX_FILES, pattern))
        : read(found);
  }

  /** The directories before the first one with a wildcard. */
  private static String fixedPart(String pattern) {
    String before = pattern.substring(0, pattern.replace('?', '*').indexOf('*'));
    return before.substring(0, before.lastIndexOf('/') + 1);
  }

  /** Only {@code *} and {@code ?} have a meaning, brackets and braces are characters of names. */
  private static PathMatcher matcher(Path directory, String pattern) {
    String glob = pattern.replaceAll("[\\[\\]{}\\\\]", "\\\\$0");
    String place = directory.normalize().toString().replaceAll("[\\[\\]{}\\\\*?]", "\\\\$0");
    String whole = Path.of("/").resolve(place).toString() + "/" + glob;
    return directory.getFileSystem().getPathMatcher("glob:" + withoutSteps(whole));
  }

  /** A path without {@code .} and {@code ..}. */
  private static String withoutSteps(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && parts.size() > 1) {
        parts.removeLast();
      } else if (!part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private List<Path> walk(Path start, PathMatcher matcher) {
    try (Stream<Path> files = Files.walk(start, MAX_DEPTH)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !start.relativize(file).toString().matches("(.*/)?\\..*"))
          .filter(matcher::matches)
          .limit(MAX_FILES + 1L)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw FileFailures.cannotRead(shown(start), e);
    }
  }

  private FileLookup read(List<Path> files) {
    List<SourceFile> texts = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    FileReader reader = new FileReader(session, problems);
    for (Path file : files) {
      read(file, reader).ifPresent(texts::add);
    }
    return problems.isEmpty()
        ? new FileLookup(texts, Optional.empty())
        : failed(problems.getFirst().summary());
  }

  private Optional<SourceFile> read(Path file, FileReader reader) {
    Path whole = file.toAbsolutePath().normalize();
    SourceFile known = read.get(whole);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SourceFile> text =
        reader.read(new InputFile(shown(file), Optional.of(file), Language.YAML));
    text.ifPresent(each -> read.put(whole, each));
    return text;
  }

  private Path directory(SourceFile source) {
    Path parent = base.resolve(source.name()).normalize().getParent();
    return parent == null ? base : parent;
  }

  /** A path as the user would write it. */
  private String shown(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return whole.startsWith(base) ? base.relativize(whole).toString() : whole.toString();
  }

  private static FileLookup failed(String problem) {
    return new FileLookup(List.of(), Optional.of(problem));
  }
}
