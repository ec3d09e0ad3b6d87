package io.openclustermanagement.placement.explain;

import io.openclustermanagement.placement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A condition on the facts of a cluster, in a form that can be solved. */
sealed interface Formula {
  /** Beyond so many alternatives the rest is not looked at. */
  int MAX_ALTERNATIVES = 64;

  record All(List<Formula> parts) implements Formula {}

  record Any(List<Formula> parts) implements Formula {}

  /**
   * A condition on one fact.
   *
   * @param fact the fact
   * @param test whether a value, or its absence, meets the condition
   * @param candidates values worth trying, the likeliest first; absence is always tried
   */
  record Atom(Fact fact, Predicate<Optional<String>> test, List<String> candidates)
      implements Formula {}

  /** A condition that nothing is known about. */
  record Opaque() implements Formula {}

  static Formula of(Fact fact, Requirement requirement) {
    List<String> candidates = new ArrayList<>();
    switch (requirement.operator()) {
      case IN -> candidates.addAll(requirement.values());
      case EXISTS -> candidates.add("true");
      case NOT_IN, DOES_NOT_EXIST -> {}
    }
    return new Atom(fact, value -> requirement.matches(value.orElse(null)), candidates);
  }

  /** The alternatives, each a list of conditions that have to hold together. */
  default List<List<Atom>> alternatives() {
    return switch (this) {
      case Atom atom -> List.of(List.of(atom));
      case Opaque() -> List.of(List.of());
      case Any(List<Formula> parts) -> {
        List<List<Atom>> all = new ArrayList<>();
        parts.forEach(p -> all.addAll(p.alternatives()));
        yield all.subList(0, Math.min(all.size(), MAX_ALTERNATIVES));
      }
      case All(List<Formula> parts) -> {
        List<List<Atom>> all = List.of(List.of());
        for (Formula part : parts) {
          all = product(all, part.alternatives());
        }
        yield all;
      }
    };
  }

  static List<List<Atom>> product(List<List<Atom>> left, List<List<Atom>> right) {
    List<List<Atom>> product = new ArrayList<>();
    for (List<Atom> a : left) {
      for (List<Atom> b : right) {
        if (product.size() < MAX_ALTERNATIVES) {
          List<Atom> both = new ArrayList<>(a);
          both.addAll(b);
          product.add(both);
        }
      }
    }
    return product;
  }

  /** Whether something in it is not known. */
  default boolean hasOpaque() {
    return switch (this) {
      case All(List<Formula> parts) -> parts.stream().anyMatch(Formula::hasOpaque);
      case Any(List<Formula> parts) -> parts.stream().anyMatch(Formula::hasOpaque);
      case Atom a -> false;
      case Opaque o -> true;
    };
  }
}
