package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.reasoning.ExemptionResult;
import java.util.Objects;
import java.util.stream.Collectors;

/** Exemptions as people read them. */
final class ExemptionText {
  private ExemptionText() {}

  /** Who is let off until when, and why; on one line. */
  static String inWords(Exemption exemption) {
    String ticket = exemption.spec().ticket();
    return "exempted by %s until %s (%s%s): %s"
        .formatted(
            exemption.metadata().name(),
            exemption.spec().until(),
            exemption.spec().owner(),
            ticket == null ? "" : ", " + ticket,
            exemption.spec().because());
  }

  /** One line for each exemption. */
  static String render(Simulation simulation, Style style) {
    return simulation.exemptions().results().stream()
        .map(each -> line(each, style))
        .collect(Collectors.joining());
  }

  private static String line(ExemptionResult result, Style style) {
    Exemption exemption = result.exemption();
    String namespace = Objects.requireNonNullElse(exemption.metadata().namespace(), "");
    return "%s %s%s  %s; %s%s\n"
        .formatted(
            style.dim("exemption"),
            namespace.isEmpty() ? "" : style.bold(namespace + "/"),
            style.bold(exemption.metadata().name()),
            state(result, style),
            covers(result),
            result.problem().map(each -> "; " + each).orElse(""));
  }

  private static String state(ExemptionResult result, Style style) {
    String until = result.exemption().spec().until();
    String owner = result.exemption().spec().owner();
    return switch (result.state()) {
      case ACTIVE -> "applies until %s (%s)".formatted(until, owner);
      case ENDING ->
          style.yellow("ends %s, on %s".formatted(when(result.days()), until)) + " (" + owner + ")";
      case EXPIRED ->
          style.red("ended on %s and is not applied".formatted(until)) + " (" + owner + ")";
      case INVALID -> style.red("cannot be applied");
    };
  }

  private static String when(long days) {
    return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
  }

  private static String covers(ExemptionResult result) {
    long unknown =
        result.findings().stream().filter(each -> each.state() == VerdictState.UNKNOWN).count();
    long known = result.findings().size() - unknown;
    String verb = result.state() == ExemptionResult.State.EXPIRED ? "would cover" : "covers";
    String count = known == 0 ? "nothing" : known + (known == 1 ? " result" : " results");
    String more =
        unknown == 0
            ? ""
            : " and %d that %s unknown".formatted(unknown, unknown == 1 ? "is" : "are");
    return "%s %s%s".formatted(verb, count, more);
  }
}
