package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * What an agent applied to its cluster ({@code work/v1 AppliedManifestWork}); it lives on the
 * cluster and owns the objects.
 *
 * @param metadata the name: a hash of the hub and the name of the work
 * @param spec which work
 * @param status which objects
 */
@Kind(group = WorkApi.GROUP, version = "v1", plural = "appliedmanifestworks")
public record AppliedManifestWork(
    @Property(required = true) ObjectMeta metadata,
    @Nullable AppliedManifestWorkSpec spec,
    @Nullable AppliedManifestWorkStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = WorkApi.GROUP + "/v1";

  /** The kind. */
  public static final String KIND = "AppliedManifestWork";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
