package io.openclustermanagement.placement;

/**
 * How the scheduler ended (upstream {@code pkg/placement/controllers/framework}).
 *
 * @param code the outcome
 * @param plugin the plugin that raised it, possibly empty
 * @param message upstream's text, empty for success
 */
public record ScheduleStatus(Code code, String plugin, String message) {

  /** Nothing to report. */
  public static final ScheduleStatus SUCCESS = new ScheduleStatus(Code.SUCCESS, "", "");

  /** The outcomes. */
  public enum Code {
    /** Scheduled. */
    SUCCESS("Success"),
    /** Scheduled, but scores have expired; upstream tries again with back-off. */
    WARNING("Warning"),
    /** The placement makes no sense. */
    MISCONFIGURED("Misconfigured"),
    /** The sync fails before anything is scheduled or written. */
    ABORTED("Aborted"),
    /** The placement is disabled or being deleted; nothing is scheduled or written. */
    SKIPPED("Skipped");

    private final String wireName;

    Code(String wireName) {
      this.wireName = wireName;
    }

    /** The name in output. */
    public String wireName() {
      return wireName;
    }
  }

  static ScheduleStatus misconfigured(String plugin, String message) {
    return new ScheduleStatus(Code.MISCONFIGURED, plugin, message);
  }

  /** Whether the placement was scheduled, that is, whether its conditions and decisions are new. */
  public boolean isScheduled() {
    return code != Code.ABORTED && code != Code.SKIPPED;
  }
}
