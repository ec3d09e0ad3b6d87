package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.governance.reporting.Matrix;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedPolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row for each policy and a column for each cluster, as an image (SVG) that is a part of the
 * page. What is worse is also higher, so that it can be read without colours; neighbours in the
 * same state are one shape, so that a thousand clusters are small enough.
 */
final class HeatMap {
  private static final int LABEL = 260;
  private static final int FIGURES = 120;
  private static final int ROW = 18;
  private static final int WIDTH = 820;
  private static final int MAX_CELL = 26;
  private static final int MOST_NAMED = 60;
  private static final int LONGEST_LABEL = 40;

  private final Matrix matrix;
  private final double cell;
  private final int head;
  private final StringBuilder svg = new StringBuilder();

  private HeatMap(Report report) {
    this.matrix = Matrix.of(report);
    int columns = Math.max(1, report.clusters().size());
    this.cell = Math.min(MAX_CELL, (double) WIDTH / columns);
    this.head = isNamed() ? 130 : 24;
  }

  static String write(Report report) {
    return legend() + new HeatMap(report).draw();
  }

  private boolean isNamed() {
    return matrix.clusters().size() <= MOST_NAMED;
  }

  private String draw() {
    double width = LABEL + matrix.clusters().size() * cell + FIGURES;
    int height = head + matrix.policies().size() * ROW + 6;
    svg.append(
        "<svg class=\"map\" viewBox=\"0 0 %s %d\" style=\"max-width:%spx\" role=\"img\""
            .formatted(number(width), height, number(width)));
    svg.append(" aria-label=\"Each policy on each cluster; the tables below say the same\">\n");
    columns();
    for (int row = 0; row < matrix.policies().size(); row++) {
      row(matrix.policies().get(row), head + row * ROW);
    }
    return svg.append("</svg>\n").toString();
  }

  /** The names of clusters, or of very many the first and the last. */
  private void columns() {
    List<String> clusters = matrix.clusters();
    svg.append(
        "<text class=\"soft\" x=\"%s\" y=\"%d\">violated</text>\n"
            .formatted(number(LABEL + clusters.size() * cell + 8), head - 6));
    if (isNamed()) {
      for (int i = 0; i < clusters.size(); i++) {
        double x = LABEL + (i + 0.5) * cell + 4;
        svg.append(
            "<text transform=\"translate(%s %d) rotate(-60)\">%s</text>\n"
                .formatted(number(x), head - 6, Html.text(clip(clusters.get(i), 22))));
      }
    } else {
      svg.append(
          "<text x=\"%d\" y=\"14\">%s clusters by name, from %s</text>\n"
              .formatted(LABEL, clusters.size(), Html.text(clip(clusters.getFirst(), 30))));
      svg.append(
          "<text x=\"%s\" y=\"14\" text-anchor=\"end\">to %s</text>\n"
              .formatted(number(LABEL + WIDTH), Html.text(clip(clusters.getLast(), 30))));
    }
  }

  private void row(ReportedPolicy policy, int y) {
    int violated = 0;
    int reached = 0;
    Map<ReportState, StringBuilder> paths = new EnumMap<>(ReportState.class);
    for (Run run : runs(policy)) {
      paths.computeIfAbsent(run.state, _ -> new StringBuilder()).append(shape(run, y));
      violated += run.state == ReportState.NON_COMPLIANT ? run.length : 0;
      reached += run.length;
    }
    svg.append(
        "<g><title>%s: %d violated of %d clusters</title>"
            .formatted(Html.text(policy.id()), violated, reached));
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
            .formatted(LABEL - 8, y + 13, Html.text(clip(policy.name(), LONGEST_LABEL))));
    paths.forEach(
        (state, path) ->
            svg.append("<path d=\"%s\" fill=\"var(--%s)\"/>".formatted(path, state.wireName())));
    svg.append(
        "<text class=\"soft\" x=\"%s\" y=\"%d\">%d of %d</text></g>\n"
            .formatted(
                number(LABEL + matrix.clusters().size() * cell + 8), y + 13, violated, reached));
  }

  private record Run(int start, int length, ReportState state) {}

  /** Wide cells stay apart; narrow ones in the same state are joined. */
  private List<Run> runs(ReportedPolicy policy) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < matrix.clusters().size(); i++) {
      Optional<ReportState> state = matrix.state(policy, matrix.clusters().get(i));
      if (state.isPresent()) {
        Run last = runs.isEmpty() ? null : runs.getLast();
        if (cell < 4
            && last != null
            && last.state == state.get()
            && last.start + last.length == i) {
          runs.set(runs.size() - 1, new Run(last.start, last.length + 1, last.state));
        } else {
          runs.add(new Run(i, 1, state.get()));
        }
      }
    }
    return runs;
  }

  private String shape(Run run, int y) {
    int height = height(run.state);
    double gap = cell < 4 ? 0 : 1;
    return "M%s %sh%sv%dh-%sz"
        .formatted(
            number(LABEL + run.start * cell),
            number(y + (ROW - height) / 2.0),
            number(run.length * cell - gap),
            height,
            number(run.length * cell - gap));
  }

  private static int height(ReportState state) {
    return switch (state) {
      case NON_COMPLIANT, ERROR -> 16;
      case PENDING -> 11;
      case EXEMPTED -> 8;
      case COMPLIANT -> 5;
      case UNKNOWN, SKIPPED -> 2;
    };
  }

  private static String legend() {
    StringBuilder legend = new StringBuilder("<ul class=\"legend\">\n");
    for (ReportState state : ReportState.values()) {
      int height = height(state);
      legend.append(
          "<li><svg viewBox=\"0 0 14 16\" aria-hidden=\"true\"><path d=\"M0 %dh14v%dh-14z\" fill=\"var(--%s)\"/></svg> %s</li>%n"
              .formatted((16 - height) / 2, height, state.wireName(), Html.word(state)));
    }
    return legend
        .append("<li>nothing: the policy does not reach the cluster</li></ul>\n")
        .toString();
  }

  private static String clip(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }

  /** At most two digits behind the point. */
  private static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
