package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Constrained;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Property;
import io.openclustermanagement.api.schema.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which objects have to be on a cluster.
 *
 * @param remediationAction what to do about violations
 * @param severity how serious a violation is
 * @param customMessage messages other than the usual
 * @param namespaceSelector the namespaces of objects that name none
 * @param evaluationInterval how often it is checked
 * @param pruneObjectBehavior what becomes of the objects when the policy goes
 * @param objectTemplates the objects; this or the raw form
 * @param objectTemplatesRaw a Go template that yields the objects as YAML
 */
@Rule(
    """
    {"oneOf": [{"required": ["object-templates"]}, {"required": ["object-templates-raw"]}]}
    """)
public record ConfigurationPolicySpec(
    @Property(required = true, defaultJson = "\"inform\"")
        @Nullable RemediationAction remediationAction,
    @Nullable Severity severity,
    @Nullable CustomMessage customMessage,
    @Nullable NamespaceSelector namespaceSelector,
    @Nullable EvaluationInterval evaluationInterval,
    @Property(defaultJson = "\"None\"") @Nullable PruneObjectBehavior pruneObjectBehavior,
    @Property(name = "object-templates") List<ObjectTemplate> objectTemplates,
    @Property(name = "object-templates-raw") @Nullable String objectTemplatesRaw)
    implements Constrained {
  public ConfigurationPolicySpec {
    objectTemplates = Copies.of(objectTemplates);
  }

  @Override
  public List<Problem> problems(FieldPath path) {
    boolean raw = objectTemplatesRaw != null;
    if (raw == objectTemplates.isEmpty()) {
      return List.of();
    }
    FieldPath place = raw ? path.field("object-templates-raw") : path;
    String message =
        raw
            ? "`%s` stands beside `object-templates`.".formatted(place.dotted())
            : "`%s` has no `object-templates`.".formatted(place.dotted());
    return List.of(
        Problem.of(Problem.Kind.FIELD_CONFLICT, place.pointer(), message)
            .withHelp(raw ? "Keep one of the two." : "List at least one object."));
  }
}
