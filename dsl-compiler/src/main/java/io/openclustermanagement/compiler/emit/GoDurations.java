package io.openclustermanagement.compiler.emit;

import java.time.Duration;

/** Durations as Go reads them. */
final class GoDurations {

  private GoDurations() {}

  /** Whole seconds in one unit, the largest that is exact: {@code 90m}, {@code 36h}. */
  static String text(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
