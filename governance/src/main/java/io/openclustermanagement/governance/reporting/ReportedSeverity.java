package io.openclustermanagement.governance.reporting;

import java.util.Locale;

/** How serious a violation is, the worst first. */
public enum ReportedSeverity {
  /** Critical. */
  CRITICAL,
  /** High. */
  HIGH,
  /** Medium. */
  MEDIUM,
  /** Low. */
  LOW,
  /** Nobody said. */
  UNSPECIFIED;

  /** The severity of a template; upstream reads it in capitals, too. */
  public static ReportedSeverity of(String text) {
    for (ReportedSeverity severity : values()) {
      if (severity.name().equalsIgnoreCase(text)) {
        return severity;
      }
    }
    return UNSPECIFIED;
  }

  /** The name in output. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
