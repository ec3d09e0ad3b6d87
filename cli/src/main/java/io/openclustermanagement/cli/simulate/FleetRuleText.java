package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.api.rules.BrokenElement;
import io.openclustermanagement.api.rules.UndecidedElement;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.governance.fleetrule.FleetRuleResult;
import java.util.List;
import java.util.Objects;

/** Rules over the fleet as people read them. */
final class FleetRuleText {
  private static final int SHOWN_CLUSTERS = 4;

  private final Style style;
  private final boolean all;

  /**
   * @param all whether each cluster is named
   */
  FleetRuleText(Style style, boolean all) {
    this.style = style;
    this.all = all;
  }

  /** The rule, for what it fails, and which clusters could tip it. */
  String render(FleetRuleResult result) {
    StringBuilder out = new StringBuilder(style.dim("fleet rule")).append(' ');
    String namespace = Objects.requireNonNullElse(result.rule().metadata().namespace(), "");
    out.append(style.bold(namespace + "/" + result.rule().metadata().name()))
        .append("  ")
        .append(state(result))
        .append('\n');
    result.problems().forEach(each -> out.append("  ").append(each).append('\n'));
    result.broken().forEach(each -> out.append(broken(each)));
    result.undecided().forEach(each -> out.append(undecided(each, result.exact())));
    return out.toString();
  }

  private String state(FleetRuleResult result) {
    return result
        .state()
        .map(
            state ->
                switch (state) {
                  case TRUE -> style.green("holds");
                  case FALSE -> style.red("fails");
                  case UNDECIDED -> style.yellow("undecided");
                })
        .orElse(style.red("cannot be evaluated"));
  }

  private String broken(BrokenElement broken) {
    String key = broken.key();
    String message = broken.message();
    return "  %s %s\n"
        .formatted(
            style.red(style.sign("✗", "!!")),
            message == null ? key == null ? "It does not hold." : key : message);
  }

  private String undecided(UndecidedElement undecided, boolean exact) {
    String key = undecided.key();
    return "  %s %s%s %s\n"
        .formatted(
            style.yellow("?"),
            key == null ? "" : key + ": ",
            exact ? "could be tipped by" : "could be tipped by some of",
            names(undecided.clusters()));
  }

  private String names(List<String> clusters) {
    int shown = all ? clusters.size() : Math.min(SHOWN_CLUSTERS, clusters.size());
    int more = clusters.size() - shown;
    return String.join(", ", clusters.subList(0, shown))
        + (more == 0 ? "" : " and %d more".formatted(more));
  }
}
