package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.reasoning.Conclusion.Applies;
import io.openclustermanagement.governance.reasoning.Conclusion.Assessed;
import io.openclustermanagement.governance.reasoning.Conclusion.Blocked;
import io.openclustermanagement.governance.reasoning.Conclusion.Ending;
import io.openclustermanagement.governance.reasoning.Conclusion.Enforced;
import io.openclustermanagement.governance.reasoning.Conclusion.Excused;
import io.openclustermanagement.governance.reasoning.Conclusion.Exempted;
import io.openclustermanagement.governance.reasoning.Conclusion.Expired;
import io.openclustermanagement.governance.reasoning.Conclusion.NotExempted;
import io.openclustermanagement.governance.reasoning.Conclusion.PolicyStanding;
import io.openclustermanagement.governance.reasoning.Conclusion.RequirementStanding;
import io.openclustermanagement.governance.reasoning.Conclusion.Served;
import io.openclustermanagement.governance.reasoning.Fact.Active;
import io.openclustermanagement.governance.reasoning.Fact.Binding;
import io.openclustermanagement.governance.reasoning.Fact.Coverage;
import io.openclustermanagement.governance.reasoning.Fact.Dependency;
import io.openclustermanagement.governance.reasoning.Fact.Exclusion;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import io.openclustermanagement.governance.reasoning.Fact.Grant;
import io.openclustermanagement.governance.reasoning.Fact.Placed;
import io.openclustermanagement.governance.reasoning.Fact.Serves;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The conclusions by plain loops over all facts, from the beginning each time. */
final class NaiveReasoner {
  private final Set<Fact> facts = new LinkedHashSet<>();
  private final Map<Site, List<TemplateVerdict>> verdicts = new HashMap<>();
  private LocalDate today;
  private final Set<Conclusion> conclusions = new HashSet<>();

  NaiveReasoner(LocalDate today) {
    this.today = today;
  }

  void advanceTo(LocalDate day) {
    today = day;
  }

  void tell(Fact fact) {
    facts.add(fact);
  }

  void retract(Fact fact) {
    facts.remove(fact);
  }

  void tell(Site site, List<TemplateVerdict> told) {
    verdicts.put(site, told);
  }

  Set<Conclusion> conclusions() {
    conclusions.clear();
    placements();
    exemptions();
    dependencies();
    rollUp();
    return conclusions;
  }

