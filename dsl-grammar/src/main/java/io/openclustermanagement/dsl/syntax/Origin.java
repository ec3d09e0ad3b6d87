package io.openclustermanagement.dsl.syntax;

import io.openclustermanagement.dsl.diagnostic.SourceSpan;

/**
 * Where a node stands in the source. Any two origins are equal, so that the equality of nodes
 * compares what they say and not where they say it.
 *
 * @param span the text of the node, without comments before or behind it
 */
public record Origin(SourceSpan span) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return span.line() + ":" + span.column();
  }
}
