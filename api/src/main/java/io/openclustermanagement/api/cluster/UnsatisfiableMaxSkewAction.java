package io.openclustermanagement.api.cluster;

import io.openclustermanagement.api.schema.WireEnum;

/** What happens when a spread constraint cannot be kept. */
public enum UnsatisfiableMaxSkewAction implements WireEnum {
  /** Rather choose fewer clusters. */
  DO_NOT_SCHEDULE("DoNotSchedule"),
  /** Choose anyway, but as evenly as possible. */
  SCHEDULE_ANYWAY("ScheduleAnyway");

  private final String wireName;

  UnsatisfiableMaxSkewAction(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
