package io.openclustermanagement.governance.reasoning;

import java.util.List;

/**
 * A statement and why it holds.
 *
 * @param statement a sentence
 * @param because the reasons, of which all hold; empty for what was told
 */
public record Explanation(String statement, List<Explanation> because) {

  public Explanation {
    because = List.copyOf(because);
  }

  /** As a tree of lines, each reason two spaces further in than what follows from it. */
  public String render() {
    StringBuilder text = new StringBuilder();
    render(text, 0);
    return text.toString();
  }

  private void render(StringBuilder text, int depth) {
    text.repeat("  ", depth).append(statement).append('\n');
    because.forEach(each -> each.render(text, depth + 1));
  }
}
