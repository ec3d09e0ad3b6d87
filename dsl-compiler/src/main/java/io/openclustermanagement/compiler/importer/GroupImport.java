package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.DecisionGroup;
import io.openclustermanagement.api.cluster.DecisionStrategy;
import io.openclustermanagement.api.cluster.GroupClusterSelector;
import io.openclustermanagement.api.cluster.GroupStrategy;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decision strategy as {@code groups}. */
final class GroupImport {
  /** What an absent {@code clustersPerDecisionGroup} means. */
  static final String WHOLE = "100%";

  /** The same as the API has it. */
  static final IntOrString WHOLE_SIZE = IntOrString.of(WHOLE);

  private static final String POINTER = "/spec/decisionStrategy/groupStrategy";

  private final Reasons reasons;
  private final SelectorImport selectors;

  GroupImport(Reasons reasons, SelectorImport selectors) {
    this.reasons = reasons;
    this.selectors = selectors;
  }

  /** The clause; empty for a strategy that changes nothing. */
  Optional<PlacementClause> clause(DecisionStrategy strategy) {
    GroupStrategy groups = strategy.groupStrategy();
    if (groups == null) {
      return Optional.empty();
    }
    Expression size = size(groups.clustersPerDecisionGroup());
    List<PlacementClause.Group> list = groups(groups.decisionGroups());
    return size == null && list.isEmpty()
        ? Optional.empty()
        : Optional.of(new PlacementClause.Groups(list, size, Trees.NOWHERE));
  }

  private List<PlacementClause.Group> groups(List<DecisionGroup> groups) {
    Map<String, String> names =
        Names.of(groups.stream().map(DecisionGroup::groupName).toList(), "group");
    List<PlacementClause.Group> list = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      DecisionGroup group = groups.get(i);
      String pointer = POINTER + "/decisionGroups/" + i;
      if (groups.stream().limit(i).anyMatch(each -> each.groupName().equals(group.groupName()))) {
        reasons.field(pointer + "/groupName", "two groups have this name");
      }
      String name = names.getOrDefault(group.groupName(), group.groupName());
      list.add(
          new PlacementClause.Group(
              Trees.name(name),
              Trees.objectName(name, group.groupName()),
              Trees.and(tests(group.groupClusterSelector(), pointer + "/groupClusterSelector")),
              Trees.NOWHERE));
    }
    return list;
  }

  private List<Expression> tests(GroupClusterSelector selector, String pointer) {
    List<Expression> tests = new ArrayList<>();
    tests.addAll(selectors.labels(selector.labelSelector(), pointer + "/labelSelector"));
    tests.addAll(selectors.claims(selector.claimSelector(), pointer + "/claimSelector"));
    return tests;
  }

  private @Nullable Expression size(@Nullable IntOrString size) {
    return switch (size) {
      case null -> null;
      case IntOrString.Int(int number) -> number(number);
      case IntOrString.Text(String text) when text.equals(WHOLE) -> null;
      case IntOrString.Text(String text) when text.endsWith("%") ->
          Trees.literal(LiteralKind.PERCENT, text);
      case IntOrString.Text(String text) -> {
        reasons.field(
            POINTER + "/clustersPerDecisionGroup",
            "the language has the number %s, not the text".formatted(text));
        yield null;
      }
    };
  }

  private Expression number(int number) {
    if (number < 1) {
      reasons.invalid(
          POINTER + "/clustersPerDecisionGroup",
          "a group holds at least one cluster",
          "write a number above 0, or a percentage.");
    }
    return Trees.integer(number);
  }
}
