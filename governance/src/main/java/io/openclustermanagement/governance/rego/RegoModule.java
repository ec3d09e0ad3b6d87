package io.openclustermanagement.governance.rego;

/**
 * A module of Rego.
 *
 * @param name what errors call it, such as {@code template}
 */
public record RegoModule(String name, String text) {}
