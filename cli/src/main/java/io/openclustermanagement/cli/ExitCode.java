package io.openclustermanagement.cli;

import io.openclustermanagement.governance.policy.VerdictState;

/** How a run of the command ends, for the shell. A number never changes its meaning. */
public enum ExitCode {
  /** What was asked holds: nothing found, tests pass, nothing to format. */
  OK(0),
  /** What was asked does not hold: findings, failing tests, differences, unformatted files. */
  DOES_NOT_HOLD(1),
  /** The sources do not check, so that the question could not be put. */
  SOURCES_DO_NOT_CHECK(2),
  /** The command was used wrongly; also a filter that selects nothing. */
  USAGE(3),
  /** Something outside failed: a file cannot be read or written. */
  OUTSIDE_FAILED(4),
  /** The answer is not known: unknown clusters, or a bound was reached. */
  UNDECIDED(5),
  /** A mistake of this program; a report with the details was saved. */
  INTERNAL_ERROR(70);

  private final int number;

  /** What a question about policies ends with. */
  static ExitCode of(VerdictState worst) {
    return switch (worst) {
      case NON_COMPLIANT, PENDING -> DOES_NOT_HOLD;
      case ERROR -> OUTSIDE_FAILED;
      case UNKNOWN -> UNDECIDED;
      case COMPLIANT -> OK;
    };
  }

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the shell sees. */
  public int number() {
    return number;
  }
}
