package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.placement.cel.EvaluationError;
import io.openclustermanagement.placement.cel.Uncertain;
import io.openclustermanagement.placement.cel.Uncertain.Choice;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Which clusters could tip a truth value. Kleene's logic answers where each unknown takes part
 * once; where one takes part twice, as in {@code a || !a}, answers are tried until it is certain.
 */
final class Tipping {
  private final Map<Inquiry, String> assumed;
  private final Supplier<Object> truth;
  private int budget;

  /**
   * @param assumed what the supplier takes into account
   * @param truth the value under these assumptions
   * @param budget how often it may be asked for
   */
  Tipping(Map<Inquiry, String> assumed, Supplier<Object> truth, int budget) {
    this.assumed = assumed;
    this.truth = truth;
    this.budget = budget;
  }

  /**
   * The answer.
   *
   * @param value true or false; an error; or nothing of these if clusters could tip it
   * @param clusters those that could
   * @param exact whether there are no fewer of them
   */
  record Answer(Object value, Set<String> clusters, boolean exact) {}

  /** There was no time to find out. */
  private static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("", null, false, false);
    }
  }

  Answer answer() {
    Object value = truth.get();
    if (!(value instanceof Uncertain uncertain)) {
      return new Answer(value, Set.of(), true);
    }
    if (uncertain.influence().exact() && isTruth(uncertain)) {
      return new Answer(value, clusters(uncertain), true);
    }
    try {
      return search(uncertain);
    } catch (Exhausted e) {
      assumed.clear();
      return new Answer(value, clusters(uncertain), false);
    }
  }

  private static boolean isTruth(Uncertain value) {
    return value instanceof Choice(List<Object> values, _)
        && values.stream().allMatch(Boolean.class::isInstance);
  }

  private static Set<String> clusters(Uncertain value) {
    Set<String> clusters = new TreeSet<>();
    value.influence().causes().forEach(each -> clusters.add(((Inquiry) each).cluster()));
    return clusters;
  }

  private Answer search(Uncertain value) {
    Set<Object> outcomes = new HashSet<>();
    explore(outcomes);
    if (outcomes.size() == 1) {
      return new Answer(outcomes.iterator().next(), Set.of(), true);
    }
    Set<String> tipping = new TreeSet<>();
    for (String cluster : clusters(value)) {
      if (tips(cluster)) {
        tipping.add(cluster);
      }
    }
    return new Answer(value, tipping, true);
  }

  private Object ask() {
    if (budget-- <= 0) {
      throw new Exhausted();
    }
    Object value = truth.get();
    return value instanceof Boolean || value instanceof Uncertain
        ? value
        : EvaluationError.class; // one outcome, whatever the reason is
  }

  /** Collects what it can turn out to be, until two outcomes are seen. */
  private void explore(Set<Object> outcomes) {
    Object value = ask();
    if (!(value instanceof Uncertain uncertain)) {
      outcomes.add(value);
      return;
    }
    Set<Inquiry> open = open(uncertain);
    if (open.isEmpty()) {
      outcomes.add(value);
      return;
    }
    Inquiry next = open.iterator().next();
    for (String answer : HubFunctions.ANSWERS) {
      if (outcomes.size() < 2) {
        assumed.put(next, answer);
        explore(outcomes);
        assumed.remove(next);
      }
    }
  }

  private Set<Inquiry> open(Uncertain value) {
    Set<Inquiry> open = new LinkedHashSet<>();
    for (Object cause : value.influence().causes()) {
      if (cause instanceof Inquiry inquiry && !assumed.containsKey(inquiry)) {
        open.add(inquiry);
      }
    }
    return open;
  }

  /** Whether the others can answer so that it depends on this cluster. */
  private boolean tips(String cluster) {
    Set<Object> outcomes = new HashSet<>();
    Set<Inquiry> others = new LinkedHashSet<>();
    answers(cluster, outcomes, others);
    if (outcomes.size() > 1) {
      return true;
    }
    if (others.isEmpty()) {
      return false;
    }
    Inquiry next = others.iterator().next();
    for (String answer : HubFunctions.ANSWERS) {
      assumed.put(next, answer);
      boolean found = tips(cluster);
      assumed.remove(next);
      if (found) {
        return true;
      }
    }
    return false;
  }

  /**
   * What comes of each answer of a cluster, and what else has to be answered before it is known.
   */
  private void answers(String cluster, Set<Object> outcomes, Set<Inquiry> others) {
    Object value = ask();
    if (!(value instanceof Uncertain uncertain)) {
      outcomes.add(value);
      return;
    }
    Set<Inquiry> open = open(uncertain);
    List<Inquiry> own = open.stream().filter(each -> each.cluster().equals(cluster)).toList();
    if (own.isEmpty()) {
      others.addAll(open);
      return;
    }
    for (String answer : HubFunctions.ANSWERS) {
      assumed.put(own.getFirst(), answer);
      answers(cluster, outcomes, others);
      assumed.remove(own.getFirst());
    }
  }
}
