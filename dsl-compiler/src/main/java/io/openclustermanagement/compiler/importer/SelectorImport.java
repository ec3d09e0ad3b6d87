package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.ClusterClaimSelector;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.compiler.check.Labels;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.ComparisonOperator;
import io.openclustermanagement.dsl.syntax.Expression.MembershipOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Terms of label and claim selectors as tests of the language, one for one. A selector that
 * upstream calls invalid ({@code k8s.io/apimachinery/pkg/labels NewRequirement}) has no meaning to
 * import.
 */
final class SelectorImport {
  private static final String SELECTOR_HELP = "correct the selector: upstream refuses it.";

  private final Reasons reasons;

  SelectorImport(Reasons reasons) {
    this.reasons = reasons;
  }

  /**
   * The tests of a selector over labels; none for an empty or absent one, which matches all.
   * Equalities come first, by key, as the compiler puts them into {@code matchLabels}.
   */
  List<Expression> labels(@Nullable LabelSelector selector, String pointer) {
    if (selector == null) {
      return List.of();
    }
    Map<String, Expression> equalities = new TreeMap<>();
    selector
        .matchLabels()
        .forEach(
            (key, value) -> equalities.put(key, equality(key, value, pointer + "/matchLabels/")));
    List<Expression> others = new ArrayList<>();
    List<LabelSelectorRequirement> requirements = selector.matchExpressions();
    for (int i = 0; i < requirements.size(); i++) {
      LabelSelectorRequirement requirement = requirements.get(i);
      Expression test = test("label", requirement, pointer + "/matchExpressions/" + i);
      if (!isEquality(test) || equalities.putIfAbsent(requirement.key(), test) != null) {
        others.add(test);
      }
    }
    List<Expression> tests = new ArrayList<>(equalities.values());
    tests.addAll(others);
    return tests;
  }

  private Expression equality(String key, String value, String pointer) {
    String token = FieldPath.escape(key);
    return test(
        "label",
        new LabelSelectorRequirement(key, LabelSelectorRequirement.IN, List.of(value)),
        pointer + token);
  }

  private static boolean isEquality(Expression test) {
    return test instanceof Expression.Comparison(_, ComparisonOperator operator, _, _)
        && operator == ComparisonOperator.EQUAL;
  }

  /** The tests of a selector over claims. */
  List<Expression> claims(@Nullable ClusterClaimSelector selector, String pointer) {
    return selector == null
        ? List.of()
        : requirements("claim", selector.matchExpressions(), pointer);
  }

  private List<Expression> requirements(
      String family, List<LabelSelectorRequirement> requirements, String pointer) {
    List<Expression> tests = new ArrayList<>();
    for (int i = 0; i < requirements.size(); i++) {
      tests.add(test(family, requirements.get(i), pointer + "/matchExpressions/" + i));
    }
    return tests;
  }

  private Expression test(String family, LabelSelectorRequirement requirement, String pointer) {
    Optional<String> problem = problem(requirement);
    problem.ifPresent(why -> reasons.invalid(pointer, why, SELECTOR_HELP));
    return problem.isPresent() ? Trees.bool(false) : valid(family, requirement);
  }

  private static Expression valid(String family, LabelSelectorRequirement requirement) {
    Expression property = Trees.property(family, requirement.key());
    List<String> values = requirement.values().stream().distinct().toList();
    return switch (requirement.operator()) {
      case LabelSelectorRequirement.IN ->
          values.size() == 1
              ? Trees.compare(property, ComparisonOperator.EQUAL, Trees.text(values.getFirst()))
              : Trees.test(property, MembershipOperator.IN, Trees.texts(values));
      case LabelSelectorRequirement.NOT_IN ->
          values.size() == 1
              ? Trees.compare(property, ComparisonOperator.NOT_EQUAL, Trees.text(values.getFirst()))
              : Trees.notIn(property, Trees.texts(values));
      case LabelSelectorRequirement.EXISTS -> Trees.has(property);
      default -> Trees.not(Trees.has(property));
    };
  }

  private static Optional<String> problem(LabelSelectorRequirement requirement) {
    Optional<String> key = Labels.keyProblem(requirement.key());
    if (key.isPresent()) {
      return key;
    }
    boolean empty = requirement.values().isEmpty();
    return switch (requirement.operator()) {
      case LabelSelectorRequirement.IN, LabelSelectorRequirement.NOT_IN ->
          empty
              ? Optional.of("`%s` needs values".formatted(requirement.operator()))
              : requirement.values().stream()
                  .flatMap(value -> Labels.valueProblem(value).stream())
                  .findFirst();
      case LabelSelectorRequirement.EXISTS, LabelSelectorRequirement.DOES_NOT_EXIST ->
          empty
              ? Optional.empty()
              : Optional.of("`%s` takes no values".formatted(requirement.operator()));
      default -> Optional.of("there is no operator `%s`".formatted(requirement.operator()));
    };
  }
}
