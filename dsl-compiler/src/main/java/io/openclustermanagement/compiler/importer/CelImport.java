package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.dsl.syntax.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * CEL expressions as tests of the language.
 *
 * <p>An expression of {@code celExpressions} chooses a cluster where it is true; where it is false
 * or fails, the cluster is not chosen. So a guard such as {@code has(…)} in front of a test that
 * would fail without it changes nothing, and both forms, the guarded one that the compiler writes
 * and the bare one that people write, are the same test: {@code version >= v1.29}. Behind a {@code
 * !} the guards matter, so there all of them must stand.
 *
 * <p>Whatever is not such a test in each of its parts is taken over as {@code cel("…")}, letter for
 * letter but for white space at both ends. That includes label and claim tests that a selector can
 * make, because the compiler would move them there.
 */
final class CelImport {
  private final boolean verbatim;

  private CelImport(boolean verbatim) {
    this.verbatim = verbatim;
  }

  /** Finds tests of the language where it can. */
  static final CelImport RECOGNISING = new CelImport(false);

  /** Takes everything over as text. */
  static final CelImport VERBATIM = new CelImport(true);

  /** The tests that together say what an expression says. */
  List<Expression> tests(String expression) {
    Optional<List<Expression>> found = verbatim ? Optional.empty() : recognise(expression);
    return found.orElseGet(() -> List.of(Trees.cel(expression)));
  }

  /** The tests that an expression makes; empty if not all of it is understood. */
  static Optional<List<Expression>> recognise(String expression) {
    return CelParser.parse(expression).flatMap(tree -> holding(tree.conjuncts()));
  }

  /** The tests of terms that all have to hold, where failing means the same as not holding. */
  private static Optional<List<Expression>> holding(List<CelTree> terms) {
    List<Expression> tests = new ArrayList<>();
    Set<CelTree> guards = new LinkedHashSet<>();
    Set<CelTree> implied = new HashSet<>();
    for (CelTree term : terms) {
      Optional<CelTest> test = CelTest.of(term);
      Optional<Expression> negated = test.isPresent() ? Optional.empty() : negated(term);
      if (test.isPresent()) {
        tests.add(test.get().expression());
        implied.addAll(test.get().implied());
      } else if (negated.isPresent()) {
        tests.add(negated.get());
      } else {
        guards.add(CelProperty.guard(term));
      }
    }
    guards.removeAll(implied);
    while (!guards.isEmpty()) {
      Optional<CelProperty> asked = CelProperty.asked(guards);
      if (asked.isEmpty()) {
        return Optional.empty();
      }
      tests.add(Trees.has(asked.get().expression()));
      guards.removeAll(asked.get().implied());
    }
    return tests.isEmpty() ? Optional.empty() : Optional.of(tests);
  }

  private static Optional<Expression> negated(CelTree term) {
    if (!(term instanceof CelTree.Not(CelTree operand))) {
      return Optional.empty();
    }
    List<CelTest> tests = new ArrayList<>();
    Set<CelTree> guards = new HashSet<>();
    for (CelTree part : operand.conjuncts()) {
      Optional<CelTest> test = CelTest.of(part);
      test.ifPresentOrElse(tests::add, () -> guards.add(CelProperty.guard(part)));
    }
    return switch (tests.size()) {
      case 0 -> missing(guards);
      case 1 -> unlike(tests.getFirst(), guards);
      default -> Optional.empty();
    };
  }

  /** {@code !(guards)}: the cluster has no such property. */
  private static Optional<Expression> missing(Set<CelTree> guards) {
    return CelProperty.asked(guards)
        .filter(property -> guards.equals(property.required()))
        .map(property -> Trees.not(Trees.has(property.expression())));
  }

  /** {@code !(guards && test)}. */
  private static Optional<Expression> unlike(CelTest test, Set<CelTree> guards) {
    boolean total = guards.containsAll(test.required()) && test.implied().containsAll(guards);
    return total ? Optional.of(test.negated()) : Optional.empty();
  }
}
