package io.openclustermanagement.placement.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.CelOutcome;
import io.openclustermanagement.placement.CelSelectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cost model, the budget and the guards beyond it. */
class CostTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // A list, and for each of its two maps a selection and a map.
        "managedCluster.scores('s1')                        | 73",
        "managedCluster.scores('empty')                     | 11",
        "managedCluster.scores('missing')                   | 11",
        // The text once, and every list and map of the result; scalars are free.
        "'{}'.parseJSON()                                   | 31",
        "'[]'.parseJSON()                                   | 11",
        "'{\"a\": {\"b\": [1, 2]}}'.parseJSON()             | 72",
        "'true'.parseJSON()                                 | 1",
        "'not json'.parseJSON()                             | 1"
      })
  void chargesForOcmFunctions(String expression, long cost) throws CelCompilationException {
    assertThat(TestClusters.evaluate(expression).cost()).isEqualTo(cost);
  }

  /** [Q] Upstream has costs for these functions too, but OCM's estimator hides them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "quantity('1Gi').isGreaterThan(quantity('1Mi'))     | 3",
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'.find('a+')  | 1",
        "cidr('10.0.0.0/8').containsIP('10.1.1.1')          | 2"
      })
  void chargesOneForKubernetesFunctions(String expression, long cost)
      throws CelCompilationException {
    assertThat(TestClusters.evaluate(expression).cost()).isEqualTo(cost);
  }

  /** [Q] The variable of a branch is not charged, only the selections on it. */
  @Test
  void aTernaryBranchCostsOneLess() throws CelCompilationException {
    assertThat(TestClusters.evaluate("managedCluster.metadata.name == 'c1'").cost()).isEqualTo(4);
    assertThat(TestClusters.evaluate("(true ? managedCluster : {}).metadata.name == 'c1'").cost())
        .isEqualTo(3);
  }

  @Test
  void shortCircuitsAreNotCharged() throws CelCompilationException {
    assertThat(TestClusters.evaluate("false && managedCluster.metadata.name == 'c1'").cost())
        .isZero();
  }

  @Test
  void anExpressionBeyondItsBudgetFails() throws CelCompilationException {
    String million =
        "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(a, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(b,"
            + " [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(c, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(d,"
            + " [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(e, a + b + c + d + e))))).size() > 0";
    CelOutcome outcome = TestClusters.evaluate(million);
    assertThat(outcome.matched()).isFalse();
    assertThat(outcome.cost()).isGreaterThan(CelSelectors.COST_LIMIT_PER_EXPRESSION);
    assertThat(outcome.problem())
        .isEqualTo("The expression failed: operation cancelled: actual cost limit exceeded.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Each costs next to nothing by cel-go's model and would fill the memory.
        "'a'.replace('', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')REPEATED.size() > 0 | .replace('a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')",
        "'%.900f'.format([1.0])REPEATED.size() > 0 | .replace('0', '0000000000000000000000000000000')"
      })
  void textsThatGrowWithoutCostAreStopped(String expression, String step)
      throws CelCompilationException {
    CelOutcome outcome = TestClusters.evaluate(expression.replace("REPEATED", step.repeat(8)));
    assertThat(outcome.cost()).isLessThan(100);
    assertThat(outcome.problem())
        .isEqualTo(
            "The expression failed: operation cancelled: the expression does too much work.");
  }

  @Test
  void aTextThatIsDoubledOverAndOverIsStopped() throws CelCompilationException {
    StringBuilder doubling = new StringBuilder("'0123456789'");
    for (int i = 0; i < 30; i++) {
      doubling.insert(0, "[").append("].map(s, s + s)[0]");
    }
    assertThat(TestClusters.evaluate(doubling + ".size() > 0").problem()).contains("cancelled");
  }

  @Test
  void deepJsonIsAnErrorAndNotAStackOverflow() throws CelCompilationException {
    String deep = "[".repeat(40_000);
    assertThat(TestClusters.evaluate("'" + deep + "'.parseJSON() == 1").problem())
        .isEqualTo("The expression failed: failed to parse json: exceeded max depth.");
  }
}
