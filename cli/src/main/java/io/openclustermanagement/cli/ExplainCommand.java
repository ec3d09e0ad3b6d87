package io.openclustermanagement.cli;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Suggestion;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.explain.CodePage;
import io.openclustermanagement.cli.explain.ExplanationJson;
import io.openclustermanagement.cli.explain.ExplanationText;
import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.cli.simulate.TermTexts;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.explain.Explainer;
import io.openclustermanagement.placement.explain.Explanation;
import java.util.Arrays;
import java.util.List;

/** {@code ocm explain}. */
final class ExplainCommand implements Command {
  private static final int QUESTION = 3;

  @Override
  public Usage usage() {
    return new Usage(
        "explain",
        "((placement | policy) [NAMESPACE/]NAME CLUSTER [SOURCE...] | CODE)",
        "Shows why a placement chooses a cluster, or why a policy is violated; or what a code means.",
        List.of(
            CommonOptions.FLEET,
            Option.values("--inventory", "PATH", "the objects of the cluster, for a policy"),
            CommonOptions.NOW,
            CommonOptions.TARGET,
            CommonOptions.SCHEMAS,
            CommonOptions.output("human, plain, json")),
        List.of("", "Without a source it takes the working directory."));
  }

  @Override
  public ExitCode run(Run run) {
    String format = run.arguments().oneOf("-o", "human", List.of("human", "plain", "json"));
    List<String> operands = run.arguments().operands();
    if (operands.size() == 1 && operands.getFirst().startsWith("OCM")) {
      run.console().out(page(operands.getFirst()));
      return ExitCode.OK;
    }
    boolean isPolicy = !operands.isEmpty() && operands.getFirst().equals("policy");
    if (operands.size() < QUESTION || !(isPolicy || operands.getFirst().equals("placement"))) {
      throw new UsageException(
          "Say what to explain: `ocm explain placement NAME CLUSTER`, `ocm explain policy NAME"
              + " CLUSTER`, or `ocm explain OCM1001`.");
    }
    List<String> sources = operands.subList(QUESTION, operands.size());
    if (isPolicy) {
      return new ExplainedPolicy(run, operands.get(1), operands.get(2))
          .explain(sources.isEmpty() ? List.of(".") : sources, format);
    }
    Snapshot snapshot = Snapshot.load(run, sources.isEmpty() ? List.of(".") : sources);
    run.reportDiagnostics(snapshot.workspace().diagnostics());
    if (snapshot.workspace().hasErrors()) {
      return ExitCode.SOURCES_DO_NOT_CHECK;
    }
    explain(run, snapshot, format, operands.get(1), operands.get(2));
    return ExitCode.OK;
  }

  private static String page(String code) {
    return CodePage.text(code)
        .orElseThrow(
            () -> {
              List<String> codes = Arrays.stream(Code.values()).map(Code::id).toList();
              return new UsageException(
                  "There is no code `%s`.%s".formatted(code, Suggestion.sentence(code, codes)));
            });
  }

  private static void explain(
      Run run, Snapshot snapshot, String format, String name, String cluster) {
    SourceObject source = placement(snapshot, name);
    Fleet fleet = snapshot.fleet();
    requireCluster(fleet, cluster);
    Explanation explanation =
        Explainer.explain(
            fleet, (Placement) source.object(), cluster, run.now(), snapshot.schedulerOptions());
    if (format.equals("json")) {
      run.console().out(Json.pretty(ExplanationJson.document(name, explanation)));
      return;
    }
    Style style = format.equals("plain") ? Style.PLAIN : run.console().outStyle();
    TermTexts texts = new TermTexts(source.sourceMap());
    run.console().out(new ExplanationText(explanation, texts, style).render(name));
  }

  private static SourceObject placement(Snapshot snapshot, String name) {
    List<SourceObject> found =
        Placements.named(snapshot.workspace().sourcesOf(Placement.KIND), name);
    if (found.size() > 1) {
      List<String> names = found.stream().map(Placements::qualifiedName).toList();
      throw new UsageException(
          "There are several placements `%s`; say which: %s."
              .formatted(name, String.join(", ", names)));
    }
    return found.getFirst();
  }

  private static void requireCluster(Fleet fleet, String name) {
    if (fleet.cluster(name) == null) {
      List<String> names =
          fleet.clusters().stream().map(ManagedCluster::metadata).map(m -> m.name()).toList();
      throw new UsageException(
          "The fleet has no cluster `%s`.%s".formatted(name, Suggestion.sentence(name, names)));
    }
  }
}
