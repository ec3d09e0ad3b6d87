package io.openclustermanagement.governance;

/**
 * A kind that a cluster serves.
 *
 * @param group of the API; empty for the core
 * @param kind such as {@code Ingress}
 * @param plural the name in paths and messages, such as {@code ingresses}
 * @param namespaced whether its objects are in namespaces
 */
public record ResourceKind(String group, String kind, String plural, boolean namespaced) {}
