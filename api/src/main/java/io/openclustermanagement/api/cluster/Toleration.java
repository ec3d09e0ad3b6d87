package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * Taints that do not keep a placement from choosing a cluster.
 *
 * @param key the key of the taint; absent or empty means all, and needs {@code Exists}
 * @param operator {@code Exists} or {@code Equal}; the API server takes any text
 * @param value the value of the taint, for {@code Equal}
 * @param effect the effect of the taint; absent means all
 * @param tolerationSeconds for how long after the taint was added; absent means for ever
 */
public record Toleration(
    @Property(pattern = Patterns.QUALIFIED_NAME, maxLength = 316) @Nullable String key,
    @Property(defaultJson = "\"Equal\"") @Nullable String operator,
    @Property(maxLength = 1024) @Nullable String value,
    @Nullable TaintEffect effect,
    @Nullable Long tolerationSeconds) {
  /** Any value is tolerated. */
  public static final String EXISTS = "Exists";

  /** One value is tolerated. */
  public static final String EQUAL = "Equal";
}
