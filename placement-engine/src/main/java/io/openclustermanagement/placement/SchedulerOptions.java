package io.openclustermanagement.placement;

import java.util.function.Supplier;

/**
 * How to schedule.
 *
 * @param target whose scheduler is asked
 * @param celSelectors gives the CEL implementation; called at most once, and only when an
 *     expression occurs
 */
public record SchedulerOptions(Target target, Supplier<CelSelectors> celSelectors) {

  /** Options with the CEL implementation of the class path. */
  public static SchedulerOptions of(Target target) {
    return new SchedulerOptions(target, CelSelectors::load);
  }
}
