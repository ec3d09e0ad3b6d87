package io.openclustermanagement.cli.testing;

import io.openclustermanagement.api.rules.BrokenElement;
import io.openclustermanagement.api.rules.FleetRuleState;
import io.openclustermanagement.api.rules.UndecidedElement;
import io.openclustermanagement.governance.fleetrule.FleetRuleResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether the fleet stands with a rule as a test expects. */
record FleetRuleExpectation(FleetRuleResult result) {

  /** Whether it holds whatever clusters that nothing is heard of may report. */
  boolean holds() {
    return is(FleetRuleState.TRUE);
  }

  /**
   * Whether it fails.
   *
   * @param keys for these elements and no others; empty for any
   */
  boolean failsFor(Optional<List<String>> keys) {
    return is(FleetRuleState.FALSE)
        && keys.map(wanted -> new HashSet<>(wanted).equals(new HashSet<>(broken()))).orElse(true);
  }

  private boolean is(FleetRuleState state) {
    return result.state().filter(state::equals).isPresent();
  }

  private List<String> broken() {
    return result.broken().stream().map(BrokenElement::key).filter(Objects::nonNull).toList();
  }

  /** How it stands, as a test would expect it. */
  String outcome() {
    return result
        .state()
        .map(
            state ->
                switch (state) {
                  case TRUE -> "holds";
                  case FALSE -> broken().isEmpty() ? "fails" : "fails for " + broken();
                  case UNDECIDED -> "undecided";
                })
        .orElse("cannot be evaluated");
  }

  /** Why it stands so, a line each. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>(result.problems());
    result.broken().stream()
        .map(BrokenElement::message)
        .filter(Objects::nonNull)
        .forEach(reasons::add);
    result.undecided().forEach(each -> reasons.add(undecided(each)));
    return reasons;
  }

  private static String undecided(UndecidedElement element) {
    String subject = element.key() == null ? "" : element.key() + ": ";
    return subject + "could be tipped by " + String.join(", ", element.clusters());
  }
}
