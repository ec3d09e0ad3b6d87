package io.openclustermanagement.cli.diff;

import io.openclustermanagement.cli.evaluate.EvaluationText;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.governance.configuration.ObjectAction;
import io.openclustermanagement.governance.configuration.ObjectDiff;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.FleetDiff;
import io.openclustermanagement.governance.propagation.FleetDiff.ObjectChange;
import io.openclustermanagement.governance.propagation.FleetDiff.PlacementChange;
import io.openclustermanagement.governance.propagation.FleetDiff.VerdictChange;
import io.openclustermanagement.governance.propagation.HubName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What changes, for people. */
public final class DiffText {
  private final FleetDiff diff;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private DiffText(FleetDiff diff, Style style) {
    this.diff = diff;
    this.style = style;
  }

  /** Placements, verdicts, and what is written on clusters; a sentence if nothing changes. */
  public static String of(FleetDiff diff, Style style) {
    DiffText text = new DiffText(diff, style);
    text.write();
    return text.out.toString();
  }

  private void write() {
    if (diff.isEmpty() && diff.undecided().isEmpty()) {
      out.append("Nothing changes.\n");
      return;
    }
    section("Placements", diff.placements(), this::placement);
    byPolicy().forEach(this::policy);
    section("Written on clusters", diff.objects(), this::object);
    if (!diff.undecided().isEmpty()) {
      gap();
      out.append(
              style.yellow(
                  "Not known, for want of an inventory: " + String.join(", ", diff.undecided())))
          .append('\n');
    }
  }

  private void gap() {
    if (!out.isEmpty()) {
      out.append('\n');
    }
  }

  private <T> void section(String title, List<T> items, Consumer<T> each) {
    if (!items.isEmpty()) {
      gap();
      out.append(style.bold(title)).append('\n');
      items.forEach(each);
    }
  }

  private void placement(PlacementChange change) {
    out.append("  ").append(change.placement()).append('\n');
    change.gained().forEach(each -> line(style.green("    + " + each)));
    change.lost().forEach(each -> line(style.red("    - " + each)));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private Map<HubName, List<VerdictChange>> byPolicy() {
    return diff.verdicts().stream()
        .collect(
            Collectors.groupingBy(VerdictChange::policy, LinkedHashMap::new, Collectors.toList()));
  }

  private void policy(HubName policy, List<VerdictChange> changes) {
    gap();
    line(style.bold(policy.toString()));
    for (VerdictChange change : changes) {
      line(
          "  %s  %s%s%s"
              .formatted(
                  change.cluster(),
                  state(change.before()),
                  style.sign(" → ", " -> "),
                  state(change.after())));
      change.messages().forEach(each -> line("    " + each));
    }
  }

  private String state(Optional<VerdictState> state) {
    return state.map(each -> EvaluationText.state(style, each)).orElse("not there");
  }

  private void object(ObjectChange change) {
    line(
        "  %s  %s %s  %s"
            .formatted(
                change.cluster(),
                action(change.action()),
                EvaluationText.name(change.object()),
                style.dim("by " + change.policy())));
    if (change.action() == ObjectAction.PATCH) {
      shown(change.object().change()).lines().forEach(each -> line("    " + each));
    }
  }

  private String shown(ObjectDiff difference) {
    return switch (difference.shown()) {
      case NOTHING -> "";
      case REDACTED -> style.dim("(not shown, as it may hold secrets)");
      case EVERYTHING -> difference.text();
    };
  }

  private String action(ObjectAction action) {
    return switch (action) {
      case CREATE -> style.green(action.wireName());
      case PATCH -> style.yellow(action.wireName());
      case DELETE, PRUNE -> style.red(action.wireName());
    };
  }
}
