package io.openclustermanagement.compiler;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;

/**
 * Finds the files that sources name beside them.
 *
 * @param files by their paths from the same place as those of the sources
 */
record ExampleLoader(List<SourceFile> files) implements SourceLoader {

  @Override
  public Optional<SourceFile> module(String module) {
    return Optional.empty();
  }

  @Override
  public FileLookup files(SourceFile source, String pattern) {
    Path path = Path.of(source.name()).resolveSibling(pattern);
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
    List<SourceFile> found =
        files.stream().filter(file -> matcher.matches(Path.of(file.name()))).toList();
    return new FileLookup(
        found,
        found.isEmpty() ? Optional.of("There is no file `" + pattern + "`.") : Optional.empty());
  }
}
