package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.api.cluster.ClusterConditions;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.ConditionStatus;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.cli.output.Table;
import io.openclustermanagement.cli.output.Table.Cell;
import io.openclustermanagement.placement.ClusterScore;
import io.openclustermanagement.placement.Decision;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.PrioritizerScores;
import io.openclustermanagement.placement.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The result for one placement as people read it. */
public final class PlacementText {
  /** Of the values that clusters have instead of a wanted one, so many are shown. */
  private static final int SHOWN_VALUES = 4;

  private final SimulatedPlacement placement;
  private final PlacementResult result;
  private final TermTexts texts;
  private final Style style;
  private final boolean all;

  /**
   * @param all whether each cluster that was not chosen has a line of its own
   */
  public PlacementText(SimulatedPlacement placement, Style style, boolean all) {
    this.placement = placement;
    this.result = placement.result();
    this.texts = new TermTexts(placement.sourceMap());
    this.style = style;
    this.all = all;
  }

  /** Header with conditions, table of chosen clusters, and why the others are not. */
  public String render(Instant now) {
    return header() + conditions() + decisions() + rejections() + requeue(now);
  }

  private String header() {
    int chosen = result.decisions().size();
    int seen = chosen + result.rejections().size();
    String missing =
        result.unscheduled() == 0
            ? ""
            : style.yellow(", %d missing".formatted(result.unscheduled()));
    return "%s  %d of %d clusters%s\n"
        .formatted(style.bold(placement.qualifiedName()), chosen, seen, missing);
  }

  private String conditions() {
    if (!result.status().isScheduled()) {
      String reason = result.status().message();
      return "  %s%s\n"
          .formatted(
              style.yellow(result.status().code().wireName()),
              reason.isEmpty() ? "" : ": " + reason);
    }
    Table table = new Table("  ");
    result.conditions().forEach(condition -> table.row(conditionCells(condition)));
    return table.render();
  }

  private List<Cell> conditionCells(Condition condition) {
    boolean good = isGood(condition);
    String sign = good ? style.sign("✓", "ok") : style.sign("✗", "!!");
    return List.of(
        Cell.left(sign).painted(good ? style::green : style::red),
        Cell.left(condition.type()),
        Cell.left(condition.status().wireName()),
        Cell.left(condition.reason()),
        Cell.left(firstLine(condition.message())).painted(style::dim));
  }

  /** The text of a CEL compiler goes on with an excerpt, which the JSON output has. */
  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static boolean isGood(Condition condition) {
    boolean wantsFalse = condition.type().equals(ClusterConditions.PLACEMENT_MISCONFIGURED);
    return (condition.status() == ConditionStatus.FALSE) == wantsFalse;
  }

  private String decisions() {
    if (result.decisions().isEmpty()) {
      return "";
    }
    boolean grouped = result.decisions().stream().anyMatch(d -> !groupName(d).equals("0"));
    Map<String, ClusterScore> scores =
        result.scores().stream().collect(Collectors.toMap(ClusterScore::cluster, score -> score));
    Table table = new Table("  ").row(titles(grouped));
    for (Decision decision : result.decisions()) {
      table.row(decisionCells(decision, grouped, scores));
    }
    return "\n" + table.render();
  }

