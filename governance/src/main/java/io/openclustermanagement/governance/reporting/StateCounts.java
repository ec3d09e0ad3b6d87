package io.openclustermanagement.governance.reporting;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How many of something are in each state.
 *
 * @param counts by state, each state with its number
 */
public record StateCounts(Map<ReportState, Integer> counts) {
  /** The name in output of what no policy was evaluated for. */
  public static final String NOT_ASSESSED = "NotAssessed";

  public StateCounts {
    EnumMap<ReportState, Integer> all = new EnumMap<>(ReportState.class);
    for (ReportState state : ReportState.values()) {
      all.put(state, counts.getOrDefault(state, 0));
    }
    counts = Collections.unmodifiableMap(all);
  }

  /** The counts of some states. */
  public static StateCounts of(Collection<ReportState> states) {
    EnumMap<ReportState, Integer> counts = new EnumMap<>(ReportState.class);
    states.forEach(state -> counts.merge(state, 1, Integer::sum));
    return new StateCounts(counts);
  }

  /** How many are in a state. */
  public int get(ReportState state) {
    return Objects.requireNonNull(counts.get(state));
  }

  /** How many there are: what each count is out of. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * How all of it stands together: the worst open state; where nothing is open it is compliant if
   * something was found compliant. Empty means that nothing was evaluated, which is not compliance.
   */
  public Optional<ReportState> state() {
    for (ReportState state : ReportState.values()) {
      if (state.isOpen() && get(state) > 0) {
        return Optional.of(state);
      }
    }
    if (get(ReportState.COMPLIANT) > 0) {
      return Optional.of(ReportState.COMPLIANT);
    }
    return get(ReportState.EXEMPTED) > 0 ? Optional.of(ReportState.EXEMPTED) : Optional.empty();
  }

  /** The name of {@link #state} in output, {@value #NOT_ASSESSED} where there is none. */
  public String stateName() {
    return state().map(ReportState::wireName).orElse(NOT_ASSESSED);
  }
}
