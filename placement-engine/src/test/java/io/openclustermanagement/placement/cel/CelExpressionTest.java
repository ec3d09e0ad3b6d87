package io.openclustermanagement.placement.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.cel.CelExpression.Wanted;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions on objects. */
class CelExpressionTest {
  private static final CelScope SCOPE = CelScope.EMPTY.with("object");
  private static final JsonObject POD =
      JsonObject.of(
          Map.of(
              "kind",
              "Pod",
              "metadata",
              Map.of("name", "web", "labels", withNull("app", "web", "gone")),
              "spec",
              Map.of(
                  "replicas",
                  3,
                  "share",
                  0.5,
                  "containers",
                  List.of(Map.of("name", "a"), Map.of("name", "b", "image", "x")),
                  "odd",
                  Arrays.asList(1, null))));

  private static Map<String, Object> withNull(String key, Object value, String absent) {
    Map<String, Object> map = new HashMap<>();
    map.put(key, value);
    map.put(absent, null);
    return map;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          object.spec.replicas + 1                                  | 4
          object.spec.share                                         | 0.5
          object.spec.containers.filter(c, has(c.image)).size()     | 1
          object.spec.containers.map(c, c.name).join('-')           | a-b
          has(object.metadata.labels.gone)                          | false
          'gone' in object.metadata.labels                          | false
          object.metadata.labels.size()                             | 1
          object.metadata.labels.all(k, k == 'app')                 | true
          object.metadata.labels == {'app': 'web'}                  | true
          object.spec.odd[1] == null                                | true
          object.?metadata.?annotations.?x.orValue('none')          | none
          sets.contains([1, 2, 3], [3, 1])                          | true
          sets.intersects([1], [2])                                 | false
          sets.equivalent([1, 1], [1])                              | true
          quantity('1Gi').isGreaterThan(quantity('1M'))             | true
          """)
  void givesAValue(String expression, String value) throws CelCompilationException {
    assertThat(evaluate(expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          object.spec.nothing          | there is no `nothing`
          object.spec.odd[7]           | a list has no element 7
          object.spec.share + 'x'      | a value has not the type that is needed
          object.spec.replicas / 0     | division by zero
          """)
  void failsInWords(String expression, String reason) throws CelCompilationException {
    assertThat(evaluate(expression)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          objct.spec                   | there is no `objct` at character 1
          true && params.x             | there is no `params` at character 9
          variables.rate > 1           | there is no `variables.rate` at character 1
          object.spec +                | the syntax is wrong at character 14
          1 + 'x' == 2                 | `+` does not take (int, string) at character 3
          object.scores('x') == []     | there is no `scores` at character 14
          'x' + 'y'                    | it gives text instead of true or false
          [true]                       | it gives a list instead of true or false
          """)
  void isRefusedInWords(String expression, String reason) {
    assertThatThrownBy(() -> CelExpression.compile(expression, SCOPE, Wanted.TRUTH_VALUE))
        .hasMessage(reason);
  }

  @Test
  void namedExpressionsAreEvaluatedOnceAndWhenNeeded() throws CelCompilationException {
    CelExpression twice = CelExpression.compile("object.spec.replicas * 2", SCOPE, Wanted.ANYTHING);
    CelScope scope = SCOPE.with("variables.twice", twice);
    CelExpression broken = CelExpression.compile("object.nothing", scope, Wanted.ANYTHING);
    scope = scope.with("variables.broken", broken).with("element");
    CelExpression sum =
        CelExpression.compile(
            "variables.twice + variables.twice + element < 20 || variables.broken",
            scope,
            Wanted.TRUTH_VALUE);
    CelBudget budget = new CelBudget(100);
    CelBindings bindings =
        new CelBindings(budget)
            .bind("object", CelJson.of(POD))
            .define("variables.twice", twice)
            .define("variables.broken", broken);
    assertThat(sum.evaluate(bindings.with("element", 7L))).isEqualTo(new CelResult.Value(true));
    long first = budget.cost();
    assertThat(sum.evaluate(bindings.with("element", 9L)))
        .isEqualTo(new CelResult.Failure("there is no `nothing`"));
    assertThat(budget.cost() - first).isLessThan(first + 3);
  }

  @Test
  void whatItCostsIsLimitedInPartsAndAsAWhole() throws CelCompilationException {
    CelExpression all =
        CelExpression.compile(
            "object.all(x, object.all(y, x + y >= 0))", SCOPE, Wanted.TRUTH_VALUE);
    Object numbers = LongStream.range(0, 100).boxed().toList();
    CelBudget whole = CelBudget.ofParts(100_000);
    CelResult.Failure tooMuch = new CelResult.Failure("it takes more computation than is allowed");
    assertThat(all.evaluate(new CelBindings(whole.part(1000)).bind("object", numbers)))
        .isEqualTo(tooMuch);
    assertThat(whole.isExhausted()).isFalse();
    assertThat(all.evaluate(new CelBindings(whole.part(90_000)).bind("object", numbers)))
        .isEqualTo(new CelResult.Value(true));
    assertThat(all.evaluate(new CelBindings(whole.part(90_000)).bind("object", numbers)))
        .isEqualTo(tooMuch);
    assertThat(whole.isExhausted()).isTrue();
  }

  private static String evaluate(String expression) throws CelCompilationException {
    CelExpression compiled = CelExpression.compile(expression, SCOPE, Wanted.ANYTHING);
    CelBindings bindings = new CelBindings(new CelBudget(10_000)).bind("object", CelJson.of(POD));
    return switch (compiled.evaluate(bindings)) {
      case CelResult.Value(Object value) -> value.toString();
      case CelResult.Failure(String reason) -> reason;
    };
  }
}
