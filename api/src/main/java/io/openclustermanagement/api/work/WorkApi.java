package io.openclustermanagement.api.work;

import java.util.List;

/** The API group {@code work.open-cluster-management.io}. */
public final class WorkApi {
  /** The name of the group. */
  public static final String GROUP = "work.open-cluster-management.io";

  private WorkApi() {}

  /** The records of all kinds of the group, in alphabetical order. */
  public static List<Class<? extends Record>> kinds() {
    return List.of(AppliedManifestWork.class, ManifestWork.class, ManifestWorkReplicaSet.class);
  }
}
