package io.openclustermanagement.placement.explain;

import io.openclustermanagement.placement.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a placement chooses a cluster or not.
 *
 * @param cluster the name
 * @param chosen whether it is chosen
 * @param rejection the first stage that dropped it; {@code null} if it is chosen
 * @param terms the stages in order, each with its terms
 * @param nearestChange the smallest change found that would have it chosen; empty if it is chosen
 *     or none was found. Every part of it is needed
 * @param note why no change was found; {@code null} if one was or none is needed
 */
public record Explanation(
    String cluster,
    boolean chosen,
    @Nullable Rejection rejection,
    List<ExplainedTerm> terms,
    List<Change> nearestChange,
    @Nullable String note) {
  public Explanation {
    terms = List.copyOf(terms);
    nearestChange = List.copyOf(nearestChange);
  }
}
