package io.openclustermanagement.dsl.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes kind, such as {@code Deployment} or {@code ClusterIssuer@cert-manager.io/v1}.
 *
 * @param apiVersion group and version behind the {@code @}, or null
 */
public record KindName(String kind, @Nullable String apiVersion, Origin at) implements Node {}