  private <T> List<T> all(Class<T> type) {
    return Stream.concat(facts.stream(), conclusions.stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private boolean applies(Site site) {
    return conclusions.contains(new Applies(site));
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    verdicts.forEach(
        (site, told) ->
            told.stream()
                .filter(each -> each.state() != VerdictState.COMPLIANT)
                .filter(_ -> applies(site))
                .map(each -> new Finding(site, each.name(), each.state(), each.message()))
                .forEach(findings::add));
    return findings;
  }

  private boolean hasCompliant(Site site) {
    return verdicts.getOrDefault(site, List.of()).stream()
        .anyMatch(each -> each.state() == VerdictState.COMPLIANT);
  }

  private void placements() {
    for (Binding binding : all(Binding.class)) {
      boolean active = facts.contains(new Active(binding.policy()));
      if (!binding.restricted() && active) {
        reached(binding).forEach(site -> conclusions.add(new Applies(site)));
      }
    }
    for (Binding binding : all(Binding.class)) {
      if (binding.enforcing()) {
        reached(binding).stream()
            .filter(this::applies)
            .forEach(site -> conclusions.add(new Enforced(site, binding.name())));
      }
    }
  }

  private List<Site> reached(Binding binding) {
    return all(Placed.class).stream()
        .filter(each -> each.placement().equals(binding.placement()))
        .map(each -> new Site(binding.policy(), each.cluster()))
        .filter(
            site -> binding.set() == null || !facts.contains(new Exclusion(binding.set(), site)))
        .toList();
  }

  private void exemptions() {
    for (Grant grant : all(Grant.class)) {
      boolean over = grant.until().isBefore(today);
      if (over) {
        conclusions.add(new Expired(grant.name()));
      } else if (!grant.until().isAfter(today.plusDays(14))) {
        conclusions.add(new Ending(grant.name(), grant.until().toEpochDay() - today.toEpochDay()));
      }
      for (Coverage coverage : all(Coverage.class)) {
        for (Finding finding : findings()) {
          if (coverage.grant().equals(grant.name()) && covers(coverage, finding)) {
            conclusions.add(
                over
                    ? new NotExempted(finding, grant.name())
                    : new Exempted(finding, grant.name()));
          }
        }
      }
    }
    all(Exempted.class).forEach(each -> conclusions.add(new Excused(each.finding())));
  }

  private boolean covers(Coverage coverage, Finding finding) {
    boolean template =
        coverage.template() == null || coverage.template().equals(finding.template());
    return template && coverage.site().equals(finding.site());
  }

  private void dependencies() {
    for (Dependency dependency : all(Dependency.class)) {
      for (Applies each : all(Applies.class)) {
        Site other = new Site(dependency.on(), each.site().cluster());
        if (each.site().policy().equals(dependency.policy())
            && !(applies(other) && isSatisfied(dependency.wanted(), other))) {
          conclusions.add(new Blocked(each.site(), dependency.on()));
        }
      }
    }
  }

  private boolean isSatisfied(VerdictState wanted, Site site) {
    List<VerdictState> states =
        findings().stream().filter(each -> each.site().equals(site)).map(Finding::state).toList();
    boolean violated =
        states.contains(VerdictState.NON_COMPLIANT) || states.contains(VerdictState.ERROR);
    return switch (wanted) {
      case COMPLIANT -> states.isEmpty() && hasCompliant(site);
      case NON_COMPLIANT -> violated;
      case PENDING -> !violated && states.contains(VerdictState.PENDING);
      case ERROR, UNKNOWN -> true;
    };
  }

  private void rollUp() {
    Collection<String> policies = all(Active.class).stream().map(Active::policy).toList();
    for (String policy : policies) {
      boolean compliant =
          verdicts.keySet().stream()
              .anyMatch(
                  site -> site.policy().equals(policy) && applies(site) && hasCompliant(site));
      if (compliant) {
        conclusions.add(new Assessed(policy));
      }
      List<Finding> current =
          findings().stream()
              .filter(each -> each.site().policy().equals(policy) && applies(each.site()))
              .toList();
      List<Finding> open =
          current.stream().filter(each -> !conclusions.contains(new Excused(each))).toList();
      conclusions.add(new PolicyStanding(policy, tally(open), current.size() - open.size()));
    }
    all(Serves.class).forEach(each -> conclusions.add(new Served(each.requirement())));
    all(Served.class).forEach(each -> requirement(each.requirement()));
  }

  private void requirement(Requirement requirement) {
    Set<String> serving = new HashSet<>();
    all(Serves.class).stream()
        .filter(each -> each.requirement().equals(requirement))
        .forEach(each -> serving.add(each.policy()));
    Tally open = Tally.NONE;
    int exempted = 0;
    for (PolicyStanding standing : all(PolicyStanding.class)) {
      if (serving.contains(standing.policy())) {
        open = open.plus(standing.open());
        exempted += standing.exempted();
      }
    }
    boolean compliant =
        all(Assessed.class).stream().anyMatch(each -> serving.contains(each.policy()));
    conclusions.add(new RequirementStanding(requirement, open, exempted, compliant));
  }

  private static Tally tally(List<Finding> findings) {
    return new Tally(
        count(findings, VerdictState.NON_COMPLIANT),
        count(findings, VerdictState.ERROR),
        count(findings, VerdictState.PENDING),
        count(findings, VerdictState.UNKNOWN));
  }

  private static int count(List<Finding> findings, VerdictState state) {
    return (int) findings.stream().filter(each -> each.state() == state).count();
  }
}
