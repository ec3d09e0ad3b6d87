package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a template waits for.
 *
 * @param dependency in the form that clusters see
 * @param reason why it is not satisfied, in the words of upstream's log
 * @param found the state of the object; empty if it does not exist or has none
 * @param because what the object itself waits for
 * @param cycle the names on the way from the object back to itself, such as {@code Policy ns.a};
 *     empty unless it waits for what waits for it
 */
public record UnmetDependency(
    PolicyDependency dependency,
    String reason,
    Optional<VerdictState> found,
    List<UnmetDependency> because,
    List<String> cycle) {
  static final String NO_MAPPING = "Could not find an API mapping for the dependency";
  static final String NOT_FOUND = "Dependency object not found";
  static final String NO_STATE = "Failed to find complianceState on the dependency object";
  static final String MISMATCH = "Compliance mismatch on the dependency object";

  public UnmetDependency {
    because = List.copyOf(because);
    cycle = List.copyOf(cycle);
  }

  /** Kind and name, as messages name it. */
  public String object() {
    return dependency.kind() + " " + dependency.name();
  }

  /** Whether there is such an object, with a state or without. */
  public boolean exists() {
    return found.isPresent() || reason.equals(NO_STATE);
  }

  /** Whether nobody knows how the object stands, so that it may be satisfied. */
  public boolean isUnknown() {
    return found.filter(state -> state == VerdictState.UNKNOWN).isPresent();
  }

  /** This one, the first that it waits for, and so on to the root of the trouble. */
  public List<UnmetDependency> chain() {
    List<UnmetDependency> chain = new ArrayList<>();
    for (UnmetDependency next = this; next != null; ) {
      chain.add(next);
      next = next.because.isEmpty() ? null : next.because.getFirst();
    }
    return chain;
  }
}
