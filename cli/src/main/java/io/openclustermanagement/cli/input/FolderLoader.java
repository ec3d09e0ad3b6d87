package io.openclustermanagement.cli.input;

import io.openclustermanagement.cli.Session;
import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files that sources name, where the names of sources are relative to folders, as in an
 * editor. Modules are found by whoever compiles.
 *
 * @param folders the first one that has a source is meant
 */
public record FolderLoader(Session session, List<Path> folders) implements SourceLoader {

  public FolderLoader {
    folders = List.copyOf(folders);
  }

  @Override
  public Optional<SourceFile> module(String module) {
    return Optional.empty();
  }

  @Override
  public FileLookup files(SourceFile source, String pattern) {
    Path folder =
        folders.stream()
            .filter(each -> Files.exists(each.resolve(source.name())))
            .findFirst()
            .orElse(session.directory());
    return new NeighbourFiles(session, folder).find(source, pattern);
  }
}
