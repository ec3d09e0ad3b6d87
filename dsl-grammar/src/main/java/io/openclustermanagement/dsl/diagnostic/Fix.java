package io.openclustermanagement.dsl.diagnostic;

import java.util.List;

/**
 * A change to the sources that removes the cause of a finding.
 *
 * @param title what it does, starting with a verb
 * @param safe whether it keeps the meaning that the author must have had, so that a tool may apply
 *     it unasked
 * @param edits what to replace; they do not overlap
 */
public record Fix(String title, boolean safe, List<TextEdit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }
}
