package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.policy.VerdictState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a reasoner is told. Policies, placements and exemptions are {@code namespace/name}. */
public sealed interface Fact {

  /** A placement chose a cluster. */
  record Placed(String placement, String cluster) implements Fact {}

  /**
   * A binding joins a policy to a placement.
   *
   * @param set the policy set by which it does; absent if it names the policy
   * @param restricted whether it places nothing, but only overrides ({@code subFilter})
   * @param enforcing whether it overrides the remediation ({@code bindingOverrides})
   */
  record Binding(
      String name,
      String policy,
      @Nullable String set,
      String placement,
      boolean restricted,
      boolean enforcing)
      implements Fact {}

  /** A policy set leaves a cluster out of one of its policies. */
  record Exclusion(String set, Site site) implements Fact {}

  /** There is a policy, and it is not disabled. */
  record Active(String policy) implements Fact {}

  /** A policy serves a standard, category or control. */
  record Serves(String policy, Requirement requirement) implements Fact {}

  /**
   * A policy waits for another to be in a state on the same cluster.
   *
   * @param wanted compliant, non-compliant or pending
   */
  record Dependency(String policy, String on, VerdictState wanted) implements Fact {}

  /** An exemption was granted. */
  record Grant(String name, String owner, @Nullable String ticket, LocalDate until, String because)
      implements Fact {}

  /**
   * An exemption reaches a policy on a cluster.
   *
   * @param template the only template that it reaches; absent for all
   */
  record Coverage(String grant, Site site, @Nullable String template) implements Fact {

    boolean reaches(Finding finding) {
      return template == null || template.equals(finding.template());
    }
  }

  /** The day it is. */
  record Today(LocalDate day) implements Fact {}

  /** A template is not compliant on a cluster. */
  record Finding(Site site, String template, VerdictState state, String message) implements Fact {

    /** Whether upstream reports it as a violation. */
    boolean isViolation() {
      return state == VerdictState.NON_COMPLIANT || state == VerdictState.ERROR;
    }
  }

  /** Some template of the policy was found compliant on the cluster. */
  record Evidence(Site site) implements Fact {}
}
