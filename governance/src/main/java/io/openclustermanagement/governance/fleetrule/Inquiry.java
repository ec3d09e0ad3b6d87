package io.openclustermanagement.governance.fleetrule;

/**
 * A question whose answer a cluster owes.
 *
 * @param kind {@code Policy} or {@code PolicySet}
 */
record Inquiry(String cluster, String kind, String name) {}
