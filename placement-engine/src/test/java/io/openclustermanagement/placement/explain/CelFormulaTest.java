package io.openclustermanagement.placement.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the search for changes understands of CEL. */
class CelFormulaTest {
  private static final String LABELS = "managedCluster.metadata.labels";
  private static final String CLAIMS = "managedCluster.status.clusterClaims";
  private static final String VERSION = "managedCluster.status.version.kubernetes";

  @Test
  void labelsInEveryFormAreOneFact() {
    Fact env = new Fact.Label("env");
    for (String expression :
        List.of(
            LABELS + "[\"env\"] == \"prod\"",
            LABELS + ".env == 'prod'",
            "'prod' == " + LABELS + ".env",
            LABELS + "[\"env\"] in [\"prod\", \"stage\"]",
            "!(" + LABELS + ".env != 'prod')")) {
      Formula.Atom atom = single(expression);
      assertThat(atom.fact()).as(expression).isEqualTo(env);
      assertThat(atom.test().test(Optional.of("prod"))).as(expression).isTrue();
      assertThat(atom.test().test(Optional.of("test"))).as(expression).isFalse();
      assertThat(atom.test().test(Optional.empty())).as(expression).isFalse();
      assertThat(atom.candidates()).as(expression).contains("prod");
    }
  }

  @Test
  void negationTakesTheAbsentValueIn() {
    Formula.Atom atom = single("!('env' in " + LABELS + ")");
    assertThat(atom.test().test(Optional.empty())).isTrue();
    assertThat(atom.test().test(Optional.of(""))).isFalse();
  }

  @Test
  void whereReadingALabelIsAnErrorTheNegationIsNoMatchEither() {
    Formula.Atom atom = single("!(" + LABELS + ".env == 'prod')");
    assertThat(atom.test().test(Optional.empty())).isFalse();
    assertThat(atom.test().test(Optional.of("test"))).isTrue();
    assertThat(atom.test().test(Optional.of("prod"))).isFalse();
  }

  @Test
  void claimsAreReadOutOfExistsAndFilter() {
    for (String expression :
        List.of(
            CLAIMS + ".exists(c, c.name == \"zone\" && c.value == \"eu\")",
            CLAIMS + ".exists(c, c.value in [\"eu\"] && c.name == \"zone\")",
            "!(!" + CLAIMS + ".exists(c, c.name == 'zone' && c.value == 'eu'))",
            CLAIMS + ".filter(c, c.name == \"zone\")[0].value == \"eu\"")) {
      Formula.Atom atom = single(expression);
      assertThat(atom.fact()).as(expression).isEqualTo(new Fact.Claim("zone"));
      assertThat(atom.test().test(Optional.of("eu"))).as(expression).isTrue();
      assertThat(atom.test().test(Optional.of("us"))).as(expression).isFalse();
    }
    assertThat(single(CLAIMS + ".exists(c, c.name == 'zone')").test().test(Optional.of("x")))
        .isTrue();
  }

  @Test
  void versionsAndQuantitiesAreOrdered() {
    Formula.Atom version =
        single("semver(" + VERSION + ".replace('v', '', 1)).compareTo(semver(\"1.29.0\")) >= 0");
    assertThat(version.fact()).isEqualTo(new Fact.Version());
    assertThat(version.candidates()).contains("v1.29.0");
    assertThat(version.test().test(Optional.of("v1.30.2"))).isTrue();
    assertThat(version.test().test(Optional.of("v1.28.9"))).isFalse();
    assertThat(version.test().test(Optional.of("unknown"))).isFalse();
    Formula.Atom cpu =
        single("quantity(managedCluster.status.allocatable['cpu']).isGreaterThan(quantity('8'))");
    assertThat(cpu.fact()).isEqualTo(new Fact.Allocatable("cpu"));
    assertThat(cpu.test().test(Optional.of("8000m"))).isFalse();
    assertThat(cpu.test().test(Optional.of("9"))).isTrue();
  }

  @Test
  void theGuardsOfTheCompilerAskForTheSameFact() {
    Formula formula =
        CelFormula.of(
            "has("
                + LABELS
                + ") && \"gpu\" in "
                + LABELS
                + " && "
                + LABELS
                + "[\"gpu\"] == \"a100\"");
    assertThat(formula.alternatives()).hasSize(1);
    assertThat(formula.alternatives().getFirst())
        .extracting(Formula.Atom::fact)
        .containsOnly(new Fact.Label("gpu"));
  }

  @Test
  void whatIsNotUnderstoodIsSaidToBe() {
    for (String expression :
        List.of(
            LABELS + ".env.startsWith('p')",
            "managedCluster.scores('usage').exists(s, s.value > 3)",
            "managedCluster.metadata.name == 'a'",
            "quantity('1').compareTo(quantity('2')) > 0",
            "this is not CEL (")) {
      assertThat(CelFormula.of(expression).hasOpaque()).as(expression).isTrue();
    }
  }

  private static Formula.Atom single(String expression) {
    List<List<Formula.Atom>> alternatives = CelFormula.of(expression).alternatives();
    assertThat(alternatives).as(expression).hasSize(1);
    assertThat(alternatives.getFirst()).as(expression).hasSize(1);
    return alternatives.getFirst().getFirst();
  }
}
