package io.openclustermanagement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the README shows is what the command prints: every {@code console} block is one command
 * behind {@code $} and its output; {@code -Dgolden.write=true} rewrites the outputs.
 */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Path README = ROOT.resolve("README.md");

  @Test
  void showsWhatTheCommandPrints() throws IOException {
    String actual = String.join("\n", replayed(Files.readAllLines(README))) + "\n";
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(README, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(README));
  }

  private static List<String> replayed(List<String> lines) throws IOException {
    List<String> replayed = new ArrayList<>();
    int blocks = 0;
    for (int i = 0; i < lines.size(); i++) {
      replayed.add(lines.get(i));
      if (lines.get(i).equals("```console")) {
        blocks++;
        String command = lines.get(++i);
        replayed.add(command);
        replayed.addAll(output(command));
        while (!lines.get(i + 1).equals("```")) {
          i++;
        }
      }
    }
    assertThat(blocks).isPositive();
    return replayed;
  }

  private static List<String> output(String line) throws IOException {
    assertThat(line).startsWith("$ ./ocm ");
    SessionRecorder.Outcome outcome =
        new SessionRecorder(ROOT).run("LANG=C.UTF-8 ocm " + line.substring("$ ./ocm ".length()));
    return (outcome.out() + outcome.err()).stripTrailing().lines().toList();
  }
}
