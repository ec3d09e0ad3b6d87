package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.reasoning.Fact.Binding;
import io.openclustermanagement.governance.reasoning.Fact.Dependency;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import io.openclustermanagement.governance.reasoning.Fact.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kie.api.runtime.rule.Match;

/** Facts and conclusions as sentences. */
final class Statements {
  private Statements() {}

  static String of(Object object) {
    return switch (object) {
      case Fact fact -> of(fact);
      case Conclusion conclusion -> of(conclusion);
      default -> throw new IllegalArgumentException("neither fact nor conclusion: " + object);
    };
  }

  private static String of(Fact fact) {
    return switch (fact) {
      case Fact.Placed(var placement, var cluster) ->
          "The placement `%s` chose the cluster `%s`.".formatted(placement, cluster);
      case Binding binding -> binding(binding);
      case Fact.Exclusion(var set, Site site) ->
          "The policy set `%s` leaves `%s` out of `%s`."
              .formatted(set, site.cluster(), site.policy());
      case Fact.Active(var policy) -> "The policy `%s` is not disabled.".formatted(policy);
      case Fact.Serves(var policy, var requirement) ->
          "The policy `%s` serves %s.".formatted(policy, name(requirement));
      case Dependency(var policy, var other, var wanted) ->
          "The policy `%s` waits for `%s` to be %s.".formatted(policy, other, wanted.wireName());
      case Grant grant -> grant(grant);
      case Fact.Coverage(var grant, Site site, var template) ->
          "The exemption `%s` reaches %s of `%s` on `%s`."
              .formatted(
                  grant,
                  template == null ? "all" : "`" + template + "`",
                  site.policy(),
                  site.cluster());
      case Fact.Today(var day) -> "Today is %s.".formatted(day);
      case Finding finding -> finding(finding);
      case Fact.Evidence(Site site) ->
          "The policy `%s` found something compliant on `%s`."
              .formatted(site.policy(), site.cluster());
    };
  }

  private static String binding(Binding binding) {
    String subject =
        binding.set() == null
            ? "the policy `%s`".formatted(binding.policy())
            : "the policy `%s`, which is in the set `%s`,"
                .formatted(binding.policy(), binding.set());
    String how = binding.restricted() ? "where another binding places it, " : "";
    return "The binding `%s` joins %s to the placement `%s`%s."
        .formatted(
            binding.name(),
            subject,
            binding.placement(),
            binding.enforcing() ? ", " + how + "and enforces it" : "");
  }

  private static String grant(Grant grant) {
    return "The exemption `%s` of %s applies until %s%s: %s."
        .formatted(
            grant.name(),
            grant.owner(),
            grant.until(),
            grant.ticket() == null ? "" : ", " + grant.ticket(),
            grant.because().replaceFirst("\\.$", ""));
  }

  private static String finding(Finding finding) {
    return "The template `%s` of `%s` is %s on `%s`: %s"
        .formatted(
            finding.template(),
            finding.site().policy(),
            finding.state().wireName(),
            finding.site().cluster(),
            finding.message());
  }

  private static String of(Conclusion conclusion) {
    return switch (conclusion) {
      case Conclusion.Applies(Site site) ->
          "The policy `%s` applies to `%s`.".formatted(site.policy(), site.cluster());
      case Conclusion.Enforced(Site site, var binding) ->
          "The policy `%s` is enforced on `%s` by the binding `%s`."
              .formatted(site.policy(), site.cluster(), binding);
      case Conclusion.Exempted(Finding finding, var grant) ->
          "The exemption `%s` covers `%s` of `%s` on `%s`."
              .formatted(
                  grant, finding.template(), finding.site().policy(), finding.site().cluster());
      case Conclusion.NotExempted(Finding finding, var grant) ->
          "The exemption `%s` has ended and covers `%s` of `%s` on `%s` no more."
              .formatted(
                  grant, finding.template(), finding.site().policy(), finding.site().cluster());
      case Conclusion.Expired(var grant) -> "The exemption `%s` has ended.".formatted(grant);
      case Conclusion.Ending(var grant, var days) ->
          "The exemption `%s` ends %s."
              .formatted(
                  grant, days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days");
      case Conclusion.Excused(Finding finding) ->
          "The finding of `%s` on `%s` is exempted."
              .formatted(finding.template(), finding.site().cluster());
      case Conclusion.Blocked(Site site, var other) ->
          "The policy `%s` waits on `%s` for `%s`.".formatted(site.policy(), site.cluster(), other);
      case Conclusion.Assessed(var policy) ->
          "The policy `%s` was found compliant somewhere.".formatted(policy);
      case Conclusion.PolicyStanding(var policy, var open, var exempted) ->
          "The policy `%s` has %s.".formatted(policy, counts(open, exempted));
      case Conclusion.Served(var requirement) -> "A policy serves %s.".formatted(name(requirement));
      case Conclusion.RequirementStanding standing ->
          "%s is %s: %s."
              .formatted(
                  name(standing.requirement()),
                  standing.state().wireName(),
                  counts(standing.open(), standing.exempted()));
    };
  }

  private static String counts(Tally open, int exempted) {
    List<String> parts = new ArrayList<>();
    add(parts, open.nonCompliant(), "non-compliant");
    add(parts, open.errors(), "in error");
    add(parts, open.pending(), "pending");
    add(parts, open.unknown(), "unknown");
    add(parts, exempted, "exempted");
    return parts.isEmpty() ? "no open findings" : String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static String name(Requirement requirement) {
    String kind =
        switch (requirement.kind()) {
          case STANDARD -> "the standard";
          case CATEGORY -> "the category";
          case CONTROL -> "the control";
        };
    return "%s `%s`".formatted(kind, requirement.name());
  }

  /** What a rule relies on not being there; a match has only what is. */
  static Optional<String> absence(Match match) {
    return switch (match.getRule().getName()) {
      case "blockedByAbsence" ->
          Optional.of("The policy `%s` does not apply there.".formatted(dependency(match).on()));
      case "blockedBySilence" ->
          Optional.of(
              "The policy `%s` found nothing compliant there.".formatted(dependency(match).on()));
      case "blockedByCompliance" ->
          Optional.of("The policy `%s` is not violated there.".formatted(dependency(match).on()));
      case "blockedWithoutWait" ->
          Optional.of("The policy `%s` waits for nothing there.".formatted(dependency(match).on()));
      default -> Optional.empty();
    };
  }

  private static Dependency dependency(Match match) {
    return match.getObjects().stream()
        .filter(Dependency.class::isInstance)
        .map(Dependency.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