  private List<Cell> titles(boolean grouped) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.left("CLUSTER")));
    if (grouped) {
      cells.add(Cell.left("GROUP"));
    }
    cells.add(Cell.right("SCORE"));
    for (PrioritizerScores prioritizer : result.prioritizers()) {
      String weight = style.sign(" ×", " x") + prioritizer.weight();
      cells.add(Cell.right(shortName(prioritizer.name()) + weight));
    }
    return cells.stream().map(cell -> cell.painted(style::dim)).toList();
  }

  private static String shortName(String prioritizer) {
    return prioritizer.replace("AddOn/", "").replace("ResourceAllocatable", "");
  }

  private List<Cell> decisionCells(
      Decision decision, boolean grouped, Map<String, ClusterScore> scores) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.left(decision.cluster())));
    if (grouped) {
      cells.add(Cell.left(groupName(decision)));
    }
    cells.add(Cell.right(Long.toString(decision.score())).painted(style::bold));
    ClusterScore score = scores.get(decision.cluster());
    for (PrioritizerScores prioritizer : result.prioritizers()) {
      Long value = score == null ? null : score.prioritizers().get(prioritizer.name());
      cells.add(Cell.right(value == null ? "-" : value.toString()));
    }
    return cells;
  }

  private static String groupName(Decision decision) {
    Decision.Group group = decision.group();
    if (group == null) {
      return "lost";
    }
    return group.name().isEmpty() ? "" + group.index() : group.index() + " " + group.name();
  }

  private String rejections() {
    if (result.rejections().isEmpty()) {
      return "";
    }
    String head = "\n  " + style.bold("Not chosen: " + result.rejections().size()) + "\n";
    return head + (all ? eachRejection() : rejectionsByReason());
  }

  private String eachRejection() {
    Table table = new Table("    ");
    for (Rejection rejection : result.rejections()) {
      table.row(
          Cell.left(rejection.cluster()),
          Cell.left(rejection.stage().wireName()).painted(style::yellow),
          Cell.left(texts.reason(rejection)),
          Cell.left(texts.place(rejection.path())).painted(style::dim));
    }
    return table.render();
  }

  /** The same stage and the same term are one reason. */
  private record Reason(Rejection.Stage stage, String term, String place) {}

  private String rejectionsByReason() {
    Map<Reason, List<Rejection>> byReason =
        result.rejections().stream()
            .collect(Collectors.groupingBy(this::reason, LinkedHashMap::new, Collectors.toList()));
    Table table = new Table("    ");
    byReason.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Reason, List<Rejection>> e) -> e.getKey().stage())
                .thenComparingInt(e -> -e.getValue().size()))
        .forEach(entry -> table.row(reasonCells(entry.getKey(), entry.getValue())));
    return table.render();
  }

  private Reason reason(Rejection rejection) {
    String term = texts.text(rejection.path(), rejection.term());
    return new Reason(rejection.stage(), term, texts.place(rejection.path()));
  }

  private List<Cell> reasonCells(Reason reason, List<Rejection> rejections) {
    return List.of(
        Cell.right(Integer.toString(rejections.size())),
        Cell.left(reason.stage().wireName()).painted(style::yellow),
        Cell.left(reason.term()),
        Cell.left(foundValues(reason, rejections)),
        Cell.left(reason.place()).painted(style::dim));
  }

  /** What clusters have instead; nothing where the term says it already. */
  private String foundValues(Reason reason, List<Rejection> rejections) {
    if (reason.stage() == Rejection.Stage.NUMBER_OF_CLUSTERS) {
      return "";
    }
    Map<String, Long> counts =
        rejections.stream()
            .map(rejection -> rejection.found() == null ? "absent" : rejection.found())
            .filter(value -> !isSaidBy(reason.term(), value))
            .collect(
                Collectors.groupingBy(value -> value, LinkedHashMap::new, Collectors.counting()));
    String shown =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(SHOWN_VALUES)
            .map(this::counted)
            .collect(Collectors.joining(", "));
    return counts.size() > SHOWN_VALUES ? shown + ", " + style.sign("…", "...") : shown;
  }

  /** The value of a CEL expression says no more than that it does not hold. */
  private static boolean isSaidBy(String term, String value) {
    return term.contains(value) || value.equals("false");
  }

  private String counted(Map.Entry<String, Long> value) {
    return value.getValue() == 1
        ? value.getKey()
        : value.getKey() + " " + style.sign("×", "x") + value.getValue();
  }

  private String requeue(Instant now) {
    Duration after = result.requeueAfter();
    return after == null
        ? ""
        : "\n  A toleration ends at %s; then this is decided anew.\n".formatted(now.plus(after));
  }
}
