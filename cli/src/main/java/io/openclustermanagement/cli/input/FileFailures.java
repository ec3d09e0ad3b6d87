package io.openclustermanagement.cli.input;

import io.openclustermanagement.cli.OutsideException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Says in a sentence why a file cannot be read or written. */
public final class FileFailures {
  private FileFailures() {}

  /** A file that cannot be read. */
  public static OutsideException cannotRead(String name, IOException cause) {
    return new OutsideException("`%s` cannot be read: %s.".formatted(name, reason(cause)));
  }

  /** A file that cannot be written. */
  public static OutsideException cannotWrite(String name, IOException cause) {
    return new OutsideException("`%s` cannot be written: %s.".formatted(name, reason(cause)));
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "there is no such file or directory";
      case NotDirectoryException _ -> "not a directory";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> Objects.requireNonNullElse(cause.getMessage(), "unknown reason");
    };
  }
}
