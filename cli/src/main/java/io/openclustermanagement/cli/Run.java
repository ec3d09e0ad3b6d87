package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Arguments;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.output.Console;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

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

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "`--now %s` is not a time such as 2026-11-01T00:00:00Z.".formatted(text));
    }
  }
}
