package io.openclustermanagement.cli;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.cli.args.Arguments;
import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.cli.input.YamlObjects;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.cli.simulate.PlacementText;
import io.openclustermanagement.cli.simulate.SimulatedPlacement;
import io.openclustermanagement.cli.simulate.SimulationJson;
import io.openclustermanagement.placement.Scheduler;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ocm simulate}. */
final class SimulateCommand implements Command {
  private static final List<String> FORMATS = List.of("human", "plain", "json", "yaml");

  @Override
  public Usage usage() {
    return new Usage(
        "simulate",
        "SOURCE...",
        "Shows which clusters each placement chooses, and why not the others.",
        List.of(
            CommonOptions.FLEET,
            CommonOptions.NOW,
            CommonOptions.TARGET,
            CommonOptions.SCHEMAS,
            Option.value("--placement", "NAME", "only this placement, as NAME or NAMESPACE/NAME"),
            Option.flag("--all", "a line for each cluster that is not chosen"),
            CommonOptions.output("human, plain, json, yaml")),
        List.of(
            "",
            "Sources and fleet together make the snapshot; an object of the sources replaces the one",
            "of the fleet. With -o yaml it prints the PlacementDecisions that a hub would write."));
  }

  @Override
  public ExitCode run(Run run) {
    String format = run.arguments().oneOf("-o", "human", FORMATS);
    Instant now = run.now();
    Snapshot snapshot = Snapshot.load(run, run.sources());
    if (snapshot.workspace().hasErrors()) {
      return refuse(run, snapshot, format, now);
    }
    List<SourceObject> placements = placements(run.arguments(), snapshot);
    Scheduler scheduler = snapshot.scheduler();
    List<SimulatedPlacement> simulated =
        placements.stream().map(placement -> simulate(scheduler, placement, now)).toList();
    run.console().out(report(run, snapshot, format, simulated, now));
    return ExitCode.OK;
  }

  private static ExitCode refuse(Run run, Snapshot snapshot, String format, Instant now) {
    if (format.equals("json")) {
      run.console().out(json(snapshot, List.of(), now));
    } else {
      run.reportDiagnostics(snapshot.workspace().diagnostics());
    }
    return ExitCode.SOURCES_DO_NOT_CHECK;
  }

  private static List<SourceObject> placements(Arguments arguments, Snapshot snapshot) {
    List<SourceObject> all = snapshot.workspace().sourcesOf(Placement.KIND);
    if (all.isEmpty()) {
      throw new UsageException("The sources hold no placement.");
    }
    return arguments.value("--placement").map(name -> Placements.named(all, name)).orElse(all);
  }

  private static SimulatedPlacement simulate(
      Scheduler scheduler, SourceObject placement, Instant now) {
    return new SimulatedPlacement(
        scheduler.schedule((Placement) placement.object(), now), placement.sourceMap());
  }

  private static String report(
      Run run, Snapshot snapshot, String format, List<SimulatedPlacement> simulated, Instant now) {
    if (format.equals("json")) {
      return json(snapshot, simulated, now);
    }
    run.reportDiagnostics(snapshot.workspace().diagnostics());
    return format.equals("yaml") ? yaml(simulated) : text(run, simulated, format, now);
  }

  private static String json(Snapshot snapshot, List<SimulatedPlacement> simulated, Instant now) {
    return Json.pretty(SimulationJson.document(now, simulated, snapshot.workspace().diagnostics()));
  }

  private static String yaml(List<SimulatedPlacement> simulated) {
    List<KubernetesObject> decisions =
        simulated.stream()
            .<KubernetesObject>flatMap(each -> each.result().placementDecisions().stream())
            .toList();
    return YamlObjects.write(decisions);
  }

  private static String text(
      Run run, List<SimulatedPlacement> simulated, String format, Instant now) {
    Style style = format.equals("plain") ? Style.PLAIN : run.console().outStyle();
    boolean all = run.arguments().has("--all");
    return simulated.stream()
        .map(placement -> new PlacementText(placement, style, all).render(now))
        .collect(Collectors.joining("\n"));
  }
}
