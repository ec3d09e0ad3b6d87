package io.openclustermanagement.governance.reasoning;

import static org.drools.model.Index.ConstraintType.EQUAL;
import static org.drools.model.PatternDSL.betaIndexedBy;

import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;

/** Conditions of patterns, whose ids are their canonical texts. */
final class Condition {
  private Condition() {}

  /** A test of one fact by a name that says all of it. */
  record Test<T>(String text, Predicate1<T> predicate) {}

  /** A test of a fact against one before it. */
  record Relation<T, U>(String text, Predicate2<T, U> predicate) {}

  static <T> PatternDef<T> holds(PatternDef<T> pattern, Test<T> test) {
    return pattern.expr(test.text(), test.predicate());
  }

  static <T, U> PatternDef<T> holds(
      PatternDef<T> pattern, Relation<T, U> relation, Variable<U> other) {
    return pattern.expr(relation.text(), other, relation.predicate());
  }

  /** An equality, by which the facts are indexed. */
  static <T, U, V> PatternDef<T> equal(
      PatternDef<T> pattern, Reading<T, V> own, Variable<U> other, Reading<U, V> theirs) {
    return pattern.expr(
        own.text() + " == " + theirs.text(),
        other,
        (a, b) -> theirs.of(b).equals(own.of(a)),
        betaIndexedBy(own.type(), EQUAL, 0, own.function(), theirs.function()));
  }

  /** An equality with a place that two facts together name. */
  static <T, A, B> PatternDef<T> at(
      PatternDef<T> pattern,
      Reading<T, Site> own,
      Variable<A> first,
      Reading<A, String> policy,
      Variable<B> second,
      Reading<B, String> cluster) {
    return pattern.expr(
        "%s == Site(%s, %s)".formatted(own.text(), policy.text(), cluster.text()),
        first,
        second,
        (each, a, b) -> own.of(each).equals(new Site(policy.of(a), cluster.of(b))),
        betaIndexedBy(
            Site.class,
            EQUAL,
            0,
            own.function(),
            (a, b) -> new Site(policy.of(a), cluster.of(b)),
            Site.class));
  }
}
