package io.openclustermanagement.api.schema;

/**
 * A stretch of a file.
 *
 * @param file the file as the user named it
 * @param start offset of the first character, in UTF-16 code units
 * @param end offset behind the last character
 * @param line the line of the first character, from 1
 * @param column the column of the first character, from 1
 * @param endLine the line behind the last character
 * @param endColumn the column behind the last character
 */
public record Position(
    String file, int start, int end, int line, int column, int endLine, int endColumn) {

  /** As compilers write it: file, line and column with colons. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
