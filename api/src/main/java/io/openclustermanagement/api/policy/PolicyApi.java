package io.openclustermanagement.api.policy;

import java.util.List;

/** The API group {@code policy.open-cluster-management.io}. */
public final class PolicyApi {
  /** The name of the group. */
  public static final String GROUP = "policy.open-cluster-management.io";

  private PolicyApi() {}

  /** The records of all kinds of the group, in alphabetical order. */
  public static List<Class<? extends Record>> kinds() {
    return List.of(
        CertificatePolicy.class,
        ConfigurationPolicy.class,
        OperatorPolicy.class,
        PlacementBinding.class,
        Policy.class,
        PolicyAutomation.class,
        PolicySet.class);
  }
}
