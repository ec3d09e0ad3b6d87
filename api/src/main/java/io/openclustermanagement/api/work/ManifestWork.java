package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Kind;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Objects that an agent applies to its cluster ({@code work/v1 ManifestWork}).
 *
 * @param metadata name and namespace, which is that of the cluster
 * @param spec what is applied, and how
 * @param status what became of it
 */
@Kind(group = WorkApi.GROUP, version = "v1", plural = "manifestworks", namespaced = true)
public record ManifestWork(
    @Property(required = true) ObjectMeta metadata,
    @Nullable ManifestWorkSpec spec,
    @Nullable ManifestWorkStatus status)
    implements KubernetesObject {

  /** Group and version. */
  public static final String API_VERSION = WorkApi.GROUP + "/v1";

  /** The kind. */
  public static final String KIND = "ManifestWork";

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
