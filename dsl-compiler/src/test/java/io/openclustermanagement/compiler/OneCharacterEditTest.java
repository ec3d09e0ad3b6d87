package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Label;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One slip of the finger in one of the examples: nothing fails, and if the slip is reported at all,
 * some finding points within three lines of it. A few cannot: a changed name of a declaration is
 * found where it is used, perhaps in another file. {@code -Dedits=20000} tries more, and {@code
 * -Dedits.show=true} prints the ones that are reported elsewhere.
 */
final class OneCharacterEditTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("repository.root", "..")).resolve("examples");
  private static final int EDITS = Integer.getInteger("edits", 600);
  private static final int NEAR = 3;
  private static final String TYPED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \n\t.,;:!?\"'`{}[]()<>=+-*/\\|&%$#@^~_é\u200b\uD83D";

  /** Files that see each other, one of which is edited. */
  private record Example(List<SourceFile> sources, int edited, List<Diagnostic> before) {
    String text() {
      return sources.get(edited).text();
    }

    List<Diagnostic> compile(String text) {
      SourceFile changed = new SourceFile(sources.get(edited).name(), text);
      List<SourceFile> files = new ArrayList<>(sources);
      files.set(edited, changed);
      return Compiler.compile(files, CompilerOptions.DEFAULT).diagnostics();
    }
  }

  /** An edit and where it is. */
  private record Edit(String text, int offset) {}

  @Test
  void slipsAreReportedWhereTheyAre() throws IOException {
    List<Example> examples = examples();
    int reported = 0;
    int near = 0;
    for (int seed = 0; seed < EDITS; seed++) {
      Random random = new Random(seed);
      Example example = examples.get(random.nextInt(examples.size()));
      Edit edit = edit(example.text(), random);
      List<Diagnostic> found = added(example, compile(seed, example, edit));
      if (!found.isEmpty()) {
        reported++;
        boolean isNear = found.stream().anyMatch(each -> isNear(each, example, edit));
        near += isNear ? 1 : 0;
        show(seed, example, edit, isNear, found);
      }
    }
    double share = 100.0 * near / reported;
    System.out.printf(
        "one-character edits: %d, reported %d, within %d lines %.1f %%%n",
        EDITS, reported, NEAR, share);
    assertThat(share).isGreaterThanOrEqualTo(95);
  }

  private static void show(
      int seed, Example example, Edit edit, boolean isNear, List<Diagnostic> found) {
    if (!isNear && Boolean.getBoolean("edits.show")) {
      SourceFile file = new SourceFile(example.sources().get(example.edited()).name(), edit.text());
      int line = file.line(Math.min(edit.offset(), file.text().length()));
      System.out.printf("%d %s:%d %s%n", seed, file.name(), line, file.lineText(line).strip());
      Diagnostic first = found.getFirst();
      System.out.printf(
          "    %s:%d %s%n",
          first.primary().span().file(), first.primary().span().line(), first.summary());
    }
  }

  private static List<Diagnostic> compile(int seed, Example example, Edit edit) {
    try {
      return example.compile(edit.text());
    } catch (RuntimeException | StackOverflowError e) {
      return fail("seed " + seed + ":\n" + edit.text(), e);
    }
  }

  /** What was not found before, by its text: places move with an edit. */
  private static List<Diagnostic> added(Example example, List<Diagnostic> after) {
    Map<String, Integer> before = new HashMap<>();
    example.before().forEach(each -> before.merge(key(each), 1, Integer::sum));
    return after.stream().filter(each -> before.merge(key(each), -1, Integer::sum) < 0).toList();
  }

  private static String key(Diagnostic finding) {
    return finding.primary().span().file() + finding.code().id() + finding.summary();
  }

  private static boolean isNear(Diagnostic finding, Example example, Edit edit) {
    return Stream.concat(Stream.of(finding.primary()), finding.related().stream())
        .anyMatch(label -> isNear(label, example, edit));
  }

  private static boolean isNear(Label label, Example example, Edit edit) {
    SourceFile file = label.span().file();
    if (!file.name().equals(example.sources().get(example.edited()).name())) {
      return false;
    }
    int line = file.line(Math.min(edit.offset(), file.text().length()));
    return label.span().line() - NEAR <= line && line <= label.span().endLine() + NEAR;
  }

  private static Edit edit(String text, Random random) {
    int at = random.nextInt(text.length());
    String typed = String.valueOf(TYPED.charAt(random.nextInt(TYPED.length())));
    return switch (random.nextInt(4)) {
      case 0 -> new Edit(text.substring(0, at) + text.substring(at + 1), at);
      case 1 -> new Edit(text.substring(0, at) + typed + text.substring(at), at);
      case 2 -> new Edit(text.substring(0, at) + typed + text.substring(at + 1), at);
      default -> {
        int next = Math.min(at + 1, text.length() - 1);
        yield new Edit(
            text.substring(0, at)
                + text.charAt(next)
                + text.charAt(at)
                + text.substring(Math.min(next + 1, text.length())),
            at);
      }
    };
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    addAll(sources("language"), examples);
    addAll(
        Stream.concat(sources("placements").stream(), sources("tests").stream()).toList(),
        examples);
    return examples;
  }

  private static void addAll(List<SourceFile> sources, List<Example> examples) {
    List<Diagnostic> before = Compiler.compile(sources, CompilerOptions.DEFAULT).diagnostics();
    for (int i = 0; i < sources.size(); i++) {
      examples.add(new Example(sources, i, before));
    }
  }

  private static List<SourceFile> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".ocm"))
          .sorted()
          .map(OneCharacterEditTest::source)
          .toList();
    }
  }

  private static SourceFile source(Path file) {
    try {
      return new SourceFile(EXAMPLES.relativize(file).toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
