package io.openclustermanagement.api.cluster;

/** The scores that the scheduler computes itself. */
public final class BuiltInPrioritizers {
  /** Clusters with fewer decisions of other placements come first. */
  public static final String BALANCE = "Balance";

  /** Clusters that are chosen already come first. */
  public static final String STEADY = "Steady";

  /** Clusters with more allocatable CPU come first. */
  public static final String RESOURCE_ALLOCATABLE_CPU = "ResourceAllocatableCPU";

  /** Clusters with more allocatable memory come first. */
  public static final String RESOURCE_ALLOCATABLE_MEMORY = "ResourceAllocatableMemory";

  private BuiltInPrioritizers() {}
}
