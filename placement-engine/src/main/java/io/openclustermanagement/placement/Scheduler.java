package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.Placement;
import java.time.Instant;

/**
 * Schedules placements on a fleet, exactly as upstream's scheduler decides (upstream {@code
 * pkg/placement}); with {@link Target#NATIVE} also {@code spreadPolicy} counts.
 *
 * <p>Terms of placements that were scheduled before are remembered, so that one scheduler for many
 * placements is much faster than one for each.
 */
public final class Scheduler {
  private final FleetIndex index;
  private final Target target;

  /** A scheduler on an index, which it reads and adds bitmaps to. */
  public Scheduler(FleetIndex index, Target target) {
    this.index = index;
    this.target = target;
  }

  /** A scheduler on a fleet, with an index of its own. */
  public static Scheduler on(Fleet fleet, SchedulerOptions options) {
    return new Scheduler(new FleetIndex(fleet, options), options.target());
  }

  /** The result for one placement at the time given. */
  public PlacementResult schedule(Placement placement, Instant now) {
    return new Pipeline(index, new PlacementPlan(placement, index, target, now), now).run();
  }
}
