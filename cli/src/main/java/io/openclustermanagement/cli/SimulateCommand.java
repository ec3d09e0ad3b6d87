package io.openclustermanagement.cli;

import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.api.rules.FleetRule;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.cli.args.Arguments;
import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.cli.input.YamlObjects;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.cli.simulate.PlacementText;
import io.openclustermanagement.cli.simulate.PolicyText;
import io.openclustermanagement.cli.simulate.SimulatedPlacement;
import io.openclustermanagement.cli.simulate.Simulation;
import io.openclustermanagement.cli.simulate.SimulationJson;
import io.openclustermanagement.governance.fleetrule.EvaluatedHub;
import io.openclustermanagement.governance.fleetrule.FleetRuleEvaluator;
import io.openclustermanagement.governance.fleetrule.FleetRuleResult;
import io.openclustermanagement.governance.propagation.FleetEvaluation;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.governance.propagation.PolicyResult;
import io.openclustermanagement.governance.propagation.PolicySetResult;
import io.openclustermanagement.governance.reasoning.FleetExemptions;
import io.openclustermanagement.placement.PlacementResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ocm simulate}. */
final class SimulateCommand implements Command {
  private static final List<String> FORMATS = List.of("human", "plain", "json", "yaml");
  private static final String PLACEMENT = "--placement";
  private static final String POLICY = "--policy";

  @Override
  public Usage usage() {
    return new Usage(
        "simulate",
        "SOURCE...",
        "Shows which clusters each placement chooses, and how they stand with the policies.",
        List.of(
            CommonOptions.FLEET,
            CommonOptions.NOW,
            CommonOptions.TARGET,
            CommonOptions.SCHEMAS,
            RegoOptions.OPA,
            RegoOptions.OPA_CA,
            Option.value(PLACEMENT, "NAME", "only this placement, as NAME or NAMESPACE/NAME"),
            Option.value(POLICY, "NAME", "only this policy, as NAME or NAMESPACE/NAME"),
            Option.flag("--all", "name each cluster that is not chosen or in trouble"),
            CommonOptions.output("human, plain, json, yaml")),
        List.of(
            "",
            "Sources and fleet together make the snapshot; an object of the sources replaces the one",
            "of the fleet. The objects of a cluster lie in inventory/CLUSTER/ of the fleet. The exit",
            "code is 1 if a policy is violated or waits, and 5 if nothing is violated but something",
            "is unknown. With -o yaml it prints the PlacementDecisions that a hub would write."));
  }

  @Override
  public ExitCode run(Run run) {
    String format = run.arguments().oneOf("-o", "human", FORMATS);
    Snapshot snapshot = Snapshot.load(run, run.sources());
    if (snapshot.workspace().hasErrors()) {
      return refuse(run, Simulation.refused(run.now(), snapshot.workspace().diagnostics()), format);
    }
    List<SourceObject> placements = chosen(run.arguments(), snapshot, PLACEMENT, Placement.KIND);
    List<SourceObject> policies = chosen(run.arguments(), snapshot, POLICY, Policy.KIND);
    if (placements.isEmpty()
        && policies.isEmpty()
        && snapshot.workspace().sourcesOf(PlacementBinding.KIND).isEmpty()
        && snapshot.workspace().sourcesOf(FleetRule.KIND).isEmpty()) {
      throw new UsageException("The sources hold no placement and no policy.");
    }
    DryRun dryRun = DryRun.of(run, snapshot);
    if (dryRun.hasErrors()) {
      return refuse(run, Simulation.refused(run.now(), dryRun.diagnostics()), format);
    }
    Simulation simulation = simulation(run, snapshot, dryRun, placements, policies);
    report(run, simulation, format);
    return simulation.worst().map(ExitCode::of).orElse(ExitCode.OK);
  }

  private static ExitCode refuse(Run run, Simulation refused, String format) {
    if (format.equals("json")) {
      run.console().out(Json.pretty(SimulationJson.document(refused)));
    } else {
      run.reportDiagnostics(refused.diagnostics());
    }
    return ExitCode.SOURCES_DO_NOT_CHECK;
  }

