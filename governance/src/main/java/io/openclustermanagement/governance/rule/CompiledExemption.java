package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.rules.RuleExemption;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.rule.Expressions.Placed;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.ClusterCondition;
import io.openclustermanagement.placement.InvalidSelectorException;
import io.openclustermanagement.placement.cel.CelBindings;
import io.openclustermanagement.placement.cel.CelBudget;
import io.openclustermanagement.placement.cel.CelExpression.Wanted;
import io.openclustermanagement.placement.cel.CelJson;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * An exemption whose conditions are compiled.
 *
 * @param until the last day on which it applies, in UTC
 * @param clusters what a cluster has to fulfil; empty if only names count
 * @param condition on an object; empty for all
 */
record CompiledExemption(
    RuleExemption source,
    LocalDate until,
    Optional<ClusterCondition> clusters,
    Optional<Placed> condition) {

  static CompiledExemption of(RuleExemption source, String path) throws RuleException {
    return new CompiledExemption(
        source, until(source, path), clusters(source, path), condition(source, path));
  }

  private static LocalDate until(RuleExemption source, String path) throws RuleException {
    try {
      return LocalDate.parse(source.until());
    } catch (DateTimeParseException e) {
      throw new RuleException("`%s.until` is no day: `%s`.".formatted(path, source.until()));
    }
  }

  private static Optional<ClusterCondition> clusters(RuleExemption source, String path)
      throws RuleException {
    if (source.clusterSelector() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ClusterCondition.of(source.clusterSelector()));
    } catch (InvalidSelectorException | CelCompilationException e) {
      throw new RuleException("`%s.clusterSelector` is not valid.".formatted(path));
    }
  }

  private static Optional<Placed> condition(RuleExemption source, String path)
      throws RuleException {
    return source.matchCondition() == null
        ? Optional.empty()
        : Optional.of(
            Expressions.compile(
                path + ".matchCondition",
                source.matchCondition(),
                CompiledRule.OBJECT,
                Wanted.TRUTH_VALUE));
  }

  /** Whether the day has passed. */
  boolean isExpired(ClusterState cluster) {
    return LocalDate.ofInstant(cluster.now(), ZoneOffset.UTC).isAfter(until);
  }

  /** Whether the cluster is meant; nothing is granted to a cluster of which nothing is known. */
  boolean covers(ClusterState cluster) {
    boolean named =
        source.clusterNames().isEmpty() || source.clusterNames().contains(cluster.name());
    return named
        && (clusters.isEmpty() || cluster.resource().filter(clusters.get()::holds).isPresent());
  }

  /** Whether an object fulfils the condition. */
  boolean covers(JsonObject object, CelBudget budget) throws RuleException {
    if (condition.isEmpty()) {
      return true;
    }
    CelBindings bindings = new CelBindings(budget).bind("object", CelJson.of(object));
    return condition.get().isTrue(bindings, ObjectReference.of(object).toString());
  }

  /** The exemption as messages name it. */
  String text() {
    return "`%s` of %s".formatted(source.name(), source.owner());
  }
}
