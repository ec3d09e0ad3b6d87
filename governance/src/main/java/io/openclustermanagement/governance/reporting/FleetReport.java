package io.openclustermanagement.governance.reporting;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyApi;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.policy.PolicySetExclusion;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.governance.compare.Difference;
import io.openclustermanagement.governance.compare.GoText;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.FleetEvaluation;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.governance.propagation.PolicyResult;
import io.openclustermanagement.governance.propagation.ReplicaResult;
import io.openclustermanagement.governance.propagation.TemplateResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the report of a fleet that was evaluated. */
public final class FleetReport {
  private static final String DESCRIPTION = PolicyApi.GROUP + "/description";
  private static final String TITLE = PolicyApi.GROUP + "/title";
  private static final String OWNER = "owner";
  private static final Comparator<Result> ORDER =
      Comparator.comparing((Result each) -> each.check().policy().namespace())
          .thenComparing(each -> each.check().policy().name())
          .thenComparingInt(each -> each.check().index())
          .thenComparing(each -> each.check().cluster())
          .thenComparing(Result::id);

  private final FleetEvaluation evaluation;
  private final Waivers waivers;
  private final Function<HubName, Optional<SourceLocation>> sources;
  private final StatusHistory history;
  private final List<Result> results = new ArrayList<>();
  private final Set<String> clusters = new TreeSet<>();

  private FleetReport(
      FleetEvaluation evaluation,
      Collection<Exemption> exemptions,
      Collection<Policy> replicas,
      Function<HubName, Optional<SourceLocation>> sources) {
    this.evaluation = evaluation;
    this.waivers = new Waivers(exemptions, evaluation.state());
    this.history = new StatusHistory(replicas);
    this.sources = sources;
  }

  /**
   * The report of an evaluation. The owner of a policy is its label or annotation {@code owner}.
   *
   * @param replicas the policies that a hub has put in the namespaces of clusters, for their
   *     histories; none if nothing is known of them
   * @param sources where policies are written
   */
  public static Report of(
      FleetEvaluation evaluation,
      Collection<Exemption> exemptions,
      Collection<Policy> replicas,
      Function<HubName, Optional<SourceLocation>> sources) {
    return new FleetReport(evaluation, exemptions, replicas, sources).report();
  }

  private Report report() {
    List<ReportedPolicy> policies = new ArrayList<>();
    for (PolicyResult result : evaluation.policies().values()) {
      ReportedPolicy policy = policy(result);
      policies.add(policy);
      Set<String> reached = new HashSet<>();
      for (ReplicaResult replica : result.clusters()) {
        reached.add(replica.cluster());
        add(policy, result, replica);
      }
      addExclusions(policy, result, reached);
    }
    results.sort(ORDER);
    return new Report(
        evaluation.state().now(), policies, List.copyOf(clusters), results, waivers.all());
  }

  private ReportedPolicy policy(PolicyResult result) {
    Policy policy = result.policy();
    Map<String, String> annotations = policy.metadata().annotations();
    String owner =
        annotations.getOrDefault(OWNER, policy.metadata().labels().getOrDefault(OWNER, ""));
    return new ReportedPolicy(
        result.name().namespace(),
        result.name().name(),
        annotations.getOrDefault(TITLE, ""),
        annotations.getOrDefault(DESCRIPTION, ""),
        owner,
        sets(result.name()).map(each -> HubName.of(each).toString()).toList(),
        policy.spec().disabled(),
        Catalogue.standard().references(annotations),
        sources.apply(result.name()));
  }

  private Stream<PolicySet> sets(HubName policy) {
    return evaluation.state().hub().sets().values().stream()
        .filter(set -> HubName.of(set).namespace().equals(policy.namespace()))
        .filter(set -> set.spec().policies().contains(policy.name()));
  }

  private void add(ReportedPolicy policy, PolicyResult result, ReplicaResult replica) {
    clusters.add(replica.cluster());
    List<PolicyTemplate> written = result.policy().spec().policyTemplates();
    for (int i = 0; i < replica.templates().size(); i++) {
      TemplateResult template = replica.templates().get(i);
      Check check =
          check(policy, i, replica.cluster(), template, written.get(i).objectDefinition());
      add(check, result.name(), template.verdict());
    }
  }

