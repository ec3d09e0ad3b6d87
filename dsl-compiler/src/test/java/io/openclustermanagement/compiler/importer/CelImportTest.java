package io.openclustermanagement.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.ClusterCelSelector;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.Placement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelImportTest {
  private static final String VERSION = "managedCluster.status.version.kubernetes";

  private static String source(String cel) {
    return ImportedCel.where(cel);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "semver(V.replace('v', '', 1)).compareTo(semver(\"1.29.0\")) >= 0 | version >= v1.29",
        "semver(V.replace('v', '', 1)).isGreaterThan(semver(\"1.30.2\")) | version > v1.30.2",
        "semver(V.replace('v', '', 1)).isLessThan(semver('1.31.0')) | version < v1.31",
        "semver(V.replace('v', '', 1)).compareTo(semver(\"1.29.0-rc.1\"))==0 | version == v1.29.0-rc.1",
        "has(V) && isSemver(V.replace('v', '', 1)) | has version",
        "!(has(V) && isSemver(V.replace('v', '', 1))) | not has version",
        "!(has(V) && isSemver(V.replace('v', '', 1)) && semver(V.replace('v', '', 1)).compareTo(semver(\"1.29.0\")) == 0)"
            + " | version != v1.29",
        "quantity(A.cpu).compareTo(quantity(\"32\")) >= 0 | allocatable.cpu >= 32",
        "quantity(A[\"cpu\"]).isGreaterThan(quantity('1.5')) | allocatable.cpu > 1.5",
        "has(A.memory) && quantity(A.memory).isLessThan(quantity('64Gi')) | allocatable.memory < 64Gi",
        "quantity(A.cpu).compareTo(quantity(C.cpu)) < 0 | allocatable.cpu < capacity.cpu",
        "\"nvidia.com/gpu\" in A | has allocatable[\"nvidia.com/gpu\"]",
        "L[\"tier\"].startsWith(\"edge\") | label.tier startsWith \"edge\"",
        "has(L.tier) && L.tier.endsWith('x') | label.tier endsWith \"x\"",
        "L.tier == L.kind | label.tier == label.kind",
        "L['v'].matches('^1\\\\.(29)') | label.v matches \"^1\\\\.(29)\"",
        "L['v'].matches(r'^a(?s:.*)b$') | label.v like \"a*b\"",
        "managedCluster.metadata.name.contains(\"-eu-\") | name contains \"-eu-\"",
        "managedCluster.metadata.name != \"hub\" | name != \"hub\"",
        "managedCluster.metadata.name in ['a', 'b'] | name in [\"a\", \"b\"]",
        "!(managedCluster.metadata.name in [\"a\"]) | name not in [\"a\"]",
        "K.filter(x, x.name == \"id\")[0].value.startsWith(\"a\") | claim.id startsWith \"a\"",
        "K.filter(c, c.name == \"id\")[0].value == \"a b\" | claim.id == \"a b\"",
      })
  void recognisesTests(String cel, String expected) {
    assertThat(source(expand(cel))).isEqualTo(expected);
  }

  /** {@code import(build(source)) = source} for conditions that only CEL can say. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "version >= v1.29",
        "version != v1.30.2 and not version < v1.29",
        "has version and not has allocatable[\"nvidia.com/gpu\"]",
        "allocatable.cpu >= 32 and capacity.memory < 64Gi",
        "label.tier startsWith \"edge\" and label.tier not endsWith \"x\"",
        "label.tier like \"e?ge-*\" and label.v matches \"^v(1|2)\"",
        "label.a == label[\"b.c/d\"] and claim.id not contains \"x\"",
        "claim.id == \"not a label value\"",
        "name in [\"a\", \"b\"] and name != \"c\" and available",
        "label.env == \"prod\" and claim.id == \"7\" and version > v1.30.1 and cel(\"true\")",
      })
  void conditionsComeBack(String condition) {
    String source =
        "module placements.acme\nhub namespace \"acme\"\n\nplacement p {\n  where %s\n}\n"
            .formatted(condition);
    var built = Laws.built(List.of(new GeneratedFile("placements.acme.ocm", source)));
    Verdicts verdicts = new Verdicts();
    ImportResult result = Laws.imported(Laws.yaml(built), verdicts);
    assertThat(result.files()).hasSize(1);
    assertThat(ImportedCel.condition(result)).isEqualTo(condition);
    assertThat(verdicts.verbatimCount()).isZero();
  }

  @Test
  void takesSeveralTestsApart() {
    assertThat(
            source(
                expand(
                    "L.a == L.b && semver(V.replace('v', '', 1)).isLessThan(semver(\"1.30.0\"))")))
        .isEqualTo("label.a == label.b and version < v1.30");
  }

  @Test
  void recognisesAvailability() {
    assertThat(
            source(
                "managedCluster.status.conditions.exists(c, c.type =="
                    + " \"ManagedClusterConditionAvailable\" && c.status == \"True\")"))
        .isEqualTo("available");
  }

  /** A selector could say these, so the compiler would move them out of the CEL selector. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "L[\"env\"] == \"prod\"",
        "\"env\" in L",
        "L.env in ['a', 'b']",
        "!(has(L) && \"env\" in L && L[\"env\"] == \"prod\")",
        "K.filter(c, c.name == \"id\")[0].value == \"a\"",
      })
  void leavesSelectorTestsInCel(String cel) {
    assertThat(CelImport.recognise(expand(cel))).isEmpty();
  }

  /** These mean something else than the test that they resemble. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Strict: `v1.29.0` is an error, so no cluster is chosen.
        "semver(V).compareTo(semver(\"1.29.0\")) >= 0",
        "semver(V.replace('v', '', 1)).compareTo(semver(\"1.29\")) >= 0",
        // Without a `v` in other places, and failing where there is none.
        "semver(V.replace('v', '')).compareTo(semver(\"1.29.0\")) >= 0",
        "semver(V.substring(1)).compareTo(semver(\"1.29.0\")) >= 0",
        "semver(V, false).compareTo(semver(\"1.29.0\")) >= 0",
        // Without guards a negated test fails where the language says true.
        "!(semver(V.replace('v', '', 1)).compareTo(semver(\"1.29.0\")) >= 0)",
        "!(has(V) && semver(V.replace('v', '', 1)).compareTo(semver(\"1.29.0\")) >= 0)",
        "L.a != L.b",
        "!L.tier.startsWith('a')",
        // Any claim of the name, not the first.
        "K.exists(c, c.name == \"id\" && c.value.startsWith(\"a\"))",
        // Guards of other things.
        "has(managedCluster.metadata.annotations) && L.a == L.b",
        "has(V)",
        // What CEL knows and the language does not.
        "managedCluster.scores(\"s\").filter(s, s.name == 'cpu').all(e, e.value > 0)",
        "quantity(A.cpu).compareTo(quantity(\"1e3\")) > 0",
        "semver(V.replace('v', '', 1)).compareTo(semver(\"1.29.0\")) >= 1",
        "L.a == L.b || L.a == L.c",
        "L.v.matches('(?=a)')",
        "true",
        "",
        "((((",
        "L.?a.orValue('') == 'x'",
        "L.a == b'x'",
        "L.a == \"\"\"x\"\"\"",
        "L.a == L.b // comment",
        "L.a == L.b L.c",
        "{'a': 1}.size() == 1",
        "has()",
      })
  void leavesTheRestAsText(String cel) {
    assertThat(CelImport.recognise(expand(cel))).isEmpty();
  }

  @Test
  void nestingDoesNotExhaustTheStack() {
    for (String deep : List.of("(", "!", "-", "[", "a(", "a[", "a ? ")) {
      assertThat(CelImport.recognise(deep.repeat(100_000))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\" in managedCluster.metadata.labels",
        "x == \"\"\"y\"\"\"",
        "a\n  || b\t|| '${c}' == r'\\d'",
        "a\r\nb \u0001 \u00e4 \ud83d\ude00 $",
        "",
      })
  void keepsTextLetterForLetter(String cel) {
    Placement placement = ImportedCel.placement("  " + cel + "\n");
    var built = Laws.built(Laws.imported(Laws.yaml(List.of(placement))).files());
    assertThat(built).hasSize(1);
    ClusterSelector selector =
        ((Placement) built.getFirst()).spec().predicates().getFirst().requiredClusterSelector();
    assertThat(selector)
        .isEqualTo(new ClusterSelector(null, null, new ClusterCelSelector(List.of(cel))));
  }

  @Test
  void dropsNoGuardThatStandsAlone() {
    assertThat(CelImport.recognise(expand("has(A) && has(C)"))).isEmpty();
  }

  private static String expand(String cel) {
    return cel.replaceAll("\\bV\\b", VERSION)
        .replaceAll("\\bA\\b", "managedCluster.status.allocatable")
        .replaceAll("\\bC\\b", "managedCluster.status.capacity")
        .replaceAll("\\bK\\b", "managedCluster.status.clusterClaims")
        .replaceAll("\\bL\\b", "managedCluster.metadata.labels");
  }
}
