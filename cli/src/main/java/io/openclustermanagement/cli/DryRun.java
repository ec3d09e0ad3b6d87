package io.openclustermanagement.cli;

import io.openclustermanagement.api.cluster.ClusterDecision;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementDecision;
import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.propagation.FleetEvaluation;
import io.openclustermanagement.governance.propagation.FleetState;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.governance.propagation.HubSnapshot;
import io.openclustermanagement.governance.propagation.LooseEnd;
import io.openclustermanagement.governance.rego.RegoEngine;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A snapshot with its placements decided and its policies judged.
 *
 * @param placements the result of each placement of sources and fleet
 * @param evaluation how the fleet stands with the policies of sources and fleet
 * @param diagnostics what was found on the way
 */
record DryRun(
    Map<HubName, PlacementResult> placements,
    FleetEvaluation evaluation,
    List<Diagnostic> diagnostics) {

  /** Decides and judges; nothing about policies is read or done where there are none. */
  static DryRun of(Run run, Snapshot snapshot) {
    Instant now = run.now();
    Fleet fleet = snapshot.fleet();
    Scheduler scheduler = Snapshot.scheduler(fleet, snapshot.target());
    Map<HubName, PlacementResult> placements = new LinkedHashMap<>();
    List<KubernetesObject> objects = snapshot.objects();
    for (KubernetesObject object : objects) {
      if (object instanceof Placement placement) {
        placements.put(HubName.of(placement), scheduler.schedule(placement, now));
      }
    }
    List<Diagnostic> diagnostics = new ArrayList<>(snapshot.workspace().diagnostics());
    Map<HubName, List<String>> decisions = new LinkedHashMap<>();
    placements.forEach((name, result) -> decisions.put(name, clusters(name, result, fleet)));
    HubSnapshot hub = HubSnapshot.of(objects, decisions, lookups(snapshot, objects));
    Set<String> clusters = new HashSet<>();
    if (!hub.policies().isEmpty()) {
      decisions.values().forEach(clusters::addAll);
    }
    Map<String, Inventory> inventories =
        snapshot.folders().inventories(run.session(), clusters, diagnostics);
    FleetEvaluation evaluation = evaluated(run, new FleetState(hub, inventories, now));
    diagnostics.addAll(looseEnds(snapshot, evaluation));
    return new DryRun(placements, evaluation, diagnostics);
  }

  private static FleetEvaluation evaluated(Run run, FleetState state) {
    try (RegoEngine rego = RegoOptions.engine(run)) {
      return FleetEvaluation.of(
          state,
          PolicyEvaluator.standard(
              io.openclustermanagement.governance.configuration.DryRun.NONE, Optional.of(rego)));
    }
  }

  /** Whether an inventory cannot be read. */
  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /**
   * The clusters that the PlacementDecisions of a placement name; those that exist where the
   * placement is not scheduled now.
   */
  private static List<String> clusters(HubName name, PlacementResult result, Fleet fleet) {
    List<PlacementDecision> decisions =
        result.status().isScheduled()
            ? result.placementDecisions()
            : fleet.decisions(name.namespace(), name.name());
    return decisions.stream()
        .flatMap(each -> each.decisions().stream())
        .map(ClusterDecision::clusterName)
        .distinct()
        .toList();
  }

  /** What hub templates can look up, if there are any. */
  private static Inventory lookups(Snapshot snapshot, List<KubernetesObject> objects) {
    boolean needed =
        objects.stream()
            .anyMatch(each -> each instanceof Policy policy && HubSnapshot.looksUp(policy));
    List<GenericObject> all = new ArrayList<>();
    if (needed) {
      all.addAll(snapshot.workspace().others());
      objects.forEach(each -> all.add(new GenericObject(JsonObject.of(ManifestWriter.tree(each)))));
    }
    return Inventory.of(all, KubernetesSchemas.builtIn());
  }

  private static List<Diagnostic> looseEnds(Snapshot snapshot, FleetEvaluation evaluation) {
    Map<KubernetesObject, SourceObject> sources = new LinkedHashMap<>();
    for (SourceObject source : snapshot.workspace().snapshot()) {
      if (source.object() instanceof PlacementBinding) {
        sources.put(source.object(), source);
      }
    }
    return evaluation.looseEnds().stream()
        .flatMap(
            end ->
                Optional.ofNullable(sources.get(end.binding())).stream()
                    .map(source -> diagnostic(end, source)))
        .toList();
  }

  private static Diagnostic diagnostic(LooseEnd end, SourceObject source) {
    SourceSpan span = source.sourceMap().flatMap(map -> map.find(end.path())).orElse(source.span());
    return Diagnostic.warning(
            Code.BINDING_LEADS_NOWHERE,
            span,
            "The PlacementBinding `%s` leads nowhere: %s"
                .formatted(HubName.of(end.binding()), lowerCase(end.problem())))
        .build();
  }

  private static String lowerCase(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
