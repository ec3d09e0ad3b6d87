package io.openclustermanagement.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.SourceToken;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import io.openclustermanagement.dsl.testing.CanonicalTree;
import io.openclustermanagement.dsl.testing.Examples;
import io.openclustermanagement.dsl.testing.TreeDifference;
import io.openclustermanagement.dsl.testing.TreeGenerator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatLawsTest {

  private static final List<String> SPACES =
      List.of(" ", "\n", "\n\n", "  ;", "\t", "\n\n\n\n", "\r\n");

  static List<SourceFile> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void holdForTheExamples(SourceFile example) {
    Laws.assertHold(example.text());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void holdForTheExamplesOnOneLine(SourceFile example) {
    Laws.assertHold(respaced(example.text(), new Random(0), 0, true));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void holdWithSpaceAndCommentsBetweenAnyTwoTokens(SourceFile example) {
    for (long seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      String source = respaced(example.text(), random, random.nextInt(1, 40), false);
      assertHold(seed, source);
    }
  }

  private static void assertHold(long seed, String source) {
    assertThatCode(() -> Laws.assertHold(source)).as("seed %d", seed).doesNotThrowAnyException();
  }

  /**
   * The same tokens and comments with other space between them.
   *
   * @param share how many of a hundred gaps get a new comment
   */
  private static String respaced(String source, Random random, int share, boolean oneLine) {
    StringBuilder result = new StringBuilder();
    int number = 0;
    for (SourceToken token : SourceToken.of(new SourceFile("test.ocm", source))) {
      if (random.nextInt(100) < share) {
        result.append(comment(random, number++));
      }
      result.append(token.text());
      boolean endsLine = token.comment() && token.text().startsWith("//");
      result.append(endsLine ? "\n" : oneLine ? " " : space(random));
    }
    return result.toString();
  }

  private static String comment(Random random, int number) {
    String space = space(random);
    return switch (random.nextInt(6)) {
      case 0, 1 -> "// c%d%s\n%s".formatted(number, random.nextBoolean() ? " " : "", space);
      case 2, 3 -> "/* c%d */%s".formatted(number, space);
      case 4 -> "/* c%d\n     * more\n */%s".formatted(number, space);
      default -> "/// c%d\n%s".formatted(number, space);
    };
  }

  private static String space(Random random) {
    return SPACES.get(random.nextInt(SPACES.size()));
  }

  @Test
  void holdForAFileWithoutAnything() {
    assertThat(Laws.format("")).isEmpty();
    assertThat(Laws.format(" \n;\n\n")).isEmpty();
    assertThat(Laws.format("\n\n// only\n\n\n/* this */")).isEqualTo("// only\n\n/* this */\n");
  }

  @Test
  void holdForTreesBuiltByPrograms() {
    for (long seed = 0; seed < 800; seed++) {
      SourceUnit tree = new TreeGenerator(new Random(seed)).unit();
      assertThatCode(() -> assertHold(tree)).as("seed %d", seed).doesNotThrowAnyException();
    }
  }

  private static void assertHold(SourceUnit tree) {
    String text = OcmFormatter.format(tree);
    assertThat(TreeDifference.first(CanonicalTree.of(tree), Laws.parse(text)))
        .as("the tree behind%n%s", text)
        .isEmpty();
    Laws.assertHold(text);
  }
}
