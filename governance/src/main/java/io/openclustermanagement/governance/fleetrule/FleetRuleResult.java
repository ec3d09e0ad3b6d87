package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.api.rules.BrokenElement;
import io.openclustermanagement.api.rules.FleetRule;
import io.openclustermanagement.api.rules.FleetRuleState;
import io.openclustermanagement.api.rules.FleetRuleStatus;
import io.openclustermanagement.api.rules.UndecidedElement;
import java.util.List;
import java.util.Optional;

/**
 * How the fleet stands with a rule.
 *
 * @param rule the rule
 * @param state empty if the rule could not be evaluated
 * @param broken the elements for which it fails
 * @param undecided the elements for which clusters that are not heard of could tip it, with exactly
 *     those clusters
 * @param exact whether the clusters are exactly those; otherwise they are at most those, because
 *     there are too many ways in which it could turn out
 * @param problems why it could not be evaluated, as sentences
 */
public record FleetRuleResult(
    FleetRule rule,
    Optional<FleetRuleState> state,
    List<BrokenElement> broken,
    List<UndecidedElement> undecided,
    boolean exact,
    List<String> problems) {

  public FleetRuleResult {
    broken = List.copyOf(broken);
    undecided = List.copyOf(undecided);
    problems = List.copyOf(problems);
  }

  static FleetRuleResult problem(FleetRule rule, String problem) {
    return new FleetRuleResult(
        rule, Optional.empty(), List.of(), List.of(), true, List.of(problem));
  }

  /** The status that the rule gets. */
  public FleetRuleStatus status() {
    return new FleetRuleStatus(List.of(), state.orElse(null), broken, undecided);
  }
}
