package io.openclustermanagement.governance.gatekeeper;

/**
 * A name that can begin or end with a star ({@code pkg/wildcard} of Gatekeeper).
 *
 * @param pattern such as {@code kube-*}
 */
record Wildcard(String pattern) {

  boolean matches(String name) {
    boolean anyBeginning = pattern.startsWith("*");
    boolean anyEnd = pattern.endsWith("*") && pattern.length() > 1;
    String fixed = pattern.substring(anyBeginning ? 1 : 0, pattern.length() - (anyEnd ? 1 : 0));
    if (anyBeginning) {
      return anyEnd ? name.contains(fixed) : name.endsWith(fixed);
    }
    return anyEnd ? name.startsWith(fixed) : name.equals(fixed);
  }
}
