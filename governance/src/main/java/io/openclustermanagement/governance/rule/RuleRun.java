package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.rules.ResourceMatch;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.ResourceKind;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.placement.cel.CelBudget;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One rule on one cluster. */
final class RuleRun {
  /** As much as an API server lets the policies of one object cost. */
  private static final long COST_PER_OBJECT = 10_000_000;

  /** At this point a rule has taken many seconds. */
  private static final long COST_PER_CLUSTER = 500_000_000;

  private final CompiledRule rule;
  private final ClusterState cluster;
  private final CelBudget budget = CelBudget.ofParts(COST_PER_CLUSTER);
  private final List<LocalExemption> exemptions = new ArrayList<>();

  private RuleRun(CompiledRule rule, ClusterState cluster) throws RuleException {
    this.rule = rule;
    this.cluster = cluster;
    for (CompiledExemption exemption : rule.exemptions()) {
      if (exemption.covers(cluster)) {
        exemptions.add(LocalExemption.of(exemption, cluster));
      }
    }
  }

  /**
   * How the cluster stands with a rule.
   *
   * @throws RuleException if it cannot be judged at all
   */
  static Findings run(CompiledRule rule, ClusterState cluster) throws RuleException {
    return new RuleRun(rule, cluster).run();
  }

  private Findings run() throws RuleException {
    Inventory inventory = cluster.inventory();
    Optional<Set<String>> namespaces =
        ChosenNamespaces.of(rule.spec().namespaceSelector(), inventory);
    Set<ResourceKind> kinds = new LinkedHashSet<>();
    List<ResourceMatch> unknown = new ArrayList<>();
    for (ResourceMatch match : rule.spec().match()) {
      Optional<ResourceKind> kind = inventory.resource(match.apiVersion(), match.kind());
      kind.ifPresentOrElse(kinds::add, () -> unknown.add(match));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (ResourceKind kind : kinds) {
      for (JsonObject object : inventory.list(kind, "")) {
        ExaminedObject examined = new ExaminedObject(kind, object);
        if (ChosenNamespaces.include(namespaces, examined)) {
          judge(examined).ifPresent(outcomes::add);
        }
        if (budget.isExhausted()) {
          return new Findings(rule, outcomes, unknown);
        }
      }
    }
    return new Findings(rule, outcomes, unknown);
  }

  /** How an object stands with the rule; empty if the rule is not about it. */
  private Optional<Outcome> judge(ExaminedObject examined) {
    CelBudget own = budget.part(COST_PER_OBJECT);
    try {
      Optional<List<String>> violations = rule.violations(examined.object(), own);
      if (violations.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          violations.get().isEmpty()
              ? new Outcome.Fine(examined)
              : violated(examined, violations.get(), own));
    } catch (RuleException e) {
      return Optional.of(new Outcome.Failed(examined, e.getMessage()));
    }
  }

  private Outcome violated(ExaminedObject examined, List<String> messages, CelBudget own)
      throws RuleException {
    List<String> remarks = new ArrayList<>();
    for (LocalExemption each : exemptions) {
      if (each.covers(examined, own)) {
        if (!each.expired()) {
          return new Outcome.Exempt(examined, each.exemption());
        }
        remarks.add(
            "exemption %s expired on %s"
                .formatted(each.exemption().text(), each.exemption().until()));
      }
    }
    Optional<JsonObject> repaired = repaired(examined.object(), own);
    if (rule.isEnforced()) {
      if (repaired.isPresent()) {
        return new Outcome.Repaired(examined, messages, repaired.get());
      }
      remarks.add(
          rule.spec().fix() == null
              ? "the rule has no fix to enforce"
              : "the fix does not repair it");
    }
    Optional<String> remark =
        remarks.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", remarks));
    return new Outcome.Violated(examined, messages, remark, repaired);
  }

  /** The object after the fix, if it violates nothing then. */
  private Optional<JsonObject> repaired(JsonObject object, CelBudget own) throws RuleException {
    JsonObject fix = rule.spec().fix();
    if (fix == null) {
      return Optional.empty();
    }
    JsonObject fixed = MergePatch.apply(object, fix);
    boolean fine = rule.violations(fixed, own).map(List::isEmpty).orElse(true);
    return fine ? Optional.of(fixed) : Optional.empty();
  }
}
