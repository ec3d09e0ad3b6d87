package io.openclustermanagement.governance.reasoning;

/**
 * A policy on a cluster.
 *
 * @param policy as {@code namespace/name}
 * @param cluster its name
 */
public record Site(String policy, String cluster) implements Comparable<Site> {

  @Override
  public int compareTo(Site other) {
    int order = policy.compareTo(other.policy);
    return order == 0 ? cluster.compareTo(other.cluster) : order;
  }
}
