package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.schema.Position;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file's text; turns offsets into positions. */
final class SourceText {
  private final String file;
  private final String text;
  private final String parsed;
  private int @Nullable [] lineStarts;

  SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    this.parsed = withoutTabs(text);
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  /** The text to parse, with the same offsets. */
  String parsed() {
    return parsed;
  }

  /** Reads again a value that was read from between the two offsets. */
  YamlNode readAgain(int start, int end) {
    int indent = column(start, line(start)) - 1;
    String part = " ".repeat(indent) + parsed.substring(start, end);
    try {
      YamlNode node = new NodeReader(this, part, start - indent).next();
      return node == null ? new YamlNode.Scalar("", true, null, start, end) : node;
    } catch (NodeReader.Stop e) {
      throw new IllegalStateException("cannot be read again: " + e.problem(), e);
    }
  }

  /** The stretch between two offsets. */
  Position position(int start, int end) {
    int line = line(start);
    int endLine = line(end);
    return new Position(file, start, end, line, column(start, line), endLine, column(end, endLine));
  }

  /** The stretch between two offsets, cut at the end of the first line. */
  Position firstLine(int start, int end) {
    int lineEnd = text.indexOf('\n', start);
    int cut = lineEnd < 0 ? end : Math.min(lineEnd, end);
    while (cut > start && Character.isWhitespace(text.charAt(cut - 1))) {
      cut--;
    }
    return position(start, cut);
  }

  /** The character at an offset. */
  Position character(int offset) {
    int start = Math.min(offset, text.length());
    boolean inLine = start < text.length() && text.charAt(start) != '\n';
    return position(start, inLine ? start + 1 : start);
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int column(int offset, int line) {
    return offset - lineStarts()[line - 1] + 1;
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = findLineStarts(text);
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /**
   * JSON may be indented with tabs, which the YAML parser does not take: there they become spaces.
   */
  private static String withoutTabs(String text) {
    boolean json = text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    if (!json || text.indexOf('\t') < 0) {
      return text;
    }
    char[] characters = text.toCharArray();
    boolean quoted = false;
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] == '"') {
        quoted = !quoted;
      } else if (quoted && characters[i] == '\\') {
        i++;
      } else if (!quoted && characters[i] == '\t') {
        characters[i] = ' ';
      }
    }
    return new String(characters);
  }
}
