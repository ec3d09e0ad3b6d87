package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.Constrained;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Property;
import io.openclustermanagement.api.schema.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that has to be in a given state.
 *
 * @param apiVersion group and version of the object
 * @param kind the kind of the object
 * @param name the name of the object
 * @param namespace the namespace of the object; empty for templates, which stand in the namespace
 *     of the cluster
 * @param compliance the state that is waited for
 */
@Rule(
    """
    {"oneOf": [
      {"properties": {"kind": {"enum": ["CertificatePolicy", "ConfigurationPolicy"]},
                      "namespace": {"maxLength": 0}}},
      {"not": {"properties": {"kind": {"pattern": "^(?:(?:Certificate|Configuration)Policy)$"}}}}]}
    """)
public record PolicyDependency(
    @Property(required = true) String apiVersion,
    @Property(required = true) String kind,
    @Property(required = true) String name,
    @Nullable String namespace,
    @Property(required = true) ComplianceState compliance)
    implements Constrained {

  @Override
  public List<Problem> problems(FieldPath path) {
    boolean template = kind.equals("CertificatePolicy") || kind.equals("ConfigurationPolicy");
    if (!template || namespace == null || namespace.isEmpty()) {
      return List.of();
    }
    FieldPath place = path.field("namespace");
    return List.of(
        Problem.of(
                Problem.Kind.FIELD_CONFLICT,
                place.pointer(),
                "`%s` is set, but a %s has none.".formatted(place.dotted(), kind))
            .withHelp("Remove `namespace`.")
            .withFound(namespace));
  }
}
