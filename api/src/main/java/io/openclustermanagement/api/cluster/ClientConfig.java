package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the API server of a cluster.
 *
 * @param url the URL of the API server
 * @param caBundle certificates of the authorities to trust, base64 of PEM
 */
public record ClientConfig(
    @Property(required = true) String url, @Property(format = "byte") @Nullable String caBundle) {}
