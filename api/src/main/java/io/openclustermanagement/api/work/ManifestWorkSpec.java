package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is applied to a cluster, and how.
 *
 * @param workload the objects
 * @param deleteOption what becomes of the objects when the work goes
 * @param manifestConfigs what is different for some objects
 * @param executor with whose rights; absent means those of the agent
 */
public record ManifestWorkSpec(
    @Nullable ManifestsTemplate workload,
    @Nullable DeleteOption deleteOption,
    List<ManifestConfigOption> manifestConfigs,
    @Nullable ManifestWorkExecutor executor) {
  public ManifestWorkSpec {
    manifestConfigs = Copies.of(manifestConfigs);
  }
}
