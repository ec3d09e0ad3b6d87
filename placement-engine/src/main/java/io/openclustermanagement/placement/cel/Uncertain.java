package io.openclustermanagement.placement.cel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A value that is not known, because what it comes from is not. An expression on such values gives
 * one again unless all that they may be lead to the same.
 */
public sealed interface Uncertain {

  /** What the value comes from. */
  Influence influence();

  /** The conjunction of truth values. */
  static Object all(Stream<Object> truths) {
    return UncertainOperations.all(truths, false);
  }

  /** The disjunction of truth values. */
  static Object any(Stream<Object> truths) {
    return UncertainOperations.all(truths, true);
  }

  /** The negation of a truth value. */
  static Object not(Object truth) {
    return UncertainOperations.lift(values -> Boolean.FALSE.equals(values[0]), truth);
  }

  /** A list of elements. */
  static Object list(List<Element> elements) {
    return UncertainOperations.list(elements);
  }

  /** The number of elements of a list. */
  static Object size(Object list) {
    return list instanceof Elements uncertain
        ? UncertainOperations.size(uncertain)
        : (Object) (long) ((List<?>) list).size();
  }

  /**
   * What a value comes from.
   *
   * @param causes what is not known
   * @param exact whether the value can be everything that is said of it, and depends on every one
   *     of the causes; otherwise it may be or depend on less
   */
  record Influence(Set<Object> causes, boolean exact) {

    /** One cause, of which all answers are possible. */
    public static Influence of(Object cause) {
      return new Influence(Set.of(cause), true);
    }

    static Influence union(List<Influence> parts) {
      if (parts.size() == 1) {
        return parts.getFirst();
      }
      Set<Object> causes = new LinkedHashSet<>();
      boolean exact = true;
      int sum = 0;
      for (Influence part : parts) {
        causes.addAll(part.causes());
        sum += part.causes().size();
        exact &= part.exact();
      }
      // What has no cause in common can turn out in every combination.
      return new Influence(causes, exact && sum == causes.size());
    }

    Influence inexact() {
      return exact ? new Influence(causes, false) : this;
    }
  }

  /**
   * An answer that was given or is awaited. It compares with the text {@code awaited} as one that
   * is not there, whatever is assumed of it.
   *
   * @param possible what it can be; one if it was given or is assumed
   * @param given whether there is one
   * @param awaited the text that stands for an answer that is not there
   */
  record Answer(Object cause, List<String> possible, boolean given, String awaited)
      implements Uncertain {

    @Override
    public Influence influence() {
      return possible.size() == 1 ? new Influence(Set.of(), true) : Influence.of(cause);
    }
  }

  /** One of some values. */
  record Choice(List<Object> values, Influence influence) implements Uncertain {}

  /** A whole number between two, both included. */
  record Range(long low, long high, Influence influence) implements Uncertain {}

  /** A list of elements that may be missing or not known. */
  record Elements(List<Element> elements, Influence influence) implements Uncertain {}

  /**
   * An element of a list.
   *
   * @param present a truth value, which may be uncertain
   */
  record Element(Object value, Object present) {}

  /** Of this nothing is known. */
  record Open(Influence influence) implements Uncertain {}
}
