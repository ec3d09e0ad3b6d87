package io.openclustermanagement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.cli.MarkdownPage.Block;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.Fixer;
import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every code has its page in {@code docs/diagnostics}, and what a page shows is true: the blocks of
 * source up to a {@code text} block are checked, and the block is what a user sees. {@code Avoid}
 * gives the code of the page and no other, {@code Prefer} gives nothing, and where there is a safe
 * fix, it turns the one into the other. {@code -Dgolden.write=true} rewrites the outputs and the
 * index.
 */
class DiagnosticPagesTest {
  private static final Path PAGES =
      Path.of(System.getProperty("repository.root", "..")).resolve("docs/diagnostics");

  /** What the examples import; it lies beside them. */
  private static final Path FLEET = PAGES.resolve("fleet.ocm");

  /**
   * A mistake of ours cannot be shown, as it would be repaired; some others need a large file,
   * bytes that are no text, or a value from outside, and are shown by tests of their own.
   */
  private static final Set<Code> WITHOUT_EXAMPLE =
      Set.of(
          Code.INTERNAL_ERROR,
          Code.MANIFESTS_TOO_LARGE,
          Code.NOT_REPRODUCED,
          Code.UNKNOWN_PARAMETER,
          Code.EXPECTATION_FAILED,
          Code.EXPECTATION_NOT_RUN,
          Code.FILE_TOO_LARGE,
          Code.NOT_UTF8,
          Code.YAML_TOO_LARGE,
          Code.YAML_TOO_MANY_DOCUMENTS,
          Code.YAML_NESTING,
          Code.YAML_ENCODING,
          Code.TOO_DEEP);

  @Test
  void everyCodeHasAPageAndEveryPageACode() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Arrays.stream(Code.values()).map(code -> code.id() + ".md"),
                      Stream.of("README.md", "fleet.ocm"))
                  .toList());
    }
  }

  @Test
  void theIndexListsAllPages() throws IOException {
    Path index = PAGES.resolve("README.md");
    List<String> lines = Files.readAllLines(index);
    List<String> actual = new ArrayList<>();
    String range = "";
    for (String line : lines) {
      if (line.startsWith("## ")) {
        range = line.replaceAll("\\D", "");
        actual.add(line);
        actual.add("");
        actual.addAll(entries(range));
        actual.add("");
      } else if (range.isEmpty()) {
        actual.add(line);
      }
    }
    write(index, String.join("\n", actual).stripTrailing() + "\n");
  }

  private static List<String> entries(String range) {
    return Arrays.stream(Code.values())
        .filter(code -> code.id().startsWith("OCM" + range.charAt(0)))
        .map(code -> "* [%s](%s.md) %s".formatted(code.id(), code.id(), code.title()))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> pagesShowWhatHappens(@TempDir Path scratch) {
    return Arrays.stream(Code.values())
        .filter(code -> Files.exists(page(code)))
        .map(code -> DynamicTest.dynamicTest(code.id(), () -> check(code, scratch)));
  }

  private static Path page(Code code) {
    return PAGES.resolve(code.id() + ".md");
  }

  private static void check(Code code, Path scratch) throws IOException {
    MarkdownPage page = MarkdownPage.read(page(code));
    assertThat(page.title()).isEqualTo(code.id() + ": " + code.title());
    Path directory = Files.createDirectories(scratch.resolve(code.id()));
    Files.copy(FLEET, directory.resolve(FLEET.getFileName()));
    Map<String, Map<String, String>> examples = new LinkedHashMap<>();
    List<String> shown = new ArrayList<>();
    String text =
        page.replay(
            (heading, blocks, output) -> {
              examples.put(heading, files(blocks));
              String actual = run(directory, files(blocks), output.info());
              shown.add(actual);
              return actual;
            });
    assertThat(shown.stream().anyMatch(each -> each.contains(code.id())))
        .isNotEqualTo(WITHOUT_EXAMPLE.contains(code));
    if (examples.containsKey("Avoid")) {
      Map<String, String> prefer = files(page.blocks("Prefer"));
      assertThat(advice(shown.getFirst())).isNotEmpty().allMatch(each -> each.contains(code.id()));
      assertThat(advice(run(directory, prefer, "ocm lint"))).isEmpty();
      checkFixes(sources(examples.get("Avoid")), prefer);
    }
    write(page(code), text);
  }

  /** The findings of lint and analysis in an output. */
  private static List<String> advice(String output) {
    return output.lines().filter(line -> line.matches("\\w+\\[OCM[34].*")).toList();
  }

  private static void checkFixes(List<SourceFile> avoid, Map<String, String> prefer) {
    List<SourceFile> fixed = Fixer.fix(avoid, options());
    if (!fixed.equals(avoid)) {
      assertThat(fixed.stream().collect(Collectors.toMap(SourceFile::name, SourceFile::text)))
          .isEqualTo(prefer);
    }
  }

  private static List<SourceFile> sources(Map<String, String> files) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(".ocm"))
        .map(file -> new SourceFile(file.getKey(), file.getValue()))
        .toList();
  }

  private static CompilerOptions options() {
    SourceLoader loader =
        module -> module.equals("acme.fleet") ? Optional.of(fleet()) : Optional.empty();
    LocalDate today = LocalDate.ofInstant(SessionRecorder.NOW, ZoneOffset.UTC);
    return new CompilerOptions(Target.NATIVE, Map.of(), loader, today);
  }

  private static SourceFile fleet() {
    try {
      return new SourceFile("fleet.ocm", Files.readString(FLEET));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The blocks as files; one without a name is the main file. */
  private static Map<String, String> files(List<Block> blocks) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Block block : blocks) {
      String name = block.info().isEmpty() ? "main." + block.language() : block.info();
      files.put(name, block.text());
    }
    return files;
  }

  /** What a user sees who checks the files, or who gives the command behind {@code text}. */
  private static String run(Path directory, Map<String, String> files, String command)
      throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
    String line = command.isEmpty() ? "ocm check" : command;
    SessionRecorder.Outcome outcome =
        new SessionRecorder(directory)
            .run("LANG=C.UTF-8 " + line + " " + String.join(" ", files.keySet()));
    return outcome.err().isEmpty() ? outcome.out() : outcome.err();
  }

  private static void write(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
