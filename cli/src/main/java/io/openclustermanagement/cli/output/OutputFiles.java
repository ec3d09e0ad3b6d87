package io.openclustermanagement.cli.output;

import io.openclustermanagement.cli.input.FileFailures;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes files so that none is ever half-written: each is written beside its place and then moved
 * there in one step, and of several files none is moved before all are written.
 */
public final class OutputFiles {
  private static final long PID = ProcessHandle.current().pid();

  private OutputFiles() {}

  /**
   * Writes some files, with the directories they lie in.
   *
   * @param contents the text by path
   * @throws io.openclustermanagement.cli.OutsideException if one of them cannot be written
   */
  public static void write(Map<Path, String> contents) {
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      contents.forEach((path, text) -> written.put(path, writeBeside(path, text)));
      written.forEach(OutputFiles::move);
    } finally {
      written.values().forEach(OutputFiles::deleteQuietly);
    }
  }

  private static Path writeBeside(Path path, String text) {
    try {
      Path target = target(path);
      Path beside = target.resolveSibling(".%s.ocm-%d".formatted(target.getFileName(), PID));
      try {
        Files.writeString(beside, text);
        keepPermissions(target, beside);
        return beside;
      } catch (IOException e) {
        deleteQuietly(beside);
        throw e;
      }
    } catch (IOException e) {
      throw FileFailures.cannotWrite(path.toString(), e);
    }
  }

  /** Where the content goes: a symbolic link stays one, and a protected file is not replaced. */
  private static Path target(Path path) throws IOException {
    if (!Files.exists(path)) {
      Path target = path.toAbsolutePath();
      Files.createDirectories(Objects.requireNonNullElse(target.getParent(), target));
      return target;
    }
    if (Files.isDirectory(path)) {
      throw new IOException("it is a directory");
    }
    if (!Files.isWritable(path)) {
      throw new AccessDeniedException(path.toString());
    }
    return path.toRealPath();
  }

  private static void keepPermissions(Path target, Path beside) throws IOException {
    if (Files.exists(target)
        && beside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
    }
  }

  private static void move(Path path, Path beside) {
    try {
      Files.move(beside, target(path), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileFailures.cannotWrite(path.toString(), e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // It is only a leftover; the failure that matters is reported already.
      return;
    }
  }
}
