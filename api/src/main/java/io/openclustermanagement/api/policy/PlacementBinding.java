package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings policies and sets of policies to the clusters of a placement ({@code policy/v1
 * PlacementBinding}).
 *
 * @param metadata namespace, name and the rest; all parts are in the same namespace
 * @param bindingOverrides what is different on these clusters
 * @param subFilter whether the binding only adds its overrides to clusters that others chose
 * @param placementRef the placement
 * @param subjects what is brought
 * @param status nothing yet
 */
@Kind(
    group = PolicyApi.GROUP,
    version = "v1",
    plural = "placementbindings",
    shortNames = "pb",
    namespaced = true)
public record PlacementBinding(
    @Property(required = true) ObjectMeta metadata,
    @Nullable BindingOverrides bindingOverrides,
    @Nullable SubFilter subFilter,
    @Property(required = true) PlacementReference placementRef,
    @Property(required = true, minItems = 1) List<BindingSubject> subjects,
    @Nullable PlacementBindingStatus status)
    implements KubernetesObject {
  public PlacementBinding {
    subjects = Copies.of(subjects);
  }

  /** Group and version. */
  public static final String API_VERSION = PolicyApi.GROUP + "/v1";

  /** The kind. */
  public static final String KIND = "PlacementBinding";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
