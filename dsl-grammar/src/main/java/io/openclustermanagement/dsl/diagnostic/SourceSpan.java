package io.openclustermanagement.dsl.diagnostic;

/**
 * A stretch of a source file.
 *
 * @param file the file
 * @param start offset of the first character
 * @param end offset behind the last character, never before {@code start}
 */
public record SourceSpan(SourceFile file, int start, int end) {

  public SourceSpan {
    if (start < 0 || end < start || end > file.text().length()) {
      throw new IllegalArgumentException(
          "span %d..%d is not in %s".formatted(start, end, file.name()));
    }
  }

  /** The underlined text. */
  public String text() {
    return file.text().substring(start, end);
  }

  public int line() {
    return file.line(start);
  }

  public int column() {
    return file.column(start);
  }

  public int endLine() {
    return file.line(end);
  }

  public int endColumn() {
    return file.column(end);
  }

  /** The smallest span that covers this one and another of the same file. */
  public SourceSpan to(SourceSpan other) {
    return new SourceSpan(file, Math.min(start, other.start), Math.max(end, other.end));
  }
}
