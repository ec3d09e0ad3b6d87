package io.openclustermanagement.cli;

import io.openclustermanagement.cli.input.SourceObject;
import io.openclustermanagement.cli.input.Workspace;
import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.cli.output.Table;
import io.openclustermanagement.cli.output.Table.Cell;
import io.openclustermanagement.compiler.explain.Explanation;
import io.openclustermanagement.compiler.explain.Explanations;
import io.openclustermanagement.compiler.program.Fidelity;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What becomes of each construct of the sources, and of each object that they have as YAML. */
final class ExplainedBuild {

  private ExplainedBuild() {}

  /** A table, with clauses below their construct. */
  static String human(Workspace workspace) {
    Table table = new Table("");
    Explanations.of(workspace.program()).forEach(each -> rows(each, "", table));
    for (SourceObject object : written(workspace)) {
      row(
          table,
          object.identity().toString(),
          "as it is",
          io.openclustermanagement.cli.Fidelity.of(object.object()),
          object.span());
    }
    return table.render();
  }

  private static void rows(Explanation explanation, String indent, Table table) {
    List<String> becomes = explanation.becomes();
    row(
        table,
        indent + explanation.construct(),
        becomes.isEmpty() ? "" : becomes.getFirst(),
        "%s: %s".formatted(word(explanation.fidelity()), explanation.runs()),
        explanation.span());
    becomes.stream()
        .skip(1)
        .forEach(more -> table.row(Cell.left(""), Cell.left(more), Cell.left(""), Cell.left("")));
    explanation.parts().forEach(part -> rows(part, indent + "  ", table));
  }

  private static void row(
      Table table, String construct, String becomes, String runs, SourceSpan span) {
    table.row(
        Cell.left(construct),
        Cell.left(becomes),
        Cell.left(runs),
        Cell.left(span.file().name() + ":" + span.line()));
  }

  private static String word(Fidelity fidelity) {
    return switch (fidelity) {
      case PORTABLE -> "portable";
      case NATIVE -> "native";
      case HUB -> "hub";
    };
  }

  /** The same for programs. */
  static String json(Workspace workspace) {
    return Json.pretty(
        Json.object()
            .put("version", "1")
            .put(
                "constructs",
                Explanations.of(workspace.program()).stream().map(ExplainedBuild::json).toList())
            .put(
                "objects",
                written(workspace).stream()
                    .map(
                        each ->
                            Json.object()
                                .put("object", each.identity().toString())
                                .put(
                                    "runs", io.openclustermanagement.cli.Fidelity.of(each.object()))
                                .put("source", json(each.span()))
                                .build())
                    .toList())
            .build());
  }

  private static Map<String, Object> json(Explanation explanation) {
    return Json.object()
        .put("construct", explanation.construct())
        .put("becomes", explanation.becomes())
        .put("fidelity", explanation.fidelity().name().toLowerCase(Locale.ROOT))
        .put("runs", explanation.runs())
        .put("source", json(explanation.span()))
        .putUnlessEmpty("parts", explanation.parts().stream().map(ExplainedBuild::json).toList())
        .build();
  }

  private static Map<String, Object> json(SourceSpan span) {
    return Json.object()
        .put("file", span.file().name())
        .put("line", span.line())
        .put("column", span.column())
        .build();
  }

  /** The objects that came as YAML. */
  private static List<SourceObject> written(Workspace workspace) {
    return workspace.sources().stream().filter(each -> each.sourceMap().isEmpty()).toList();
  }
}
