package io.openclustermanagement.governance.reporting;

/**
 * Where something is written.
 *
 * @param file its path as the user gave it
 * @param line from 1
 * @param column from 1
 */
public record SourceLocation(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
