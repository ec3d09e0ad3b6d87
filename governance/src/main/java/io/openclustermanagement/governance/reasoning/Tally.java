package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.policy.VerdictState;
import java.util.Optional;

/**
 * How many templates on clusters stand in each state but the compliant one.
 *
 * @param unknown those that there was nothing to judge by
 */
public record Tally(int nonCompliant, int errors, int pending, int unknown) {

  /** Nothing but compliance. */
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  /** This and others together. */
  public Tally plus(Tally other) {
    return new Tally(
        nonCompliant + other.nonCompliant,
        errors + other.errors,
        pending + other.pending,
        unknown + other.unknown);
  }

  /** What is left without others, which are among these. */
  public Tally minus(Tally other) {
    return new Tally(
        nonCompliant - other.nonCompliant,
        errors - other.errors,
        pending - other.pending,
        unknown - other.unknown);
  }

  /** How many they are. */
  public int total() {
    return nonCompliant + errors + pending + unknown;
  }

  /** The worst state of which there is one. */
  public Optional<VerdictState> worst() {
    if (nonCompliant > 0) {
      return Optional.of(VerdictState.NON_COMPLIANT);
    }
    if (errors > 0) {
      return Optional.of(VerdictState.ERROR);
    }
    if (pending > 0) {
      return Optional.of(VerdictState.PENDING);
    }
    return unknown > 0 ? Optional.of(VerdictState.UNKNOWN) : Optional.empty();
  }
}
