package io.openclustermanagement.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs lines of a session in a directory and writes down what a user would see.
 *
 * <p>A line is {@code ocm …}, with variables before it ({@code TTY=1} for a terminal) and {@code <
 * FILE} behind it for standard input, or {@code cat FILE} to show what was written.
 */
final class SessionRecorder {
  static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z_]+=.*");

  private final Path directory;

  SessionRecorder(Path directory) {
    this.directory = directory;
  }

  /** What came of one run. */
  record Outcome(ExitCode code, String out, String err) {}

  /** The lines, each followed by its outcome. */
  String record(List<String> lines) throws IOException {
    StringBuilder transcript = new StringBuilder();
    for (String line : lines) {
      transcript.append("$ ").append(line).append('\n').append(outcome(line));
    }
    return transcript.toString();
  }

  private String outcome(String line) throws IOException {
    if (line.startsWith("cat ")) {
      Path file = directory.resolve(line.substring(4));
      return (Files.exists(file) ? Files.readString(file) : "there is no such file\n") + "\n";
    }
    Outcome outcome = run(line);
    return outcome.out()
        + (outcome.err().isEmpty() ? "" : "--- stderr\n" + outcome.err())
        + "--- exit "
        + outcome.code().number()
        + "\n\n";
  }

  /** Runs one line. */
  Outcome run(String line) throws IOException {
    Map<String, String> environment = new HashMap<>();
    List<String> words = new ArrayList<>();
    byte[] in = new byte[0];
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (word.equals("<") && matcher.find()) {
        in = Files.readAllBytes(directory.resolve(matcher.group(2)));
      } else if (words.isEmpty() && VARIABLE.matcher(word).matches()) {
        environment.put(
            word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
      } else {
        words.add(word);
      }
    }
    return run(environment, words.subList(1, words.size()), in);
  }

  Outcome run(Map<String, String> environment, List<String> arguments, byte[] in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    boolean terminal = environment.containsKey("TTY");
    ExitCode code =
        Ocm.run(
            new Session(
                arguments,
                new ByteArrayInputStream(in),
                out,
                err,
                environment,
                directory,
                terminal,
                terminal,
                InstantSource.fixed(NOW)));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
