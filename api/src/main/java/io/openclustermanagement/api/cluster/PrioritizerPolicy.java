package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which clusters come first.
 *
 * @param mode {@code Additive} or {@code Exact}; the API server takes any text, and the scheduler
 *     reports the others as a misconfiguration
 * @param configurations weights of single scores
 */
public record PrioritizerPolicy(
    @Property(defaultJson = "\"Additive\"") @Nullable String mode,
    List<PrioritizerConfig> configurations) {
  public PrioritizerPolicy {
    configurations = Copies.of(configurations);
  }

  /** The configured weights are added to the default ones. */
  public static final String ADDITIVE = "Additive";

  /** Only the configured weights count. */
  public static final String EXACT = "Exact";
}
