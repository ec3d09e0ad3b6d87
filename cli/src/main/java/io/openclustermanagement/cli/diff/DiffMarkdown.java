package io.openclustermanagement.cli.diff;

import io.openclustermanagement.cli.evaluate.EvaluationText;
import io.openclustermanagement.governance.configuration.ObjectAction;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.FleetDiff;
import io.openclustermanagement.governance.propagation.FleetDiff.ObjectChange;
import io.openclustermanagement.governance.propagation.FleetDiff.PlacementChange;
import io.openclustermanagement.governance.propagation.FleetDiff.VerdictChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What changes, as a comment on a pull request: tables first, differences folded away. */
public final class DiffMarkdown {
  /** GitHub takes comments of 65,536 characters. */
  private static final int LONGEST = 60_000;

  private static final int MAX_ROWS = 100;

  private final StringBuilder out = new StringBuilder();

  private DiffMarkdown() {}

  /** The comment. */
  public static String of(FleetDiff diff) {
    DiffMarkdown markdown = new DiffMarkdown();
    markdown.write(diff);
    return markdown.out.toString();
  }

  private void write(FleetDiff diff) {
    if (diff.isEmpty() && diff.undecided().isEmpty()) {
      line("**Nothing changes** on the clusters.");
      return;
    }
    line(
        "What changes: placements **%d**, verdicts **%d**, objects on clusters **%d**."
            .formatted(diff.placements().size(), diff.verdicts().size(), diff.objects().size()));
    table(
        "| Placement | gains | loses |\n| --- | --- | --- |",
        diff.placements(),
        DiffMarkdown::placement);
    table(
        "| Policy | Cluster | before | after | |\n| --- | --- | --- | --- | --- |",
        diff.verdicts(),
        DiffMarkdown::verdict);
    table(
        "| Cluster | | Object | by |\n| --- | --- | --- | --- |",
        diff.objects(),
        DiffMarkdown::object);
    details(diff.objects());
    if (!diff.undecided().isEmpty()) {
      line("");
      line("Not known, for want of an inventory: " + names(diff.undecided()));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private <T> void table(String head, List<T> rows, Function<T, String> row) {
    if (rows.isEmpty()) {
      return;
    }
    line("");
    line(head);
    rows.stream().limit(MAX_ROWS).forEach(each -> line(row.apply(each)));
    if (rows.size() > MAX_ROWS) {
      line("");
      line("and %d more".formatted(rows.size() - MAX_ROWS));
    }
  }

  private static String placement(PlacementChange change) {
    return row(code(change.placement().toString()), names(change.gained()), names(change.lost()));
  }

  private static String verdict(VerdictChange change) {
    return row(
        code(change.policy().toString()),
        code(change.cluster()),
        state(change.before()),
        state(change.after()),
        escaped(String.join("<br>", change.messages().stream().map(DiffMarkdown::plain).toList())));
  }

  private static String object(ObjectChange change) {
    return row(
        code(change.cluster()),
        change.action().wireName(),
        code(EvaluationText.name(change.object())),
        code(change.policy().toString()));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String state(Optional<VerdictState> state) {
    return state.map(VerdictState::wireName).orElse("–");
  }

  private static String names(List<String> names) {
    return String.join(", ", names.stream().map(DiffMarkdown::code).toList());
  }

  private static String code(String text) {
    return "`" + text.replace("`", "'").replace("|", "\\|") + "`";
  }

  /** A text whose signs mean nothing to Markdown or HTML. */
  private static String plain(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("[", "\\[")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("`", "\\`")
        .replace("@", "@\u200b");
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private void details(List<ObjectChange> objects) {
    for (ObjectChange change : objects) {
      String diff = change.action() == ObjectAction.PATCH ? change.object().diff() : "";
      if (!diff.isEmpty() && out.length() + diff.length() < LONGEST) {
        line("");
        line(
            "<details><summary>%s on %s</summary>"
                .formatted(plain(EvaluationText.name(change.object())), plain(change.cluster())));
        line("");
        line("````diff");
        line(diff.replace("````", "'''"));
        line("````");
        line("");
        line("</details>");
      }
    }
  }
}
