package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Arguments;
import io.openclustermanagement.cli.args.Suggestion;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.output.Console;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The command as a function from what it sees to how it ends. */
public final class Ocm {
  /** Each is made only when it is asked for, because loading all of them takes time. */
  private static final Map<String, Supplier<Command>> COMMANDS = commands();

  private Ocm() {}

  private static Map<String, Supplier<Command>> commands() {
    Map<String, Supplier<Command>> commands = new LinkedHashMap<>();
    commands.put("check", CheckCommand::new);
    commands.put("lint", LintCommand::new);
    commands.put("fmt", FmtCommand::new);
    commands.put("build", BuildCommand::new);
    commands.put("import", ImportCommand::new);
    commands.put("simulate", SimulateCommand::new);
    commands.put("evaluate", EvaluateCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("report", ReportCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("test", TestCommand::new);
    commands.put("crds", CrdsCommand::new);
    commands.put("lsp", LspCommand::new);
    return Collections.unmodifiableMap(commands);
  }

  /** Runs one command; nothing is thrown, and both streams are flushed. */
  public static ExitCode run(Session session) {
    Console console = new Console(session);
    ExitCode code = guarded(session, console, () -> dispatch(session, console));
    return guarded(
        session,
        console,
        () -> {
          console.flush();
          return code;
        });
  }

  private static ExitCode guarded(Session session, Console console, Supplier<ExitCode> body) {
    try {
      return body.get();
    } catch (UsageException e) {
      console.err("ocm: " + e.getMessage() + "\n");
      return ExitCode.USAGE;
    } catch (OutsideException e) {
      console.err("ocm: " + e.getMessage() + "\n");
      console.flush();
      return ExitCode.OUTSIDE_FAILED;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      console.err(BugReport.save(session, e));
      return ExitCode.INTERNAL_ERROR;
    }
  }

  private static ExitCode dispatch(Session session, Console console) {
    List<String> words = session.arguments();
    String name = words.isEmpty() ? "" : words.getFirst();
    return switch (name) {
      case "" -> {
        console.err(overview());
        yield ExitCode.USAGE;
      }
      case "--version" -> print(console, "ocm " + Version.TEXT + "\n");
      case "--help", "-h" -> print(console, overview());
      case "help" ->
          print(console, words.size() > 1 ? command(words.get(1)).usage().help() : overview());
      default -> run(session, console, command(name), words.subList(1, words.size()));
    };
  }

  private static ExitCode run(
      Session session, Console console, Command command, List<String> words) {
    Usage usage = command.usage();
    if (words.contains("--help") || words.contains("-h")) {
      return print(console, usage.help());
    }
    return command.run(new Run(session, Arguments.parse(usage, words), console));
  }

  private static Command command(String name) {
    Supplier<Command> found = COMMANDS.get(name);
    if (found == null) {
      throw new UsageException(
          "There is no command `%s`.%s Run `ocm --help` for the list."
              .formatted(name, Suggestion.sentence(name, COMMANDS.keySet())));
    }
    return found.get();
  }

  private static ExitCode print(Console console, String text) {
    console.out(text);
    return ExitCode.OK;
  }

  private static String overview() {
    StringBuilder text = new StringBuilder("Usage: ocm COMMAND ...\n\n");
    COMMANDS.forEach(
        (name, command) ->
            text.append("  %-9s %s%n".formatted(name, command.get().usage().summary())));
    return text.append("\nRun `ocm COMMAND --help` for its options.\n").toString();
  }
}
