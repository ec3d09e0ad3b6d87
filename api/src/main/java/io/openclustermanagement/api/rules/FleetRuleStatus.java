package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule over the fleet holds.
 *
 * @param conditions what was observed
 * @param holds the answer; absent before the first check
 * @param broken for what it does not hold
 * @param undecided for what it cannot be said
 */
public record FleetRuleStatus(
    @Property(listMapKeys = "type") List<Condition> conditions,
    @Nullable FleetRuleState holds,
    List<BrokenElement> broken,
    List<UndecidedElement> undecided) {
  public FleetRuleStatus {
    conditions = Copies.of(conditions);
    broken = Copies.of(broken);
    undecided = Copies.of(undecided);
  }
}