  /** What is shown of a kind: what is named, or all unless only something else is named. */
  private static List<SourceObject> chosen(
      Arguments arguments, Snapshot snapshot, String option, String kind) {
    List<SourceObject> all = snapshot.workspace().sourcesOf(kind);
    boolean named = arguments.value(PLACEMENT).isPresent() || arguments.value(POLICY).isPresent();
    return arguments
        .value(option)
        .map(name -> Placements.named(all, option.substring(2), name))
        .orElse(named ? List.of() : all);
  }

  private static Simulation simulation(
      Run run,
      Snapshot snapshot,
      DryRun dryRun,
      List<SourceObject> placements,
      List<SourceObject> policies) {
    FleetEvaluation evaluation = dryRun.evaluation();
    List<PolicyResult> results =
        policies.stream()
            .map(each -> evaluation.policies().get(HubName.of(each.object())))
            .filter(Objects::nonNull)
            .toList();
    return new Simulation(
        run.now(),
        placements.stream().map(each -> simulated(dryRun, each)).toList(),
        results,
        policySets(run, snapshot, evaluation),
        FleetExemptions.of(evaluation, of(snapshot, Exemption.class)),
        fleetRules(run, snapshot, evaluation),
        results.isEmpty() ? List.of() : evaluation.unknownClusters(),
        dryRun.diagnostics());
  }

  private static SimulatedPlacement simulated(DryRun dryRun, SourceObject placement) {
    PlacementResult result = dryRun.placements().get(HubName.of(placement.object()));
    return new SimulatedPlacement(
        Objects.requireNonNull(result, "every placement of the sources is decided"),
        placement.sourceMap());
  }

  private static List<PolicySetResult> policySets(
      Run run, Snapshot snapshot, FleetEvaluation evaluation) {
    if (run.arguments().value(PLACEMENT).isPresent() || run.arguments().value(POLICY).isPresent()) {
      return List.of();
    }
    Set<HubName> sets =
        snapshot.workspace().sourcesOf(PolicySet.KIND).stream()
            .map(each -> HubName.of(each.object()))
            .collect(Collectors.toSet());
    return evaluation.policySets().stream().filter(set -> sets.contains(set.name())).toList();
  }

  private static List<FleetRuleResult> fleetRules(
      Run run, Snapshot snapshot, FleetEvaluation evaluation) {
    List<SourceObject> rules = snapshot.workspace().sourcesOf(FleetRule.KIND);
    if (rules.isEmpty()
        || run.arguments().value(PLACEMENT).isPresent()
        || run.arguments().value(POLICY).isPresent()) {
      return List.of();
    }
    EvaluatedHub hub =
        new EvaluatedHub(
            evaluation,
            of(snapshot, ManagedClusterSet.class),
            of(snapshot, ManifestWorkReplicaSet.class),
            of(snapshot, Exemption.class));
    return rules.stream()
        .map(each -> FleetRuleEvaluator.evaluate((FleetRule) each.object(), hub))
        .toList();
  }

  private static <T extends KubernetesObject> List<T> of(Snapshot snapshot, Class<T> type) {
    return snapshot.objects().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static void report(Run run, Simulation simulation, String format) {
    if (format.equals("json")) {
      run.console().out(Json.pretty(SimulationJson.document(simulation)));
      return;
    }
    run.reportDiagnostics(simulation.diagnostics());
    run.console().out(format.equals("yaml") ? yaml(simulation) : text(run, simulation, format));
  }

  private static String yaml(Simulation simulation) {
    List<KubernetesObject> decisions =
        simulation.placements().stream()
            .<KubernetesObject>flatMap(each -> each.result().placementDecisions().stream())
            .toList();
    return YamlObjects.write(decisions);
  }

  private static String text(Run run, Simulation simulation, String format) {
    Style style = format.equals("plain") ? Style.PLAIN : run.console().outStyle();
    boolean all = run.arguments().has("--all");
    List<String> parts = new ArrayList<>();
    simulation
        .placements()
        .forEach(each -> parts.add(new PlacementText(each, style, all).render(simulation.now())));
    parts.addAll(new PolicyText(simulation, style, all).render());
    return String.join("\n", parts);
  }
}
