package io.openclustermanagement.governance.reporting.format;

import io.openclustermanagement.governance.reporting.Dimension;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import io.openclustermanagement.governance.reporting.ReportedObject;
import io.openclustermanagement.governance.reporting.Result;
import io.openclustermanagement.governance.reporting.RollUp;
import io.openclustermanagement.governance.reporting.Waiver;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What matters in Markdown as GitHub renders it, short enough for a comment on a pull request,
 * which may have 65,536 characters.
 */
final class MarkdownReport {
  private static final int MAX_ROWS = 40;
  private static final int MAX_TEXT = 240;
  private static final int SOON = 30;

  private static final Comparator<Result> WORST_FIRST =
      Comparator.comparing(Result::state).thenComparing(each -> each.check().severity());

  private final StringBuilder text = new StringBuilder();

  private MarkdownReport() {}

  static String write(Report report) {
    MarkdownReport writer = new MarkdownReport();
    writer.summary(report);
    writer.policies(report);
    writer.violations(report);
    writer.controls(report);
    writer.exemptions(report);
    return writer.text.toString();
  }

  private void summary(Report report) {
    text.append("# Compliance of the fleet\n\n")
        .append(
            "%d policies on %d clusters, %s.%n%n"
                .formatted(report.policies().size(), report.clusters().size(), report.time()));
    table("Results", report.counts().total() + " in all");
    report
        .counts()
        .counts()
        .forEach((state, count) -> row(state.wireName(), Integer.toString(count)));
  }

  private void policies(Report report) {
    heading("Policies");
    table("Policy", "State", "Clusters violated", "of");
    rows(
        RollUp.by(Dimension.POLICY, report),
        each ->
            row(
                each.key(),
                each.counts().stateName(),
                Integer.toString(each.clusters().get(ReportState.NON_COMPLIANT)),
                Integer.toString(each.clusters().total())));
  }

  private void violations(Report report) {
    List<Result> open =
        report.results().stream()
            .filter(each -> each.state().isOpen() && each.state() != ReportState.UNKNOWN)
            .sorted(WORST_FIRST)
            .toList();
    if (!open.isEmpty()) {
      heading("What is open");
      table("Severity", "State", "Policy", "Cluster", "Object", "Message");
      rows(open, this::violation);
    }
    unknown(report);
  }

  private void violation(Result result) {
    row(
        result.check().severity().wireName(),
        result.state().wireName(),
        result.check().policy().id() + " / " + result.check().template(),
        result.check().cluster(),
        result.object().map(ReportedObject::label).orElse(""),
        result.check().message());
  }

  private void unknown(Report report) {
    List<RollUp> clusters =
        RollUp.by(Dimension.CLUSTER, report).stream()
            .filter(each -> each.counts().get(ReportState.UNKNOWN) > 0)
            .toList();
    if (!clusters.isEmpty()) {
      heading("What is not known");
      table("Cluster", "Unknown", "of");
      rows(
          clusters,
          each ->
              row(
                  each.key(),
                  Integer.toString(each.counts().get(ReportState.UNKNOWN)),
                  Integer.toString(each.counts().total())));
    }
  }

  private void controls(Report report) {
    List<RollUp> controls = RollUp.by(Dimension.CONTROL, report);
    if (controls.isEmpty()) {
      return;
    }
    heading("Controls");
    table("Control", "State", "Compliant", "of");
    rows(
        controls,
        each ->
            row(
                (each.key() + " " + each.title()).strip(),
                each.counts().stateName(),
                Integer.toString(each.counts().get(ReportState.COMPLIANT)),
                Integer.toString(each.counts().total())));
  }

  private void exemptions(Report report) {
    Stream<Waiver> ending =
        report.waivers().stream()
            .filter(each -> each.daysLeft(report.day()).map(days -> days <= SOON).orElse(false));
    List<Waiver> shown = ending.toList();
    if (shown.isEmpty()) {
      return;
    }
    heading("Exemptions that end within %d days or have ended".formatted(SOON));
    table("Exemption", "Until", "Owner", "Because");
    rows(shown, each -> row(each.id(), day(each), each.owner(), each.because()));
  }

  private static String day(Waiver waiver) {
    return waiver.until().map(Object::toString).orElse("");
  }

  private <T> void rows(List<T> items, Consumer<T> row) {
    items.stream().limit(MAX_ROWS).forEach(row);
    if (items.size() > MAX_ROWS) {
      text.append("\n… and %d more.\n".formatted(items.size() - MAX_ROWS));
    }
  }

  private void heading(String title) {
    text.append("\n## ").append(title).append("\n\n");
  }

  private void table(String... titles) {
    row(titles);
    text.append("|").repeat(" --- |", titles.length).append('\n');
  }

  private void row(String... cells) {
    for (String cell : cells) {
      text.append("| ").append(escape(cell)).append(' ');
    }
    text.append("|\n");
  }

  /** The text as it is, on one line: nothing in it is a link, a mention, a tag or a column. */
  static String escape(String value) {
    String line = value.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    StringBuilder escaped = new StringBuilder();
    for (int c : abridged(line).replace("://", ":\u200B//").codePoints().toArray()) {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '@' -> escaped.append("&#64;");
        case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '#', '+', '!', '|', '~', '$' ->
            escaped.append('\\').appendCodePoint(c);
        default -> escaped.appendCodePoint(c);
      }
    }
    return escaped.toString();
  }

  private static String abridged(String line) {
    return Optional.of(line)
        .filter(each -> each.codePointCount(0, each.length()) > MAX_TEXT)
        .map(each -> each.substring(0, each.offsetByCodePoints(0, MAX_TEXT - 1)) + "…")
        .orElse(line);
  }
}
