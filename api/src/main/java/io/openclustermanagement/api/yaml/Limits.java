package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Words;

/** What a file may have at most. Beyond that it is refused, so that no input exhausts memory. */
public final class Limits {
  /** Bytes of a file: a fleet of about 30,000 clusters. */
  public static final long MAX_BYTES = 64L << 20;

  /** Documents of a file, separated by {@code ---}; the items of a list are not counted. */
  public static final int MAX_DOCUMENTS = 100_000;

  /** Levels of maps and lists; the deepest field of any kind is at about 20. */
  public static final int MAX_DEPTH = 100;

  /** Values that all aliases of a document may stand for. */
  public static final int MAX_ALIASED = 100_000;

  private Limits() {}

  /** The problem of a file that need not be opened, because its size is known to be too large. */
  public static Problem tooLarge(String file, long bytes) {
    String message =
        "`%s` has %s bytes; at most %s are read."
            .formatted(Words.shorten(file), Words.number(bytes), Words.number(MAX_BYTES));
    return Problem.of(Problem.Kind.YAML_TOO_LARGE, "", message)
        .withHelp("Split the file into several.")
        .withFound(Long.toString(bytes))
        .at(new Position(file, 0, 0, 1, 1, 1, 1));
  }
}
