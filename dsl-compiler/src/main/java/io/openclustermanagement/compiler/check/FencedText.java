package io.openclustermanagement.compiler.check;

import java.util.List;

/** The text of a fence without the line of its opening quotes and the indentation of the source. */
final class FencedText {

  private FencedText() {}

  /**
   * What a fenced text says: the first line is left out if it is blank, as is the space before the
   * closing quotes, and the white space that all lines begin with.
   */
  static String of(String fence) {
    List<String> lines = fence.lines().toList();
    if (lines.size() < 2) {
      return fence;
    }
    boolean opens = lines.getFirst().isBlank();
    boolean closes = lines.getLast().isBlank() && !fence.endsWith("\n");
    List<String> body = lines.subList(opens ? 1 : 0, lines.size() - (closes ? 1 : 0));
    int indent = opens ? indentation(body) : 0;
    StringBuilder text = new StringBuilder();
    body.forEach(line -> text.append(line.substring(Math.min(indent, line.length()))).append('\n'));
    boolean endsInLine = closes || fence.endsWith("\n");
    return endsInLine || text.isEmpty() ? text.toString() : text.substring(0, text.length() - 1);
  }

  private static int indentation(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank())
        .mapToInt(line -> line.length() - line.stripLeading().length())
        .min()
        .orElse(0);
  }
}
