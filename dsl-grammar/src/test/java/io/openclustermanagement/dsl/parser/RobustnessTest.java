package io.openclustermanagement.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.DiagnosticRenderer;
import io.openclustermanagement.dsl.diagnostic.Label;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.Nodes;
import io.openclustermanagement.dsl.testing.Examples;
import io.openclustermanagement.dsl.testing.Mutations;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever the input, the parser ends and says something about places in the file. To search for
 * new inputs with Jazzer, which reads class files up to Java 24: {@code JAZZER_FUZZ=1 mvn -pl
 * dsl-grammar test -Dtest=RobustnessTest#anyText -Dfuzz.hooks=true -Dmaven.compiler.release=24}.
 */
class RobustnessTest {

  private static final int MUTATIONS = 1_500;

  @FuzzTest
  void anyText(FuzzedDataProvider data) {
    check(data.consumeRemainingAsString());
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void damagedExamples() {
    long seed = Long.getLong("test.seed", new Random().nextLong());
    Random random = new Random(seed);
    List<SourceFile> examples = Examples.all();
    for (int i = 0; i < MUTATIONS; i++) {
      String original = examples.get(random.nextInt(examples.size())).text();
      String text = Mutations.mutate(original, random);
      try {
        check(text);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("-Dtest.seed=%d, mutation %d:%n%s".formatted(seed, i, text), e);
      }
    }
  }

  @Test
  void everyTruncationOfTheExamples() {
    for (SourceFile example : Examples.all()) {
      for (int end = 0; end < example.text().length(); end += 3) {
        check(example.text().substring(0, end));
      }
    }
  }

  private static void check(String text) {
    ParseResult result = OcmParser.parse(new SourceFile("test.ocm", text));
    assertThat(result.diagnostics()).hasSizeLessThanOrEqualTo(Limits.MAX_ERRORS);
    DiagnosticRenderer renderer = new DiagnosticRenderer(false);
    for (Diagnostic diagnostic : result.diagnostics()) {
      assertThat(diagnostic.summary())
          .endsWith(".")
          .doesNotContain("Exception", "Context", "IDENT");
      assertInside(diagnostic.primary(), text);
      diagnostic.related().forEach(label -> assertInside(label, text));
      assertThat(renderer.render(diagnostic)).isNotEmpty();
    }
    Nodes.walk(result.tree(), node -> assertInside(node, text));
    if (hasErrorNode(result)) {
      assertThat(result.diagnostics()).as("something was skipped in silence").isNotEmpty();
    }
  }

  private static boolean hasErrorNode(ParseResult result) {
    boolean[] found = {false};
    Nodes.walk(result.tree(), node -> found[0] |= node.getClass().getSimpleName().equals("Error"));
    return found[0];
  }

  private static void assertInside(Node node, String text) {
    assertThat(node.span().end()).isBetween(node.span().start(), text.length());
  }

  private static void assertInside(Label label, String text) {
    assertThat(label.span().end()).isBetween(label.span().start(), text.length());
  }
}
