package io.openclustermanagement.dsl.syntax;

import java.util.List;

/**
 * The {@code ///} lines right before a declaration, a rule or a resource.
 *
 * @param lines the text of each line without the slashes and one space behind them
 */
public record DocComment(List<String> lines, Origin at) implements Node {
  public DocComment {
    lines = List.copyOf(lines);
  }

  /** The lines as one text. */
  public String text() {
    return String.join("\n", lines);
  }
}
