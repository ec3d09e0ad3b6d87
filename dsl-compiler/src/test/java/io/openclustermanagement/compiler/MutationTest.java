package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No source, however wrong, makes the compiler fail; and where it fails, it says so. */
final class MutationTest {

  private static final Path GOLDEN =
      Path.of(System.getProperty("repository.root", ".."))
          .resolve("dsl-compiler/src/test/resources/golden");
  private static final Pattern WORD = Pattern.compile("\"[^\"\\n]*\"|[\\w.-]+|[^\\s\\w]");
  private static final int MUTANTS = 2500;

  @Test
  void mutatedSourcesAreReportedOrCompiled() throws IOException {
    List<String> sources = sources();
    List<String> words = new ArrayList<>();
    for (String source : sources) {
      Matcher matcher = WORD.matcher(source);
      while (matcher.find()) {
        words.add(matcher.group());
      }
    }
    int clean = 0;
    for (int seed = 0; seed < MUTANTS; seed++) {
      Random random = new Random(seed);
      String mutant = mutate(sources.get(random.nextInt(sources.size())), words, random);
      clean += compiles(seed, mutant) ? 1 : 0;
    }
    assertThat(clean).isGreaterThan(MUTANTS / 250);
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      List<String> sources = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".ocm")).sorted().toList()) {
        if (!file.toString().contains("too_large")) {
          sources.add(Files.readString(file));
        }
      }
      return sources;
    }
  }

  private static String mutate(String source, List<String> words, Random random) {
    String mutant = source;
    for (int i = 0; i <= random.nextInt(3); i++) {
      List<int[]> places = new ArrayList<>();
      Matcher matcher = WORD.matcher(mutant);
      while (matcher.find()) {
        places.add(new int[] {matcher.start(), matcher.end()});
      }
      int[] place = places.get(random.nextInt(places.size()));
      String word = random.nextInt(4) == 0 ? "" : words.get(random.nextInt(words.size()));
      mutant = mutant.substring(0, place[0]) + word + mutant.substring(place[1]);
    }
    return mutant;
  }

  private static boolean compiles(int seed, String mutant) {
    try {
      CompilationResult result =
          Compiler.compile(List.of(new SourceFile("main.ocm", mutant)), CompilerOptions.DEFAULT);
      assertThat(result.diagnostics())
          .allSatisfy(each -> assertThat(each.summary()).matches("(?s)\\p{Lu}.*\\.|`.*\\."));
      assertThat(result.hasErrors())
          .isEqualTo(result.diagnostics().stream().anyMatch(Diagnostic::isError));
      return !result.hasErrors();
    } catch (RuntimeException | StackOverflowError e) {
      return fail("seed " + seed + ":\n" + mutant, e);
    }
  }
}
