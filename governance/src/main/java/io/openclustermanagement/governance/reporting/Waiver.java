package io.openclustermanagement.governance.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An exemption as a report shows it.
 *
 * @param id {@code namespace/name}
 * @param owner who answers for it
 * @param ticket where it was decided; empty if nowhere
 * @param because why
 * @param until the last day on which it applies, in UTC; empty for an exclusion without an end
 */
public record Waiver(
    String id, String owner, String ticket, String because, Optional<LocalDate> until) {

  /** How many days are left: 0 on the last one, negative when it has ended. */
  public Optional<Long> daysLeft(LocalDate today) {
    return until.map(last -> ChronoUnit.DAYS.between(today, last));
  }

  /** Whether it still applies. */
  public boolean appliesOn(LocalDate today) {
    return daysLeft(today).map(days -> days >= 0).orElse(true);
  }
}
