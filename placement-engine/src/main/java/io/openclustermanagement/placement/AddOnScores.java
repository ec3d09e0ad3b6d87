package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import org.jspecify.annotations.Nullable;

/** The AddOnPlacementScores of a fleet. */
@FunctionalInterface
public interface AddOnScores {
  /** The score object of a cluster, whose name is the object's namespace. */
  @Nullable AddOnPlacementScore find(String cluster, String name);
}
