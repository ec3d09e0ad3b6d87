package io.openclustermanagement.cli;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.cli.args.Suggestion;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.explain.ExplainedTemplate;
import io.openclustermanagement.cli.explain.PolicyExplanationJson;
import io.openclustermanagement.cli.explain.PolicyExplanationText;
import io.openclustermanagement.cli.input.ClusterObjects;
import io.openclustermanagement.cli.input.SchemaFiles;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.cli.input.Workspace;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.configuration.CompiledPolicy;
import io.openclustermanagement.governance.configuration.ConfigurationPolicyEvaluator;
import io.openclustermanagement.governance.configuration.ConfigurationPolicyExplainer;
import io.openclustermanagement.governance.configuration.DryRun;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.policy.Remediation;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ocm explain policy}. */
final class ExplainedPolicy {
  private final Run run;
  private final String name;
  private final String cluster;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * @param name with or without a namespace
   * @param cluster as the fleet calls it; of an inventory that is named it is a title only
   */
  ExplainedPolicy(Run run, String name, String cluster) {
    this.run = run;
    this.name = name;
    this.cluster = cluster;
  }

  ExitCode explain(List<String> sources, String format) {
    Workspace workspace =
        Workspace.load(
            run.session(),
            new Workspace.Request(sources, run.schemas(), CommonOptions.target(run.arguments())));
    diagnostics.addAll(workspace.diagnostics());
    List<GenericObject> objects = ClusterObjects.read(run.session(), inventoryPaths(), diagnostics);
    KubernetesSchemas schemas = SchemaFiles.read(run.session(), run.schemas());
    run.reportDiagnostics(diagnostics);
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return ExitCode.SOURCES_DO_NOT_CHECK;
    }
    report(format, templates(policy(workspace), Inventory.of(objects, schemas), schemas));
    return ExitCode.OK;
  }

  /** {@code --inventory}, or what the fleet has of the cluster. */
  private List<String> inventoryPaths() {
    List<String> named = run.arguments().values("--inventory");
    if (!named.isEmpty()) {
      return named;
    }
    List<String> folders =
        run.arguments().values("--fleet").stream()
            .map(path -> path + "/inventory/" + cluster)
            .filter(path -> Files.isDirectory(run.session().directory().resolve(path)))
            .toList();
    if (folders.isEmpty()) {
      throw new UsageException(
          "Nothing is known of the objects of `%s`; name them with `--inventory PATH`."
              .formatted(cluster));
    }
    return folders;
  }

  private KubernetesObject policy(Workspace workspace) {
    List<SourceObject> policies = new ArrayList<>(workspace.sourcesOf(Policy.KIND));
    policies.addAll(workspace.sourcesOf(ConfigurationPolicy.KIND));
    List<SourceObject> found =
        policies.stream()
            .filter(each -> each.identity().name().equals(name) || fullName(each).equals(name))
            .toList();
    if (found.isEmpty()) {
      List<String> names = policies.stream().map(each -> each.identity().name()).toList();
      throw new UsageException(
          "The sources hold no policy `%s`.%s".formatted(name, Suggestion.sentence(name, names)));
    }
    if (found.size() > 1) {
      throw new UsageException(
          "There are several policies `%s`; say which: %s."
              .formatted(
                  name, String.join(", ", found.stream().map(ExplainedPolicy::fullName).toList())));
    }
    return found.getFirst().object();
  }

  private static String fullName(SourceObject object) {
    return object.identity().namespace() + "/" + object.identity().name();
  }

  private List<ExplainedTemplate> templates(
      KubernetesObject policy, Inventory inventory, KubernetesSchemas schemas) {
    DryRun dryRun = DryRun.of(schemas);
    ClusterState state = new ClusterState(cluster, Optional.empty(), inventory, run.now());
    PolicyEvaluator evaluator = PolicyEvaluator.standard(dryRun, Optional.empty());
    ConfigurationPolicyExplainer explainer =
        new ConfigurationPolicyExplainer(
            inventory,
            new ConfigurationPolicyEvaluator(inventory, Optional.of(run.now()), dryRun),
            dryRun);
    return definitions(policy).stream()
        .map(
            each ->
                new ExplainedTemplate(
                    evaluator.evaluate(each, state),
                    isConfiguration(each)
                        ? CompiledPolicy.of(each).map(explainer::explain)
                        : Optional.empty()))
        .toList();
  }

  private static boolean isConfiguration(JsonObject template) {
    return template.text("kind").filter(ConfigurationPolicy.KIND::equals).isPresent();
  }

  private static List<JsonObject> definitions(KubernetesObject object) {
    if (!(object instanceof Policy policy)) {
      return List.of(JsonObject.of(ManifestWriter.tree(object)));
    }
    RemediationAction action = policy.spec().remediationAction();
    return policy.spec().policyTemplates().stream()
        .map(each -> Remediation.apply(each.objectDefinition(), action, Optional.empty()))
        .map(Remediation.Applied::definition)
        .toList();
  }

  private void report(String format, List<ExplainedTemplate> templates) {
    if (format.equals("json")) {
      run.console().out(Json.pretty(PolicyExplanationJson.document(name, cluster, templates)));
      return;
    }
    Style style = format.equals("plain") ? Style.PLAIN : run.console().outStyle();
    run.console().out(new PolicyExplanationText(style).render(name, cluster, templates));
  }
}
