package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.governance.propagation.Assignment;
import io.openclustermanagement.governance.propagation.FleetEvaluation;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.governance.propagation.PolicyResult;
import io.openclustermanagement.governance.propagation.ReplicaResult;
import io.openclustermanagement.governance.propagation.TemplateResult;
import io.openclustermanagement.governance.reasoning.Conclusion.Ending;
import io.openclustermanagement.governance.reasoning.Conclusion.Exempted;
import io.openclustermanagement.governance.reasoning.Conclusion.Expired;
import io.openclustermanagement.governance.reasoning.Conclusion.NotExempted;
import io.openclustermanagement.governance.reasoning.Fact.Active;
import io.openclustermanagement.governance.reasoning.Fact.Binding;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import io.openclustermanagement.governance.reasoning.Fact.Placed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which exemptions cover which results of a fleet. An exemption covers a result and never hides it:
 * it stays what it is, with the exemption beside it.
 */
public final class FleetExemptions {
  /** Nothing is exempted. */
  public static final FleetExemptions NONE = new FleetExemptions(List.of(), Map.of());

  private final List<ExemptionResult> results;
  private final Map<Result, Exemption> covering;

  private record Result(Site site, String template) {}

  private FleetExemptions(List<ExemptionResult> results, Map<Result, Exemption> covering) {
    this.results = results;
    this.covering = covering;
  }

  /** Applies exemptions to the results of a fleet; without any, nothing is loaded for it. */
  public static FleetExemptions of(FleetEvaluation evaluation, Collection<Exemption> exemptions) {
    return exemptions.isEmpty() ? NONE : concluded(evaluation, exemptions);
  }

  /** What each exemption does, in the order in which they were given. */
  public List<ExemptionResult> results() {
    return results;
  }

  /** The exemption that covers a result; of several, the first by name. */
  public Optional<Exemption> covering(HubName policy, String cluster, String template) {
    return Optional.ofNullable(
        covering.get(new Result(new Site(policy.toString(), cluster), template)));
  }

  private static FleetExemptions concluded(
      FleetEvaluation evaluation, Collection<Exemption> exemptions) {
    LocalDate today = LocalDate.ofInstant(evaluation.state().now(), ZoneOffset.UTC);
    try (ComplianceReasoner reasoner = new ComplianceReasoner(today)) {
      tell(reasoner, evaluation);
      List<GrantedExemption> granted =
          exemptions.stream().map(each -> GrantedExemption.of(each, evaluation)).toList();
      granted.forEach(each -> each.facts().forEach(reasoner::tell));
      return conclude(reasoner, granted, today);
    }
  }

  private static void tell(ComplianceReasoner reasoner, FleetEvaluation evaluation) {
    for (PolicyResult policy : evaluation.policies().values()) {
      String name = policy.name().toString();
      if (!policy.policy().spec().disabled()) {
        reasoner.tell(new Active(name));
      }
      // Where the propagator put it is decided; each cluster stands for a placement of its own.
      for (Assignment each : policy.distribution().assignments().values()) {
        String binding = String.join(", ", each.bindings());
        reasoner.tell(new Placed(each.cluster(), each.cluster()));
        reasoner.tell(
            new Binding(binding, name, null, each.cluster(), false, each.enforcedBy().isPresent()));
      }
      for (ReplicaResult each : policy.clusters()) {
        reasoner.tell(
            new Site(name, each.cluster()),
            each.templates().stream().map(TemplateResult::verdict).toList());
      }
    }
  }

  private static FleetExemptions conclude(
      ComplianceReasoner reasoner, List<GrantedExemption> granted, LocalDate today) {
    Map<String, List<Finding>> findings = new HashMap<>();
    Map<Result, Exemption> covering = new HashMap<>();
    Map<String, Exemption> byName = new HashMap<>();
    granted.forEach(each -> byName.put(each.name(), each.exemption()));
    sorted(reasoner.conclusions(Exempted.class).stream(), Exempted::grant)
        .forEach(
            each -> {
              add(findings, each.grant(), each.finding());
              covering.putIfAbsent(
                  new Result(each.finding().site(), each.finding().template()),
                  byName.get(each.grant()));
            });
    reasoner
        .conclusions(NotExempted.class)
        .forEach(each -> add(findings, each.grant(), each.finding()));
    List<ExemptionResult> results =
        granted.stream().map(each -> result(reasoner, each, findings, today)).toList();
    return new FleetExemptions(results, covering);
  }

  private static <T> Stream<T> sorted(Stream<T> conclusions, Function<T, String> key) {
    return conclusions.sorted(Comparator.comparing(key));
  }

  private static void add(Map<String, List<Finding>> findings, String grant, Finding finding) {
    findings.computeIfAbsent(grant, _ -> new ArrayList<>()).add(finding);
  }

  private static ExemptionResult result(
      ComplianceReasoner reasoner,
      GrantedExemption granted,
      Map<String, List<Finding>> findings,
      LocalDate today) {
    List<Finding> covered =
        findings.getOrDefault(granted.name(), List.of()).stream()
            .sorted(Comparator.comparing(Finding::site).thenComparing(Finding::template))
            .toList();
    long days = granted.until().map(each -> ChronoUnit.DAYS.between(today, each)).orElse(0L);
    return new ExemptionResult(
        granted.exemption(), state(reasoner, granted, days), days, covered, granted.problem());
  }

  private static ExemptionResult.State state(
      ComplianceReasoner reasoner, GrantedExemption granted, long days) {
    if (granted.problem().isPresent() && granted.facts().isEmpty()) {
      return ExemptionResult.State.INVALID;
    }
    if (reasoner.conclusions(Expired.class).contains(new Expired(granted.name()))) {
      return ExemptionResult.State.EXPIRED;
    }
    return reasoner.conclusions(Ending.class).contains(new Ending(granted.name(), days))
        ? ExemptionResult.State.ENDING
        : ExemptionResult.State.ACTIVE;
  }
}
