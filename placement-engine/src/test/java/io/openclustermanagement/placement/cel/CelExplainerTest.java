package io.openclustermanagement.placement.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.cel.CelCondition.Comparison;
import io.openclustermanagement.placement.cel.CelCondition.ResourceField;
import io.openclustermanagement.placement.cel.CelExplainer.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelExplainerTest {
  private final CelExplainer explainer = new CelExplainer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "true                                        ~ true",
        "1 < 2 && 2 < 3 && true                      ~ all(1 < 2, 2 < 3, true)",
        "1 < 2 && (2 < 3 || true)                    ~ all(1 < 2, any(2 < 3, true))",
        "1 < 2 || 2 < 3 && true                      ~ any(1 < 2, all(2 < 3, true))",
        "((1 < 2))                                   ~ 1 < 2",
        "(1 < 2) == (2 < 3)                          ~ (1 < 2) == (2 < 3)",
        "!(1 < 2 && true)                            ~ not(all(1 < 2, true))",
        "!has(managedCluster.spec)                   ~ not(has(managedCluster.spec))",
        "!true == false                              ~ !true == false",
        "!!true                                      ~ not(not(true))",
        "!(1 in [1])                                 ~ not(1 in [1])",
        "true ? false && true : true                 ~ true ? false && true : true",
        "managedCluster.?spec.hasValue() && true     ~ all(managedCluster.?spec.hasValue(), true)",
        "'a && b' == 'a || b' && true                ~ all('a && b' == 'a || b', true)",
        "r'\\d' == '&&' || 'it\\'s || ' != ''         ~ any(r'\\d' == '&&', 'it\\'s || ' != '')",
        "'''a'&&'b''' != '' && true                  ~ all('''a'&&'b''' != '', true)",
        "[1].exists(x, x > 0 && x < 2) || false      ~ any([1].exists(x, x > 0 && x < 2), false)",
        "{'a': true && false}['a'] && true           ~ all({'a': true && false}['a'], true)"
      })
  void findsTheBooleanStructure(String expression, String structure)
      throws CelCompilationException {
    assertThat(show(explainer.parse(expression))).isEqualTo(structure);
  }

  @Test
  void commentsAreNotCutAt() throws CelCompilationException {
    assertThat(show(explainer.parse("true // not && this\n && false")))
        .isEqualTo("all(true // not && this, false)");
  }

  private static String show(CelTerm term) {
    return switch (term) {
      case CelTerm.All all -> "all" + show(all.operands());
      case CelTerm.Any any -> "any" + show(any.operands());
      case CelTerm.Not not -> "not(" + show(not.operand()) + ")";
      case CelTerm.Atom atom -> atom.text();
    };
  }

  private static String show(List<CelTerm> operands) {
    return "(" + String.join(", ", operands.stream().map(CelExplainerTest::show).toList()) + ")";
  }

  /** The value of a structure, put together from its atoms, is the value of the expression. */
  @Test
  void theStructureMeansWhatTheExpressionMeans() throws CelCompilationException {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String expression = randomExpression(random, 4);
      CelTerm term = explainer.parse(expression);
      assertThat(value(term))
          .as("seed %d, expression %s", seed, expression)
          .isEqualTo(TestClusters.evaluate(expression).matched());
    }
  }

  private static String randomExpression(Random random, int depth) {
    String left = depth == 0 ? "" : randomExpression(random, depth - 1);
    return switch (depth == 0 ? 0 : random.nextInt(5)) {
      case 0 ->
          List.of("true", "1 > 2", "'&&' == '||'", "!false", "1 in [1]").get(random.nextInt(5));
      case 1 -> "(" + left + ")";
      case 2 -> "!(" + left + ")";
      case 3 -> left + " && " + randomExpression(random, depth - 1);
      default -> left + " || " + randomExpression(random, depth - 1);
    };
  }

  private boolean value(CelTerm term) {
    return switch (term) {
      case CelTerm.All all -> all.operands().stream().allMatch(this::value);
      case CelTerm.Any any -> any.operands().stream().anyMatch(this::value);
      case CelTerm.Not not -> !value(not.operand());
      case CelTerm.Atom atom ->
          explainer.evaluate(atom, TestClusters.C1, TestClusters.SCORES).matched();
    };
  }

  @Test
  void showsWhatAnAtomFound() throws CelCompilationException {
    assertThat(
            found(
                "semver(managedCluster.status.version.kubernetes.replace('v', '', 1)).major() == 2"))
        .containsExactly(new Found("managedCluster.status.version.kubernetes", "v1.29.4"));
    assertThat(found("managedCluster.metadata.labels[\"zone\"] == managedCluster.metadata.name"))
        .containsExactly(
            new Found("managedCluster.metadata.labels[\"zone\"]", null),
            new Found("managedCluster.metadata.name", "c1"));
    assertThat(found("managedCluster.scores(\"s1\").exists(s, s.value > 50)"))
        .containsExactly(new Found("managedCluster.scores(\"s1\")", "2 items"));
    assertThat(found("[\"env\"].exists(k, managedCluster.metadata.labels[k] == \"x\")")).isEmpty();
    assertThat(found("managedCluster.metadata.?labels.?env.orValue(\"\") == \"managedCluster.x\""))
        .containsExactly(new Found("managedCluster.metadata.?labels.?env", "optional(prod)"));
    assertThat(
            found(
                "managedCluster.status.clusterClaims.exists(c, c.name == \"nodes\" && c.value =="
                    + " \"13\")"))
        .containsExactly(new Found("claim nodes", "12"));
  }

  private List<Found> found(String expression) throws CelCompilationException {
    CelTerm.Atom atom = (CelTerm.Atom) explainer.parse(expression);
    return explainer.explain(atom, TestClusters.C1, TestClusters.SCORES).found();
  }

  @Test
  void recognizesConditions() throws CelCompilationException {
    String labels = "managedCluster.metadata.labels";
    assertThat(conditions(labels + "['env'] == 'prod'"))
        .containsExactly(new CelCondition.LabelIn("env", Set.of("prod"), false));
    assertThat(conditions("'prod' != " + labels + ".env"))
        .containsExactly(new CelCondition.LabelIn("env", Set.of("prod"), true));
    assertThat(conditions("'env' in " + labels + " && " + labels + "['env'] in ['a', 'b']"))
        .containsExactly(
            new CelCondition.LabelExists("env"),
            new CelCondition.LabelIn("env", Set.of("a", "b"), false));
    assertThat(conditions("has(" + labels + ".env)"))
        .containsExactly(new CelCondition.LabelExists("env"));
    String claims = "managedCluster.status.clusterClaims";
    assertThat(conditions(claims + ".exists(c, c.name == 'p' && c.value == 'AWS')"))
        .containsExactly(new CelCondition.ClaimIn("p", Set.of("AWS")));
    assertThat(conditions(claims + ".exists(c, c.value in ['a', 'b'] && c.name == 'p')"))
        .containsExactly(new CelCondition.ClaimIn("p", Set.of("a", "b")));
    assertThat(conditions(claims + ".filter(c, c.name == 'p')[0].value == 'AWS'"))
        .containsExactly(new CelCondition.ClaimIn("p", Set.of("AWS")));
    assertThat(conditions(claims + ".filter(c, c.name == 'p')[0].value in ['a', 'b']"))
        .containsExactly(new CelCondition.ClaimIn("p", Set.of("a", "b")));
    assertThat(conditions(claims + ".exists(c, c.name == 'p')"))
        .containsExactly(new CelCondition.ClaimIn("p", Set.of()));
  }

  @Test
  void recognizesComparisons() throws CelCompilationException {
    String version = "managedCluster.status.version.kubernetes";
    assertThat(
            conditions(
                "semver(" + version + ".replace('v', '', 1)).compareTo(semver('1.29.0')) >= 0"))
        .containsExactly(new CelCondition.VersionCompares(Comparison.AT_LEAST, "1.29.0"));
    assertThat(conditions("semver(" + version + ".substring(1)).isLessThan(semver('1.29.0'))"))
        .containsExactly(new CelCondition.VersionCompares(Comparison.LESS, "1.29.0"));
    assertThat(
            conditions(
                "quantity(managedCluster.status.allocatable.cpu).compareTo(quantity('32')) != 0"))
        .containsExactly(
            new CelCondition.ResourceCompares(
                ResourceField.ALLOCATABLE, "cpu", Comparison.OTHER, new Quantity("32")));
    assertThat(
            conditions(
                "quantity(managedCluster.status.capacity['memory']).isGreaterThan(quantity('1Gi'))"))
        .containsExactly(
            new CelCondition.ResourceCompares(
                ResourceField.CAPACITY, "memory", Comparison.GREATER, new Quantity("1Gi")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "managedCluster.metadata.name == 'c1'",
        "managedCluster.metadata.labels['a'] == managedCluster.metadata.labels['b']",
        "managedCluster.metadata.labels['a'].startsWith('x')",
        "managedCluster.status.clusterClaims.all(c, c.name == 'p')",
        "managedCluster.status.clusterClaims.exists(c, c.name == 'p' || c.value == 'x')",
        "semver('1.0.0').compareTo(semver('1.29.0')) >= 0",
        "semver(managedCluster.status.version.kubernetes.replace('v', '', 1)).compareTo(semver('1.29.0')) >= 1",
        "quantity(managedCluster.metadata.name).compareTo(quantity('1')) >= 0"
      })
  void doesNotClaimToUnderstandTheRest(String expression) throws CelCompilationException {
    assertThat(conditions(expression)).isEmpty();
  }

  private List<CelCondition> conditions(String expression) throws CelCompilationException {
    List<CelCondition> conditions = new ArrayList<>();
    collect(explainer.parse(expression), conditions);
    return conditions;
  }

  private static void collect(CelTerm term, List<CelCondition> conditions) {
    switch (term) {
      case CelTerm.All all -> all.operands().forEach(t -> collect(t, conditions));
      case CelTerm.Any any -> any.operands().forEach(t -> collect(t, conditions));
      case CelTerm.Not not -> collect(not.operand(), conditions);
      case CelTerm.Atom atom -> atom.condition().ifPresent(conditions::add);
    }
  }
}
