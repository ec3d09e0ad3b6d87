package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedSeverity;
import io.openclustermanagement.governance.reporting.StateCounts;
import java.util.Optional;

/** Parts of a page that several of its sections have. */
final class Html {
  private Html() {}

  /** Text where it means nothing but itself. */
  static String text(String text) {
    return Xml.escape(text);
  }

  /** A state with a sign, so that nobody needs the colour. */
  static String state(Optional<ReportState> state) {
    String name = state.map(ReportState::wireName).orElse(StateCounts.NOT_ASSESSED);
    return "<span class=\"state\" style=\"--c:var(--%s)\" data-mark=\"%s\">%s</span>"
        .formatted(name, state.map(Html::mark).orElse("∅"), words(name));
  }

  /** {@code NotAssessed} as {@code Not assessed}. */
  private static String words(String name) {
    return switch (name) {
      case "NonCompliant" -> "Violated";
      case StateCounts.NOT_ASSESSED -> "Not assessed";
      case "Skipped" -> "Left out";
      default -> name;
    };
  }

  static String word(ReportState state) {
    return words(state.wireName());
  }

  static String mark(ReportState state) {
    return switch (state) {
      case NON_COMPLIANT -> "✗";
      case ERROR -> "!";
      case PENDING -> "…";
      case UNKNOWN -> "?";
      case EXEMPTED -> "○";
      case SKIPPED -> "–";
      case COMPLIANT -> "✓";
    };
  }

  static String severity(ReportedSeverity severity) {
    String name = severity == ReportedSeverity.UNSPECIFIED ? "not given" : severity.wireName();
    return "<span class=\"severity %s\">%s</span>".formatted(severity.wireName(), name);
  }

  /** The cells of a table for the counts of each state. */
  static String counts(StateCounts counts) {
    StringBuilder cells = new StringBuilder();
    for (ReportState state : ReportState.values()) {
      int count = counts.get(state);
      cells.append("<td class=\"n%s\">%s</td>".formatted(count == 0 ? " soft" : "", count));
    }
    return cells.append("<td class=\"n\"><b>%d</b></td>".formatted(counts.total())).toString();
  }

  /** The titles above {@link #counts}. */
  static String countHeads() {
    StringBuilder heads = new StringBuilder();
    for (ReportState state : ReportState.values()) {
      heads.append("<th scope=\"col\" class=\"n\">%s</th>".formatted(word(state)));
    }
    return heads.append("<th scope=\"col\" class=\"n\">of</th>").toString();
  }

  static String section(String id, String title, String content) {
    return "<section id=\"%s\">\n<h2>%s</h2>\n%s</section>\n".formatted(id, title, content);
  }

  /** {@code 1 cluster}, {@code 2 clusters}, {@code 3 policies}. */
  static String count(long number, String one) {
    String many = one.endsWith("cy") ? one.replace("cy", "cies") : one + "s";
    return number + " " + (number == 1 ? one : many);
  }
}
