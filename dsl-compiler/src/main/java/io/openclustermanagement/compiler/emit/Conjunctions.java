package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.compiler.emit.Normal.All;
import io.openclustermanagement.compiler.emit.Normal.Selector;
import io.openclustermanagement.compiler.emit.Normal.Some;
import io.openclustermanagement.compiler.emit.Normal.Test;
import io.openclustermanagement.compiler.emit.Normal.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition as alternatives, each of which is a list of terms that must all hold. A term is an
 * atom, or where the alternatives would become too many a whole {@link Some} for CEL.
 */
final class Conjunctions {

  /** As many predicates as one {@code where} becomes before CEL takes over. */
  static final int MAX = 16;

  private Conjunctions() {}

  /** The alternatives; an empty list holds never, an empty alternative always. */
  static List<List<Normal>> of(Normal normal) {
    if (size(normal) <= MAX) {
      return expand(normal);
    }
    List<Normal> terms =
        normal instanceof All(List<Normal> operands, _) ? operands : List.of(normal);
    return List.of(terms);
  }

  /** How many alternatives a condition has, bounded so that nothing overflows. */
  private static int size(Normal normal) {
    return switch (normal) {
      case Truth(boolean value, _) -> value ? 1 : 0;
      case Test _, Selector _ -> 1;
      case Some(List<Normal> operands, _) ->
          operands.stream()
              .mapToInt(Conjunctions::size)
              .reduce(0, (a, b) -> Math.min(a + b, MAX + 1));
      case All(List<Normal> operands, _) ->
          operands.stream()
              .mapToInt(Conjunctions::size)
              .reduce(1, (a, b) -> Math.min(a * b, MAX + 1));
    };
  }

  private static List<List<Normal>> expand(Normal normal) {
    return switch (normal) {
      case Truth(boolean value, _) -> value ? List.of(List.of()) : List.of();
      case Test _, Selector _ -> List.of(List.of(normal));
      case Some(List<Normal> operands, _) ->
          operands.stream().flatMap(each -> expand(each).stream()).toList();
      case All(List<Normal> operands, _) -> product(operands);
    };
  }

  private static List<List<Normal>> product(List<Normal> operands) {
    List<List<Normal>> result = List.of(List.of());
    for (Normal operand : operands) {
      List<List<Normal>> next = new ArrayList<>();
      for (List<Normal> left : result) {
        for (List<Normal> right : expand(operand)) {
          List<Normal> joined = new ArrayList<>(left);
          joined.addAll(right);
          next.add(joined);
        }
      }
      result = next;
    }
    return result;
  }

  /** Two terms of an alternative that exclude each other; empty if none do. */
  static Optional<List<Selector>> contradiction(List<Normal> terms) {
    List<Selector> selectors = new ArrayList<>();
    for (Normal term : terms) {
      if (term instanceof Selector selector) {
        for (Selector earlier : selectors) {
          if (exclude(earlier, selector)) {
            return Optional.of(List.of(earlier, selector));
          }
        }
        selectors.add(selector);
      }
    }
    return Optional.empty();
  }

  private static boolean exclude(Selector one, Selector other) {
    if (!one.property().equals(other.property())) {
      return false;
    }
    return excludes(one, other) || excludes(other, one);
  }

  private static boolean excludes(Selector one, Selector other) {
    List<String> values = one.requirement().values();
    List<String> others = other.requirement().values();
    return switch (one.requirement().operator()) {
      case "In" ->
          switch (other.requirement().operator()) {
            case "In" -> values.stream().noneMatch(others::contains);
            case "NotIn" -> others.containsAll(values);
            case "DoesNotExist" -> true;
            default -> false;
          };
      case "Exists" -> other.requirement().operator().equals("DoesNotExist");
      default -> false;
    };
  }
}
