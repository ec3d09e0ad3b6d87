package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Arguments;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.output.Console;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.DiagnosticRenderer;
import io.openclustermanagement.dsl.diagnostic.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One run of a command.
 *
 * @param session the world
 * @param arguments what the user typed behind the name of the command
 * @param console where to write
 */
record Run(Session session, Arguments arguments, Console console) {

  /** The time that the run has for now: {@code --now}, or else the clock to the second. */
  Instant now() {
    return arguments
        .value("--now")
        .map(Run::instant)
        .orElseGet(() -> session.clock().instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** The day of {@link #now}, as it is in UTC. */
  Optional<LocalDate> today() {
    return Optional.of(LocalDate.ofInstant(now(), ZoneOffset.UTC));
  }

  /**
   * The sources that are named.
   *
   * @throws UsageException if none is
   */
  List<String> sources() {
    if (arguments.operands().isEmpty()) {
      throw new UsageException("Name at least one source: a file, a directory, or `-`.");
    }
    return arguments.operands();
  }

  /** Where further kinds are described. */
  List<String> schemas() {
    return arguments.values("--schemas");
  }

  /** Shows findings to a person who asked for something else: errors and warnings, no notes. */
  void reportDiagnostics(List<Diagnostic> diagnostics) {
    reportAll(diagnostics.stream().filter(each -> each.severity() != Severity.INFO).toList());
  }

  /** Shows findings to a person who asked for them. */
  void reportAll(List<Diagnostic> diagnostics) {
    console.err(new DiagnosticRenderer(console.errStyle().colour()).render(diagnostics));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "`--now %s` is not a time such as 2026-11-01T00:00:00Z.".formatted(text));
    }
  }
}
