package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The predicates of a placement (upstream {@code pkg/placement/plugins/predicate}). A cluster
 * passes if all terms of one of them hold, or if there are none.
 *
 * @param alternatives the predicates
 * @param problem the misconfiguration; {@code null} if there is none
 */
record Predicates(List<Alternative> alternatives, @Nullable ScheduleStatus problem) {
  private static final String PLUGIN = "Predicate";

  /** One predicate. */
  record Alternative(List<PlannedTerm> terms) {
    boolean holds(int position) {
      for (PlannedTerm term : terms) {
        if (!term.indexed().get(position)) {
          return false;
        }
      }
      return true;
    }
  }

  /** A term and the JSON pointer of the place in the Placement where it was written. */
  record PlannedTerm(IndexedTerm indexed, String pointer) {}

  static Predicates compile(Placement placement, FleetIndex index, Instant now) {
    List<Alternative> alternatives = new ArrayList<>();
    List<ClusterPredicate> predicates = placement.spec().predicates();
    for (int i = 0; i < predicates.size(); i++) {
      try {
        alternatives.add(compile(predicates.get(i), "/spec/predicates/" + i, index, now));
      } catch (InvalidSelectorException e) {
        return problem(e.getMessage());
      } catch (CelCompilationException e) {
        return problem(e.getMessage());
      }
    }
    return new Predicates(alternatives, null);
  }

  boolean hold(int position) {
    if (alternatives.isEmpty()) {
      return true;
    }
    for (Alternative alternative : alternatives) {
      if (alternative.holds(position)) {
        return true;
      }
    }
    return false;
  }

  /** The clusters among those given that pass. */
  long[] filter(long[] clusters) {
    if (alternatives.isEmpty()) {
      return clusters;
    }
    long[] passed = new long[clusters.length];
    for (Alternative alternative : alternatives) {
      long[] bits = clusters.clone();
      alternative.terms().forEach(t -> Bitmap.and(bits, t.indexed().bits()));
      Bitmap.or(passed, bits);
    }
    return passed;
  }

  List<IndexedTerm> terms() {
    return alternatives.stream()
        .flatMap(a -> a.terms().stream())
        .map(PlannedTerm::indexed)
        .toList();
  }

  private static Alternative compile(
      ClusterPredicate predicate, String pointer, FleetIndex index, Instant now)
      throws InvalidSelectorException, CelCompilationException {
    ClusterSelector selector = predicate.requiredClusterSelector();
    List<PlannedTerm> terms = new ArrayList<>();
    if (selector != null) {
      String at = pointer + "/requiredClusterSelector";
      for (SelectorTerms.Located term :
          SelectorTerms.of(selector.labelSelector(), selector.claimSelector(), at)) {
        terms.add(new PlannedTerm(index.term(term.term(), now), term.pointer()));
      }
      if (selector.celSelector() != null && !selector.celSelector().celExpressions().isEmpty()) {
        List<String> expressions = selector.celSelector().celExpressions();
        index.cel().compile(expressions);
        IndexedTerm term = index.term(new Term.Cel(expressions), now);
        terms.add(new PlannedTerm(term, at + "/celSelector/celExpressions"));
      }
    }
    return new Alternative(List.copyOf(terms));
  }

  private static Predicates problem(String message) {
    return new Predicates(List.of(), ScheduleStatus.misconfigured(PLUGIN, message));
  }
}
