package io.openclustermanagement.placement.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.CelOutcome;
import io.openclustermanagement.placement.CelSelectors;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DevCelSelectorsTest {
  private final DevCelSelectors selectors = new DevCelSelectors();

  @Test
  void isTheImplementationThatTheSchedulerFinds() {
    assertThat(CelSelectors.load()).isInstanceOf(DevCelSelectors.class);
  }

  @Test
  void onlyTrueMatches() throws CelCompilationException {
    assertThat(TestClusters.evaluate("managedCluster.metadata.name == 'c1'"))
        .isEqualTo(new CelOutcome(true, 4, null));
    assertThat(TestClusters.evaluate("managedCluster.metadata.name == 'c2'"))
        .isEqualTo(new CelOutcome(false, 4, null));
  }

  /** [Q] Upstream compiles an expression of any type; it just never matches. */
  @Test
  void aValueThatIsNoBooleanDoesNotMatch() throws CelCompilationException {
    CelOutcome outcome = TestClusters.evaluate("managedCluster.metadata.name");
    assertThat(outcome.matched()).isFalse();
    assertThat(outcome.problem())
        .isEqualTo("The expression gave a value of type string instead of true or false.");
  }

  @Test
  void anErrorDoesNotMatch() throws CelCompilationException {
    CelOutcome outcome = TestClusters.evaluate("managedCluster.metadata.labels['x'] != 'y'");
    assertThat(outcome.matched()).isFalse();
    assertThat(outcome.problem()).isEqualTo("The expression failed: no such key: x.");
  }

  @Test
  void compileErrorsReadAsUpstreamWritesThem() {
    assertThatThrownBy(() -> selectors.compile("1 +"))
        .isInstanceOf(CelCompilationException.class)
        .hasMessage(
            """
            compilation failed: ERROR: <input>:1:4: Syntax error: mismatched input '<EOF>' expecting \
            {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, \
            STRING, BYTES, IDENTIFIER}
             | 1 +
             | ...^""");
    assertThatThrownBy(() -> selectors.compile("\"a\" + 1"))
        .hasMessage(
            """
            compilation failed: ERROR: <input>:1:5: found no matching overload for '_+_' applied to \
            '(string, int)'
             | "a" + 1
             | ....^""");
    assertThatThrownBy(() -> selectors.compile("invalid.expression"))
        .hasMessage(
            """
            compilation failed: ERROR: <input>:1:1: undeclared reference to 'invalid' (in container '')
             | invalid.expression
             | ^""");
    assertThatThrownBy(() -> selectors.compile("'%d'.format(['a'])"))
        .hasMessage(
            """
            compilation failed: ERROR: <input>:1:14: error during formatting: decimal clause can only \
            be used on ints, uints, and doubles, was given string
             | '%d'.format(['a'])
             | .............^""");
  }

  /** [Q] A constant pattern of find is compiled with the program, one of matches when it runs. */
  @Test
  void aWrongConstantPatternOfFindIsACompileError() throws CelCompilationException {
    assertThatThrownBy(() -> selectors.compile("'a'.find('(') == ''"))
        .hasMessage("instantiation failed: error parsing regexp: missing closing ): `(`");
    assertThat(TestClusters.evaluate("'a'.matches('(')").problem())
        .isEqualTo("The expression failed: error parsing regexp: missing closing ): `(`.");
  }

  @Test
  void compilesEachExpressionOnce() throws CelCompilationException {
    assertThat(selectors.compile("1 < 2")).isSameAs(new DevCelSelectors().compile("1 < 2"));
  }

  @Test
  void oneProgramServesManyThreads() throws CelCompilationException {
    var program =
        selectors.compile("['a', 'b'].map(x, x + managedCluster.metadata.name)[1] == 'bc7'");
    Set<String> matched = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 10_000)
        .parallel()
        .mapToObj(i -> TestClusters.named("c" + i % 100, Map.of()))
        .filter(c -> program.evaluate(c, TestClusters.SCORES).matched())
        .forEach(c -> matched.add(c.metadata().name()));
    assertThat(matched).containsExactly("c7");
  }

  @Test
  void garbageNeverBreaksTheCompiler() {
    for (String garbage :
        new String[] {
          "", " ", "\u0000", "((((", "}", "a".repeat(200_000), "(".repeat(5_000), "!".repeat(5_000)
        }) {
      assertThatThrownBy(() -> selectors.compile(garbage))
          .isInstanceOf(CelCompilationException.class);
    }
  }
}
