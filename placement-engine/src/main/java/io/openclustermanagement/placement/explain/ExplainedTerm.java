package io.openclustermanagement.placement.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One level of an explanation.
 *
 * @param text the term, such as {@code label env in [prod]} or {@code where (1)}
 * @param holds whether it holds for the cluster
 * @param found what the cluster has there; {@code null} when it has nothing or the question makes
 *     no sense
 * @param path JSON pointer of the term in the Placement, empty for terms that are not written there
 * @param children the terms it is made of
 */
public record ExplainedTerm(
    String text, boolean holds, @Nullable String found, String path, List<ExplainedTerm> children) {
  public ExplainedTerm {
    children = List.copyOf(children);
  }

  static ExplainedTerm leaf(String text, boolean holds, @Nullable String found, String path) {
    return new ExplainedTerm(text, holds, found, path, List.of());
  }
}
