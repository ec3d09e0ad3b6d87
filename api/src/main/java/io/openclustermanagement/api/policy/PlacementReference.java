package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.Constrained;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Property;
import io.openclustermanagement.api.schema.Rule;
import java.util.List;

/**
 * The placement that a binding names.
 *
 * @param apiGroup the group of the kind
 * @param kind the kind
 * @param name the name
 */
@Rule(
    """
    {"oneOf": [
      {"properties": {"apiGroup": {"enum": ["cluster.open-cluster-management.io"]},
                      "kind": {"enum": ["Placement"]}}},
      {"properties": {"apiGroup": {"enum": ["apps.open-cluster-management.io"]},
                      "kind": {"enum": ["PlacementRule"]}}}]}
    """)
public record PlacementReference(
    @Property(required = true) PlacementApiGroup apiGroup,
    @Property(required = true) PlacementKind kind,
    @Property(required = true, minLength = 1) String name)
    implements Constrained {

  @Override
  public List<Problem> problems(FieldPath path) {
    PlacementApiGroup wanted =
        kind == PlacementKind.PLACEMENT ? PlacementApiGroup.CLUSTER : PlacementApiGroup.APPS;
    if (apiGroup == wanted) {
      return List.of();
    }
    FieldPath place = path.field("apiGroup");
    return List.of(
        Problem.of(
                Problem.Kind.FIELD_CONFLICT,
                place.pointer(),
                "The group of a %s is not `%s`.".formatted(kind.wireName(), apiGroup.wireName()))
            .withHelp("Write `%s`.".formatted(wanted.wireName()))
            .withFound(apiGroup.wireName())
            .withWanted(List.of(wanted.wireName())));
  }
}
