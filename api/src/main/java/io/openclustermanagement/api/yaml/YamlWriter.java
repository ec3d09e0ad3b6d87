package io.openclustermanagement.api.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plain tree of maps, lists, texts, numbers, booleans and {@code null} as YAML in the
 * style of {@code kubectl}: block style, lists not indented below their key, texts in quotes
 * exactly when a YAML 1.1 reader would take them for something else.
 */
public final class YamlWriter {
  /** Readers take a longer key only in its explicit form. */
  private static final int LONGEST_SIMPLE_KEY = 512;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /** The tree as one document that ends with a line break. */
  public static String write(@Nullable Object tree) {
    YamlWriter writer = new YamlWriter();
    writer.root(tree);
    return writer.out.toString();
  }

  private void root(@Nullable Object tree) {
    switch (tree) {
      case Map<?, ?> map when !map.isEmpty() -> map(map, 0, 0);
      case List<?> list when !list.isEmpty() -> list(list, 0, 0);
      case null, default -> {
        scalar(tree, 0);
        out.append('\n');
      }
    }
  }

  /**
   * Entries of a map.
   *
   * @param indent spaces before each entry
   * @param done spaces that stand before the first entry already
   */
  private void map(Map<?, ?> map, int indent, int done) {
    int before = done;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.repeat(' ', indent - before);
      before = 0;
      key(String.valueOf(entry.getKey()), indent);
      switch (entry.getValue()) {
        case Map<?, ?> inner when !inner.isEmpty() -> {
          out.append('\n');
          map(inner, indent + 2, 0);
        }
        case List<?> inner when !inner.isEmpty() -> {
          out.append('\n');
          list(inner, indent, 0);
        }
        case null, default -> {
          out.append(' ');
          scalar(entry.getValue(), indent);
          out.append('\n');
        }
      }
    }
  }

  private void key(String key, int indent) {
    if (key.length() > LONGEST_SIMPLE_KEY) {
      out.append("? ").append(JsonWriter.quote(key)).append('\n').repeat(' ', indent);
    } else {
      out.append(PlainText.isSafe(key) ? key : JsonWriter.quote(key));
    }
    out.append(':');
  }

  private void list(List<?> list, int indent, int done) {
    int before = done;
    for (Object item : list) {
      out.repeat(' ', indent - before).append("- ");
      before = 0;
      switch (item) {
        case Map<?, ?> inner when !inner.isEmpty() -> map(inner, indent + 2, indent + 2);
        case List<?> inner when !inner.isEmpty() -> list(inner, indent + 2, indent + 2);
        case null, default -> {
          scalar(item, indent);
          out.append('\n');
        }
      }
    }
  }

  private void scalar(@Nullable Object value, int indent) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> empty -> out.append("{}");
      case List<?> empty -> out.append("[]");
      case Double number -> out.append(JsonWriter.number(number));
      case Number number -> out.append(number);
      case Boolean bool -> out.append(bool);
      default -> text(value.toString(), indent);
    }
  }

  private void text(String text, int indent) {
    if (PlainText.isSafe(text)) {
      out.append(text);
    } else if (PlainText.isBlock(text)) {
      block(text, indent + 2);
    } else {
      out.append(JsonWriter.quote(text));
    }
  }

  /** Several lines as they are. */
  private void block(String text, int indent) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    boolean ended = lines.getLast().isEmpty();
    boolean blankEnd = text.endsWith("\n\n");
    out.append(blankEnd ? "|+" : ended ? "|" : "|-");
    if (ended) {
      lines.removeLast();
    }
    for (String line : lines) {
      out.append('\n');
      if (!line.isEmpty()) {
        out.repeat(' ', indent).append(line);
      }
    }
  }
}
