package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.rules.FleetExpectation;
import io.openclustermanagement.api.rules.FleetForEach;
import io.openclustermanagement.api.rules.FleetRule;
import io.openclustermanagement.api.rules.FleetRuleSpec;
import io.openclustermanagement.api.rules.RuleVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for tests. */
record TestRule(
    @Nullable FleetForEach each, List<RuleVariable> variables, @Nullable String message) {
  static final TestRule ONCE = new TestRule(null, List.of(), null);

  static TestRule forEach(String variable, String list) {
    return new TestRule(new FleetForEach(variable, list, null), List.of(), null);
  }

  static TestRule byRegion(String list) {
    String key = "optional.of(item.metadata.labels[\"region\"])";
    return new TestRule(new FleetForEach("region", list, key), List.of(), null);
  }

  TestRule let(String name, String expression) {
    return new TestRule(each, List.of(new RuleVariable(name, expression)), message);
  }

  TestRule say(String expression) {
    return new TestRule(each, variables, expression);
  }

  FleetRule expect(String... expectations) {
    List<FleetExpectation> all = List.of(expectations).stream().map(FleetExpectation::new).toList();
    return new FleetRule(
        ObjectMeta.named("n", "rule"),
        new FleetRuleSpec(null, null, each, variables, all, message),
        null);
  }
}
