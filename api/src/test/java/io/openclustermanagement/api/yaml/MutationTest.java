package io.openclustermanagement.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Garbled manifests give problems at places of the file, whatever they are; nothing is thrown. */
class MutationTest {
  private static final int ROUNDS = 6_000;
  private static final Path BROKEN =
      Path.of(System.getProperty("repository.root", ".."), "api/src/test/resources/broken");
  private static final List<String> PIECES =
      List.of(
          "\t",
          "\n",
          "\r\n",
          " ",
          "  ",
          ":",
          ": ",
          "- ",
          "-",
          "{",
          "}",
          "[",
          "]",
          ",",
          "\"",
          "'",
          "|",
          "|2\n",
          ">",
          "&a ",
          "*a",
          "!x ",
          "!!int ",
          "#",
          "?",
          "? ",
          "---",
          "\n---\n",
          "...",
          "<<: ",
          "%YAML 1.1\n",
          "@",
          "\\",
          "\\u",
          "~",
          "\u0000",
          "\ufeff",
          "😀",
          "\ud800",
          "\u2028",
          "null",
          "yes",
          "1e9",
          "kind: List\nitems:\n- ",
          "\u0085");

  @Test
  void garbledTextsGiveProblemsInTheFile() throws IOException {
    List<String> inputs = inputs();
    for (int seed = 0; seed < ROUNDS; seed++) {
      String text = mutate(inputs, new Random(seed));
      int round = seed;
      assertThatNoException()
          .as("seed %d%n%s", seed, text)
          .isThrownBy(() -> check(ManifestReader.read("test.yaml", text), round));
    }
  }

  @Test
  void garbledBytesGiveProblems() throws IOException {
    List<String> inputs = inputs();
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] bytes = mutate(inputs, random).getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int round = seed;
      assertThatNoException()
          .as("seed %d", seed)
          .isThrownBy(() -> check(ManifestReader.read("test.yaml", bytes), round));
    }
  }

  private static void check(Manifests manifests, int seed) {
    for (Problem problem : manifests.problems()) {
      Position position = problem.position();
      assertThat(position).as("seed %d: %s", seed, problem).isNotNull();
      if (position != null && !manifests.text().isEmpty()) {
        assertThat(position.start()).as("seed %d", seed).isBetween(0, position.end());
        assertThat(position.end())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(manifests.text().length());
      }
      assertThat(problem.message()).doesNotContain("snakeyaml").endsWith(".");
    }
    for (Document document : manifests.documents()) {
      Position name = document.positions().nearest("/metadata/name");
      assertThat(name.line()).as("seed %d", seed).isPositive();
      if (document instanceof Document.Typed typed) {
        assertThat(ManifestWriter.yaml(typed.object())).isNotEmpty();
      }
    }
  }

  private static String mutate(List<String> inputs, Random random) {
    StringBuilder text = new StringBuilder(inputs.get(random.nextInt(inputs.size())));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.setLength(at);
        case 2 -> text.insert(at, text.substring(at, end));
        default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }

  private static List<String> inputs() throws IOException {
    List<String> inputs = new ArrayList<>();
    for (int seed = 0; seed < 60; seed++) {
      inputs.add(ManifestWriter.yaml(new Samples(seed).object()));
      inputs.add(ManifestWriter.json(new Samples(seed).object()));
    }
    try (Stream<Path> files = Files.list(BROKEN)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        inputs.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return inputs;
  }
}
