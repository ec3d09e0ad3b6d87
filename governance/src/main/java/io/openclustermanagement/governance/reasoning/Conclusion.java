package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.reasoning.Fact.Finding;

/** What follows from facts. */
public sealed interface Conclusion {

  /** A policy applies to a cluster, because a binding without a filter places it there. */
  record Applies(Site site) implements Conclusion {}

  /** A binding makes a policy enforced on a cluster, whatever the policy says. */
  record Enforced(Site site, String binding) implements Conclusion {}

  /** An exemption covers a finding. */
  record Exempted(Finding finding, String grant) implements Conclusion {}

  /** An exemption would cover a finding, but it has ended. */
  record NotExempted(Finding finding, String grant) implements Conclusion {}

  /** An exemption has ended and does nothing any more. */
  record Expired(String grant) implements Conclusion {}

  /**
   * An exemption ends soon.
   *
   * @param days from today to its last day; 0 if that is today
   */
  record Ending(String grant, long days) implements Conclusion {}

  /** At least one exemption covers a finding. */
  record Excused(Finding finding) implements Conclusion {}

  /** A policy waits on a cluster for another policy. */
  record Blocked(Site site, String on) implements Conclusion {}

  /** A policy was found compliant somewhere. */
  record Assessed(String policy) implements Conclusion {}

  /**
   * What is found of a policy.
   *
   * @param open what no exemption covers
   * @param exempted how many findings are covered
   */
  record PolicyStanding(String policy, Tally open, int exempted) implements Conclusion {}

  /** Some policy serves this. */
  record Served(Requirement requirement) implements Conclusion {}

  /**
   * How a standard, category or control stands over all of its policies.
   *
   * @param compliant whether a policy was found compliant somewhere
   */
  record RequirementStanding(Requirement requirement, Tally open, int exempted, boolean compliant)
      implements Conclusion {

    /** The worst that holds; what no policy speaks of is not assessed. */
    public RequirementState state() {
      if (open.worst().isPresent()) {
        return RequirementState.valueOf(open.worst().get().name());
      }
      if (compliant) {
        return RequirementState.COMPLIANT;
      }
      return exempted > 0 ? RequirementState.EXEMPTED : RequirementState.NOT_ASSESSED;
    }
  }
}
