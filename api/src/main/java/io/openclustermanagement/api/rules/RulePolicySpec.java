package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.policy.Severity;
import io.openclustermanagement.api.schema.Constrained;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Property;
import io.openclustermanagement.api.schema.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule over the objects of a cluster.
 *
 * @param remediationAction what to do about violations; only a rule with a fix can be enforced
 * @param severity how serious a violation is
 * @param description what the rule is for
 * @param match the kinds of objects it is about
 * @param namespaceSelector the namespaces of the objects; absent means all
 * @param params constants, which expressions read as {@code params}
 * @param variables named expressions, in order; each may use those before it
 * @param matchCondition a condition that selects the objects the rule is about
 * @param validation what is a violation
 * @param fix a merge patch that repairs an object
 * @param exemptions what the rule leaves alone for a time
 */
@Rule(
    """
    {"x-kubernetes-validations": [
      {"rule": "!(self.remediationAction in ['enforce', 'Enforce']) || has(self.fix)",
       "message": "a rule that enforces needs a fix"}]}
    """)
public record RulePolicySpec(
    @Property(required = true, defaultJson = "\"inform\"")
        @Nullable RemediationAction remediationAction,
    @Nullable Severity severity,
    @Nullable String description,
    @Property(required = true, minItems = 1) List<ResourceMatch> match,
    @Nullable NamespaceSelector namespaceSelector,
    @Nullable JsonObject params,
    @Property(listMapKeys = "name") List<RuleVariable> variables,
    @Property(minLength = 1) @Nullable String matchCondition,
    @Property(required = true) RuleValidation validation,
    @Nullable JsonObject fix,
    @Property(listMapKeys = "name") List<RuleExemption> exemptions)
    implements Constrained {
  public RulePolicySpec {
    match = Copies.of(match);
    variables = Copies.of(variables);
    exemptions = Copies.of(exemptions);
  }

  @Override
  public List<Problem> problems(FieldPath path) {
    boolean enforces =
        remediationAction != null && remediationAction.canonical() == RemediationAction.ENFORCE;
    if (!enforces || fix != null) {
      return List.of();
    }
    FieldPath place = path.field("remediationAction");
    return List.of(
        Problem.of(
                Problem.Kind.FIELD_CONFLICT,
                place.pointer(),
                "`%s` enforces, but the rule has no `fix`.".formatted(place.dotted()))
            .withHelp("Add `fix` with a patch, or write `inform`."));
  }
}
