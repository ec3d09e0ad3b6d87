package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.api.schema.Constrained;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Property;
import io.openclustermanagement.api.schema.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is let off what, and why.
 *
 * @param policies the names of the policies, in the same namespace
 * @param rules the rules
 * @param owner who answers for it
 * @param ticket where it was decided
 * @param until the last day on which it applies, in UTC
 * @param because why
 * @param clusterNames the names of the clusters
 * @param clusterSelector what the clusters fulfil; without names and selector all clusters are
 *     meant
 * @param match the kinds of objects; empty means all of the rule
 * @param namespaceSelector the namespaces of the objects; absent means all
 * @param matchCondition a condition over {@code object}
 */
@Rule(
    """
    {"x-kubernetes-validations": [
      {"rule": "has(self.policies) || has(self.rules)",
       "message": "an exemption names a policy or a rule"}]}
    """)
public record ExemptionSpec(
    @Property(minLength = 1) List<String> policies,
    List<RuleReference> rules,
    @Property(required = true, minLength = 1) String owner,
    @Nullable String ticket,
    @Property(required = true, pattern = Patterns.DATE) String until,
    @Property(required = true, minLength = 1) String because,
    @Property(minLength = 1) List<String> clusterNames,
    @Nullable ClusterSelector clusterSelector,
    List<ResourceMatch> match,
    @Nullable NamespaceSelector namespaceSelector,
    @Property(minLength = 1) @Nullable String matchCondition)
    implements Constrained {
  public ExemptionSpec {
    policies = Copies.of(policies);
    rules = Copies.of(rules);
    clusterNames = Copies.of(clusterNames);
    match = Copies.of(match);
  }

  @Override
  public List<Problem> problems(FieldPath path) {
    if (!policies.isEmpty() || !rules.isEmpty()) {
      return List.of();
    }
    return List.of(
        Problem.of(
                Problem.Kind.FIELD_CONFLICT,
                path.pointer(),
                "`%s` names no policy and no rule.".formatted(path.dotted()))
            .withHelp("Add `policies` or `rules`."));
  }
}
