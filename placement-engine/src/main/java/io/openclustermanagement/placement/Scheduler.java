package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.Placement;
import java.time.Instant;

/** What schedules placements on a fleet. */
public interface Scheduler {
  /** The result for one placement at the time given. */
  PlacementResult schedule(Placement placement, Instant now);
}
