package io.openclustermanagement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.cli.MarkdownPage.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The language reference is true: each {@code ocm} block compiles, a {@code text} block behind one
 * shows its findings, a {@code yaml} block what it builds. A block of clauses says behind its
 * language where they belong; tests are run. {@code -Dgolden.write=true} rewrites what is shown.
 */
class LanguagePageTest {
  private static final Path DOCS =
      Path.of(System.getProperty("repository.root", "..")).resolve("docs");
  private static final String HEAD =
      "module acme.shops\nhub namespace \"acme-apps\"\nimport acme.fleet\n\n";

  private String source = "";

  @Test
  void blocksCompileAndShowWhatHappens(@TempDir Path directory) throws IOException {
    Files.copy(DOCS.resolve("diagnostics/fleet.ocm"), directory.resolve("fleet.ocm"));
    Path page = DOCS.resolve("language.md");
    SessionRecorder commands = new SessionRecorder(directory);
    List<Block> blocks = MarkdownPage.read(page).blocks();
    String actual =
        MarkdownPage.read(page)
            .rewrite(
                block ->
                    switch (block.language()) {
                      case "ocm" -> compiled(block, blocks, directory, commands);
                      case "text" -> commands.run("ocm check main.ocm").err();
                      case "yaml" -> built(commands);
                      default -> block.text();
                    });
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(page, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(page));
  }

  private String compiled(Block block, List<Block> blocks, Path directory, SessionRecorder commands)
      throws IOException {
    source = wrapped(block);
    Files.writeString(directory.resolve("main.ocm"), source);
    int next = blocks.indexOf(block) + 1;
    if (next == blocks.size() || !blocks.get(next).language().equals("text")) {
      assertThat(commands.run("ocm check main.ocm").err()).doesNotContain("error[");
    }
    if (block.info().equals("test")) {
      SessionRecorder.Outcome outcome = commands.run("ocm test main.ocm");
      assertThat(outcome.code()).as(outcome.out()).isEqualTo(ExitCode.OK);
    }
    return block.text();
  }

  private static String wrapped(Block block) {
    if (block.info().equals("placement")) {
      return HEAD + "placement example {\n  from prod\n" + block.text().indent(2) + "}\n";
    }
    return (block.text().contains("module ") ? "" : HEAD) + block.text();
  }

  /** The objects of the last source, without those of what it imports. */
  private static String built(SessionRecorder commands) throws IOException {
    List<String> imported = documents(commands.run("ocm build fleet.ocm").out());
    return String.join(
        "---\n",
        documents(commands.run("ocm build main.ocm").out()).stream()
            .filter(document -> !imported.contains(document))
            .toList());
  }

  private static List<String> documents(String yaml) {
    return Arrays.asList(yaml.split("(?m)^---\n"));
  }
}