  private Check check(
      ReportedPolicy policy, int index, String cluster, TemplateResult result, JsonObject written) {
    TemplateVerdict verdict = result.verdict();
    return new Check(
        policy,
        index,
        verdict.name(),
        verdict.kind(),
        cluster,
        verdict.state(),
        severity(written),
        result.remediation().action(),
        result.remediation().from(),
        verdict.message(),
        history.since(
            new HubName(policy.namespace(), policy.name()),
            cluster,
            verdict.name(),
            verdict.state()));
  }

  private static ReportedSeverity severity(JsonObject template) {
    return ReportedSeverity.of(template.object("spec").text("severity").orElse(""));
  }

  /** A result for each object, and one for the check if no object says what its verdict says. */
  private void add(Check check, HubName policy, TemplateVerdict verdict) {
    boolean said = false;
    for (ObjectResult object : verdict.objects()) {
      boolean compliant = verdict.state() == VerdictState.COMPLIANT || object.compliant();
      said |= !compliant || verdict.state() == VerdictState.COMPLIANT;
      results.add(
          result(
              check,
              policy,
              Optional.of(object),
              compliant ? VerdictState.COMPLIANT : verdict.state()));
    }
    if (!said) {
      results.add(result(check, policy, Optional.empty(), verdict.state()));
    }
  }

  private Result result(
      Check check, HubName policy, Optional<ObjectResult> object, VerdictState state) {
    Optional<Waiver> waiver =
        state == VerdictState.NON_COMPLIANT
            ? waivers.find(policy, check.cluster(), object)
            : Optional.empty();
    return new Result(
        check,
        object.map(FleetReport::object),
        waiver.isPresent() ? ReportState.EXEMPTED : ReportState.of(state),
        waiver);
  }

  private static ReportedObject object(ObjectResult object) {
    return new ReportedObject(
        object.apiVersion(),
        object.kind(),
        object.namespace(),
        object.name(),
        object.reason(),
        object.diff(),
        object.differences().stream().map(FleetReport::explanation).toList());
  }

  private static String explanation(Difference difference) {
    if (difference.wanted() == null && difference.found() == null) {
      return "%s: %s".formatted(difference.path(), difference.rule().wireName());
    }
    return "%s: wanted %s, found %s"
        .formatted(difference.path(), text(difference.wanted()), text(difference.found()));
  }

  private static String text(@Nullable JsonValue value) {
    return value == null ? "nothing" : GoText.of(value);
  }

  /** Clusters that a set of policies leaves out: nothing is judged there, and it shows. */
  private void addExclusions(ReportedPolicy policy, PolicyResult result, Set<String> reached) {
    sets(result.name())
        .flatMap(set -> set.spec().exclusions().stream())
        .filter(exclusion -> exclusion.policyName().equals(result.name().name()))
        .forEach(exclusion -> addExclusion(policy, result, exclusion, reached));
  }

  private void addExclusion(
      ReportedPolicy policy,
      PolicyResult result,
      PolicySetExclusion exclusion,
      Set<String> reached) {
    List<PolicyTemplate> templates = result.policy().spec().policyTemplates();
    for (String cluster : exclusion.clusterNames()) {
      if (reached.add(cluster)) {
        clusters.add(cluster);
        Optional<Waiver> waiver = waivers.find(result.name(), cluster, Optional.empty());
        for (int i = 0; i < templates.size(); i++) {
          Check check = excluded(policy, i, cluster, templates.get(i), exclusion);
          ReportState state = waiver.isPresent() ? ReportState.EXEMPTED : ReportState.SKIPPED;
          results.add(new Result(check, Optional.empty(), state, waiver));
        }
      }
    }
  }

  private static Check excluded(
      ReportedPolicy policy,
      int index,
      String cluster,
      PolicyTemplate template,
      PolicySetExclusion exclusion) {
    JsonObject written = template.objectDefinition();
    return new Check(
        policy,
        index,
        written.object("metadata").text("name").orElse(""),
        written.text("kind").orElse(""),
        cluster,
        VerdictState.UNKNOWN,
        severity(written),
        "",
        "",
        Objects.requireNonNullElse(exclusion.reason(), ""),
        Optional.empty());
  }
}
