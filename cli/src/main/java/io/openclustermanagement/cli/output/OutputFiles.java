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
   * @param base what relative paths start from
   * @param contents the text by path as the user would write it
   * @throws io.openclustermanagement.cli.OutsideException if one of them cannot be written
   */
  public static void write(Path base, Map<String, String> contents) {
    Map<String, Path> written = new LinkedHashMap<>();
    try {
      contents.forEach((name, text) -> written.put(name, writeBeside(base, name, text)));
      written.forEach((name, beside) -> move(base, name, beside));
    } finally {
      written.values().forEach(OutputFiles::deleteQuietly);
    }
  }

  private static Path writeBeside(Path base, String name, String text) {
    try {
      Path target = target(base.resolve(name));
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
      throw FileFailures.cannotWrite(name, e);
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

  private static void move(Path base, String name, Path beside) {
    try {
      Files.move(beside, target(base.resolve(name)), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileFailures.cannotWrite(name, e);
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
