package io.openclustermanagement.dsl.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A document that can be laid out in several ways. Which groups fit on a line is decided when it is
 * rendered. A token is known by its index in the source, through which its comments are found; a
 * token that the source does not have has the index {@link #NONE}.
 */
sealed interface FormatNode {

  /** The index of what is not in the source. */
  int NONE = -1;

  FormatNode SPACE = new Text(" ");
  FormatNode NOTHING = new Concat(List.of());

  /** Text of no length, to begin {@link #spaced} parts with a space. */
  FormatNode EMPTY = new Text("");

  /** A space if the group fits on its line, else a line break. */
  FormatNode LINE = new Line(" ");

  /** Nothing if the group fits on its line, else a line break. */
  FormatNode SOFT_LINE = new Line("");

  FormatNode HARD_LINE = new HardLine();

  /** Text that has no token of its own in the source. */
  record Text(String text) implements FormatNode {}

  /** A token with the comments before it and behind it on its line. */
  record Token(String text, int index) implements FormatNode {}

  /** Either a text or, in a group that is broken, a line break. */
  record Line(String flat) implements FormatNode {}

  record HardLine() implements FormatNode {}

  /** A new line for the clause that begins with a token, with the comments above it. */
  record ItemStart(int index, BlankLine blankLine) implements FormatNode {}

  /** Whether a blank line stands above an item. */
  enum BlankLine {
    NEVER,
    AS_WRITTEN,
    ALWAYS
  }

  /** The comments before a closing bracket, or before the end of the file, each on its own line. */
  record Dangling(int index, BlankLine blankLine) implements FormatNode {}

  record Concat(List<FormatNode> parts) implements FormatNode {}

  /** Stands on one line if it fits, else all its own lines break. */
  record Group(FormatNode content) implements FormatNode {}

  record Indent(FormatNode content) implements FormatNode {}

  record IfBroken(FormatNode broken, FormatNode flat) implements FormatNode {}

  static FormatNode concat(FormatNode... parts) {
    return new Concat(List.of(parts));
  }

  /** The parts with a space between them; nothing stays nothing. */
  static FormatNode spaced(FormatNode... parts) {
    List<FormatNode> spaced = new ArrayList<>();
    for (FormatNode part : parts) {
      if (part != NOTHING) {
        if (!spaced.isEmpty()) {
          spaced.add(SPACE);
        }
        spaced.add(part);
      }
    }
    return new Concat(spaced);
  }

  static FormatNode group(FormatNode... parts) {
    return new Group(concat(parts));
  }

  static FormatNode indent(FormatNode... parts) {
    return new Indent(concat(parts));
  }
}
