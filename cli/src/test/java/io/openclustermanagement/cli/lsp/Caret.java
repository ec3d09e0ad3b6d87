package io.openclustermanagement.cli.lsp;

import org.eclipse.lsp4j.Position;

/**
 * A text with a place in it, written as {@code |}.
 *
 * @param text without the mark
 */
record Caret(String text, int offset) {

  static Caret in(String marked) {
    int offset = marked.indexOf('|');
    return offset < 0
        ? new Caret(marked, 0)
        : new Caret(marked.substring(0, offset) + marked.substring(offset + 1), offset);
  }

  /** The place of some words in the text, at their first character. */
  Position of(String words) {
    int found = text.indexOf(words);
    if (found < 0) {
      throw new IllegalArgumentException("no " + words);
    }
    return position(found);
  }

  Position position() {
    return position(offset);
  }

  Position position(int at) {
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    return new Position(line, at - text.lastIndexOf('\n', at - 1) - 1);
  }
}
