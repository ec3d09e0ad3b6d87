package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ManagedClusterSelector;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.SelectorType;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.schema.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From selectors as written to requirements, refusing what {@code metav1.LabelSelectorAsSelector}
 * and {@code labels.NewRequirement} of apimachinery refuse, in their words and order.
 */
public final class Selectors {
  private Selectors() {}

  /** A requirement and the JSON pointer of the term it was written as, relative to the selector. */
  public record Located(Requirement requirement, String pointer) {}

  /** The terms of a label selector. */
  public static List<Located> of(LabelSelector selector) throws InvalidSelectorException {
    List<Located> terms = new ArrayList<>();
    for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
      Requirement term = Requirement.equal(label.getKey(), label.getValue());
      check(label.getKey(), term.operator(), List.of(label.getValue()));
      terms.add(new Located(term, "/matchLabels/" + FieldPath.escape(label.getKey())));
    }
    terms.addAll(of(selector.matchExpressions()));
    return terms;
  }

  /** The terms of a claim selector. */
  public static List<Located> of(List<LabelSelectorRequirement> expressions)
      throws InvalidSelectorException {
    List<Located> terms = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      terms.add(new Located(requirement(expressions.get(i)), "/matchExpressions/" + i));
    }
    return terms;
  }

  /**
   * What the members of a set have to meet, empty for "nothing"; {@code null} when the set can have
   * no members, for want of a selector (sdk-go {@code pkg/apis/cluster/v1beta2}).
   */
  public static @Nullable List<Requirement> of(ManagedClusterSet set)
      throws InvalidSelectorException {
    ManagedClusterSelector selector = set.spec() == null ? null : set.spec().clusterSelector();
    if (selector == null || selector.selectorType() != SelectorType.LABEL_SELECTOR) {
      return List.of(Requirement.equal(ClusterLabels.CLUSTER_SET, set.metadata().name()));
    }
    return selector.labelSelector() == null
        ? null
        : of(selector.labelSelector()).stream().map(Located::requirement).toList();
  }

  private static Requirement requirement(LabelSelectorRequirement expression)
      throws InvalidSelectorException {
    Requirement.Operator operator =
        switch (expression.operator()) {
          case LabelSelectorRequirement.IN -> Requirement.Operator.IN;
          case LabelSelectorRequirement.NOT_IN -> Requirement.Operator.NOT_IN;
          case LabelSelectorRequirement.EXISTS -> Requirement.Operator.EXISTS;
          case LabelSelectorRequirement.DOES_NOT_EXIST -> Requirement.Operator.DOES_NOT_EXIST;
          default ->
              throw new InvalidSelectorException(
                  GoText.quote(expression.operator()) + " is not a valid label selector operator");
        };
    check(expression.key(), operator, expression.values());
    return new Requirement(expression.key(), operator, expression.values());
  }

  private static void check(String key, Requirement.Operator operator, List<String> values)
      throws InvalidSelectorException {
    List<String> errors = new ArrayList<>();
    addInvalid("key", GoText.quote(key), LabelSyntax.keyErrors(key), errors);
    boolean takesValues =
        operator == Requirement.Operator.IN || operator == Requirement.Operator.NOT_IN;
    if (takesValues == values.isEmpty()) {
      String detail =
          takesValues
              ? "for 'in', 'notin' operators, values set can't be empty"
              : "values set must be empty for exists and does not exist";
      addInvalid("values", GoText.json(values), List.of(detail), errors);
    }
    for (int i = 0; i < values.size(); i++) {
      String field = "values[" + i + "][" + key + "]";
      String value = values.get(i);
      addInvalid(field, GoText.quote(value), LabelSyntax.valueErrors(value), errors);
    }
    if (!errors.isEmpty()) {
      throw new InvalidSelectorException(GoText.aggregate(errors));
    }
  }

  private static void addInvalid(
      String field, String value, List<String> details, List<String> errors) {
    if (!details.isEmpty()) {
      errors.add(field + ": Invalid value: " + value + ": " + String.join("; ", details));
    }
  }
}
