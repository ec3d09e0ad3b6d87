package io.openclustermanagement.cli;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.evaluate.EvaluationJson;
import io.openclustermanagement.cli.evaluate.EvaluationText;
import io.openclustermanagement.cli.input.ClusterObjects;
import io.openclustermanagement.cli.input.SchemaFiles;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.cli.input.Workspace;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.configuration.DryRun;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.policy.PolicyVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.rego.RegoEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ocm evaluate}. */
final class EvaluateCommand implements Command {
  private static final List<String> FORMATS = List.of("human", "plain", "json");

  @Override
  public Usage usage() {
    return new Usage(
        "evaluate",
        "SOURCE...",
        "Judges policies by the objects of one cluster.",
        List.of(
            Option.values(
                "--inventory", "PATH", "the objects of the cluster, as kubectl writes them"),
            Option.value("--cluster", "NAME", "the name of the cluster"),
            CommonOptions.SCHEMAS,
            CommonOptions.TARGET,
            CommonOptions.NOW,
            RegoOptions.OPA,
            RegoOptions.OPA_CA,
            CommonOptions.output("human, plain, json")),
        List.of(
            "",
            "What the hub knows of the cluster is read from the sources by its name.",
            "Dependencies between policies count as satisfied. What is enforced counts as done. The exit",
            "code is 1 if a policy is violated, and 5 if nothing is violated but something is unknown."));
  }

  @Override
  public ExitCode run(Run run) {
    String format = run.arguments().oneOf("-o", "human", FORMATS);
    List<String> paths = run.arguments().values("--inventory");
    if (paths.isEmpty()) {
      throw new UsageException("Name the objects of the cluster with `--inventory PATH`.");
    }
    Workspace workspace =
        Workspace.load(
            run.session(),
            new Workspace.Request(
                run.sources(), run.schemas(), CommonOptions.target(run.arguments())));
    List<Diagnostic> diagnostics = new ArrayList<>(workspace.diagnostics());
    List<GenericObject> objects = ClusterObjects.read(run.session(), paths, diagnostics);
    boolean broken = diagnostics.stream().anyMatch(Diagnostic::isError);
    KubernetesSchemas schemas = SchemaFiles.read(run.session(), run.schemas());
    List<PolicyVerdict> verdicts = broken ? List.of() : verdicts(run, workspace, objects, schemas);
    report(run, format, verdicts, diagnostics);
    return broken ? ExitCode.SOURCES_DO_NOT_CHECK : exitCode(verdicts);
  }

  private static List<PolicyVerdict> verdicts(
      Run run, Workspace workspace, List<GenericObject> objects, KubernetesSchemas schemas) {
    String name = run.arguments().value("--cluster").orElse("");
    ClusterState cluster =
        new ClusterState(
            name, resource(workspace, name), Inventory.of(objects, schemas), run.now());
    List<PolicyVerdict> verdicts = verdicts(run, workspace, cluster, DryRun.of(schemas));
    if (verdicts.isEmpty()) {
      throw new UsageException("The sources hold no policy.");
    }
    return verdicts;
  }

  private static Optional<ManagedCluster> resource(Workspace workspace, String name) {
    return workspace.sources().stream()
        .map(SourceObject::object)
        .filter(ManagedCluster.class::isInstance)
        .map(ManagedCluster.class::cast)
        .filter(cluster -> cluster.metadata().name().equals(name))
        .findFirst();
  }

  private static List<PolicyVerdict> verdicts(
      Run run, Workspace workspace, ClusterState cluster, DryRun dryRun) {
    List<KubernetesObject> sources =
        Stream.<KubernetesObject>concat(
                workspace.sources().stream().map(SourceObject::object), workspace.others().stream())
            .toList();
    try (RegoEngine rego = RegoOptions.engine(run)) {
      PolicyEvaluator evaluator = PolicyEvaluator.standard(dryRun, Optional.of(rego));
      List<JsonObject> delivered =
          evaluator.delivered(
              sources.stream()
                  .filter(each -> evaluator.judges(each.apiVersion(), each.kind()))
                  .map(EvaluateCommand::content)
                  .toList());
      return sources.stream()
          .flatMap(object -> verdict(object, evaluator, delivered, cluster).stream())
          .toList();
    }
  }

  /** The verdict on a policy, or on a template that stands alone. */
  private static Optional<PolicyVerdict> verdict(
      KubernetesObject object,
      PolicyEvaluator evaluator,
      List<JsonObject> delivered,
      ClusterState cluster) {
    if (object instanceof Policy policy) {
      return Optional.of(evaluator.evaluate(policy, cluster));
    }
    return evaluator.judges(object.apiVersion(), object.kind())
        ? Optional.of(evaluator.evaluateAlone(content(object), delivered, cluster))
        : Optional.empty();
  }

  private static JsonObject content(KubernetesObject object) {
    return object instanceof GenericObject generic
        ? generic.content()
        : JsonObject.of(ManifestWriter.tree(object));
  }

  private static void report(
      Run run, String format, List<PolicyVerdict> verdicts, List<Diagnostic> diagnostics) {
    if (format.equals("json")) {
      String cluster = run.arguments().value("--cluster").orElse("");
      run.console().out(Json.pretty(EvaluationJson.document(cluster, verdicts, diagnostics)));
      return;
    }
    run.reportDiagnostics(diagnostics);
    Style style = format.equals("plain") ? Style.PLAIN : run.console().outStyle();
    run.console()
        .out(
            verdicts.stream()
                .map(verdict -> EvaluationText.of(verdict, style))
                .collect(Collectors.joining("\n")));
  }

  private static ExitCode exitCode(List<PolicyVerdict> verdicts) {
    List<VerdictState> states =
        verdicts.stream().filter(each -> !each.disabled()).map(PolicyVerdict::state).toList();
    return states.isEmpty() ? ExitCode.OK : ExitCode.of(VerdictState.worst(states));
  }
}
