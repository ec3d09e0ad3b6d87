package io.openclustermanagement.governance.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.compare.Difference.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of comparison, each named; what upstream does in each case was tried out there. */
class ObjectComparisonTest {

  private static ObjectComparison compare(String wanted, String existing, Strictness strictness) {
    return ObjectComparison.compare(
        Json.object(wanted), Json.object(existing), strictness, strictness);
  }

  private static ObjectComparison atLeast(String wanted, String existing) {
    return compare(wanted, existing, Strictness.AT_LEAST);
  }

  private static ObjectComparison exact(String wanted, String existing) {
    return compare(wanted, existing, Strictness.EXACT);
  }

  /** Wanted and existing value of a field below a top-level one; then what both merges give. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          surplus items are fine             | [a]                  | [a, b]                     | =                                | [a]
          the order of a list does not count | [b, a]               | [a, b]                     | =                                | =
          multiplicity counts                | [a, a]               | [a]                        | [a, a]                           | [a, a]
          a named item is changed in place   | [{name: x, v: 1}]    | [{name: x, v: 2, w: 3}]    | [{name: x, v: 1, w: 3}]          | [{name: x, v: 1}]
          an unnamed item piles up           | [{k: x, v: 1}]       | [{k: x, v: 2}]             | [{k: x, v: 1}, {k: x, v: 2}]     | [{k: x, v: 1}]
          a part of an item is enough        | [{k: x}]             | [{k: x, v: 2}]             | =                                | [{k: x}]
          a null does not care about a map   | null                 | {b: 1}                     | =                                | null
          a null is no scalar                | null                 | 3                          | null                             | null
          quantities by their amount         | "1Gi"                | "1024Mi"                   | =                                | =
          a text is a bool that prints alike | "true"               | true                       | =                                | =
          a quantity is no number            | "1"                  | 1                          | "1"                              | "1"
          a number is a text, though         | 1                    | "1"                        | =                                | =
          only the name is a merge key       | [{port: 80, p: UDP}] | [{port: 80, p: TCP}]       | [{port: 80, p: UDP}, {port: 80, p: TCP}] | [{port: 80, p: UDP}]
          the first of equal names is merged | [{name: x, v: 1}]    | [{name: x, v: 2}, {name: x, v: 3}] | [{name: x, v: 1}, {name: x, v: 3}] | [{name: x, v: 1}]
          nested lists are merged, too       | [{r: [get, list]}]   | [{r: [list, get, watch]}]  | =                                | [{r: [get, list]}]
          in lists of lists the order counts | [[a, b]]             | [[b, a]]                   | [[a, b]]                         | [[a, b]]
          quantities in lists are texts      | ["1000m"]            | ["1"]                      | ["1000m", "1"]                   | ["1000m"]
          """)
  void rules(String rule, String wanted, String existing, String merged, String exactly) {
    check(atLeast(spec(wanted), spec(existing)), existing, merged);
    check(exact(spec(wanted), spec(existing)), existing, exactly);
  }

  private static void check(ObjectComparison result, String existing, String expected) {
    if (expected.equals("=")) {
      assertThat(result.differences()).isEmpty();
      return;
    }
    assertThat(result.updateNeeded()).isTrue();
    assertThat(result.merged()).isEqualTo(Json.object(spec(expected)));
    assertThat(result.merged()).isNotEqualTo(Json.object(spec(existing)));
  }

  private static String spec(String value) {
    return "{spec: {a: " + value + "}}";
  }

  @Test
  void quirkItemsAreMatchedGreedily() {
    String existing = "{spec: {l: [{a: 1x, b: 2x}, {a: 1x, c: 3x}]}}";

    assertThat(atLeast("{spec: {l: [{a: 1x}, {a: 1x, b: 2x}]}}", existing).updateNeeded()).isTrue();
    assertThat(atLeast("{spec: {l: [{a: 1x, b: 2x}, {a: 1x}]}}", existing).updateNeeded())
        .isFalse();
  }

  @Test
  void quirkAZeroValueBelowATopLevelFieldIsLeftToTheServer() {
    ObjectComparison result = atLeast("{spec: {a: 0, b: false}}", "{spec: {c: 1}}");

    assertThat(result.updateNeeded()).isFalse();
    assertThat(result.missingKey()).isTrue();
  }

  @Test
  void quirkAZeroValueAtTheTopDiffers() {
    assertThat(atLeast("{a: false}", "{c: 1}").updateNeeded()).isTrue();
    assertThat(atLeast("{a: ''}", "{c: 1}").updateNeeded()).isTrue();
  }

  @Test
  void quirkAnEmptyTextIsNoAbsentOne() {
    assertThat(atLeast("{spec: {a: ''}}", "{spec: {c: 1}}").updateNeeded()).isTrue();
  }

  @Test
  void quirkInATopLevelListTheZeroValuesOfExistingItemsAreFree() {
    assertThat(exact("{rules: [{k: x}]}", "{rules: [{f: false, k: x}]}").updateNeeded()).isFalse();
    assertThat(atLeast("{rules: [{f: false, k: x}]}", "{rules: [{k: x}]}").updateNeeded()).isTrue();
    assertThat(atLeast("{spec: {rules: [{f: false, k: x}]}}", "{spec: {rules: [{k: x}]}}"))
        .matches(result -> !result.updateNeeded() && result.missingKey());
  }

  @Test
  void quirkAnEmptyMapIsTakenForAnythingThatIsNoMap() {
    assertThat(atLeast("{spec: {l: [x]}}", "{spec: {l: [{}]}}").updateNeeded()).isFalse();
  }

  @Test
  void quirkAnEmptyMapIsAbsentOnlyForUnnamedTemplatesAndInLists() {
    assertThat(atLeast("{spec: {a: {}}}", "{spec: {b: 1}}").updateNeeded()).isTrue();
    assertThat(matches("{spec: {a: {}}}", "{spec: {b: 1}}")).isTrue();
    assertThat(atLeast("{spec: {l: [{name: x, a: {}}]}}", "{spec: {l: [{name: x}]}}"))
        .matches(result -> !result.updateNeeded());
  }

  @Test
  void aMapForAListIsAnError() {
    assertThat(atLeast("{spec: [a]}", "{spec: {a: 1}}").error())
        .isEqualTo(
            "Error merging changes into key \"spec\": object type of template and existing do not"
                + " match");
    assertThat(matches("{spec: [a]}", "{spec: {a: 1}}")).isFalse();
  }

  @Test
  void exactlyRemovesOtherTopLevelFieldsButNotMetadataAndStatus() {
    String existing =
        "{apiVersion: v1, kind: A, metadata: {name: x}, spec: {a: 1}, data: {b: 2}, status: {c: 3}}";

    ObjectComparison result = exact("{apiVersion: v1, kind: A, spec: {a: 1}}", existing);

    assertThat(result.merged()).isEqualTo(Json.object(existing).without("data"));
    assertThat(result.differences())
        .extracting(Difference::path, Difference::rule)
        .containsExactly(tuple("/data", Rule.SURPLUS));
  }

  @Test
  void exactlyLeavesTheSecretsOfAServiceAccount() {
    String existing = "{apiVersion: v1, kind: ServiceAccount, secrets: [{name: s}], other: 1}";

    assertThat(exact("{apiVersion: v1, kind: ServiceAccount}", existing).merged())
        .isEqualTo(Json.object(existing).without("other"));
  }

  @Test
  void ofMetadataOnlyLabelsAndAnnotationsAreComparedAndWritten() {
    String existing = "{metadata: {name: x, uid: u, labels: {a: b, c: d}}}";

    assertThat(exact("{metadata: {name: y, annotations: {}}}", existing).merged())
        .isEqualTo(
            Json.object("{metadata: {name: x, uid: u, labels: {a: b, c: d}, annotations: {}}}"));
    assertThat(exact("{metadata: {labels: {a: b}}}", existing).merged())
        .isEqualTo(Json.object("{metadata: {name: x, uid: u, labels: {a: b}}}"));
    assertThat(atLeast("{metadata: {labels: {a: b}}}", existing).updateNeeded()).isFalse();
  }

  @Test
  void whatKubectlAppliedLastDoesNotCount() {
    String annotation = "'kubectl.kubernetes.io/last-applied-configuration'";

    assertThat(
            atLeast(
                    "{metadata: {annotations: {" + annotation + ": x, a: b}}}",
                    "{metadata: {annotations: {" + annotation + ": y, a: b}}}")
                .updateNeeded())
        .isFalse();
  }

  @Test
  void anOpenShiftNamespaceKeepsItsOwnAnnotations() {
    String wanted = "{apiVersion: v1, kind: Namespace, metadata: {annotations: {a: b}}}";
    String existing =
        "{apiVersion: v1, kind: Namespace,"
            + " metadata: {annotations: {a: b, openshift.io/sa.scc.mcs: s0}}}";

    assertThat(exact(wanted, existing).updateNeeded()).isFalse();
  }

  @Test
  void theTextsOfASecretAreComparedWithItsDecodedData() {
    String wanted = "{apiVersion: v1, kind: Secret, stringData: {a: secret}}";
    String existing = "{apiVersion: v1, kind: Secret, data: {a: c2VjcmV0}}";

    assertThat(atLeast(wanted, existing).updateNeeded()).isFalse();
    assertThat(atLeast(wanted, existing.replace("c2VjcmV0", "b3RoZXI=")).updateNeeded()).isTrue();
    assertThat(atLeast(wanted, "{kind: Secret, metadata: {name: s}, data: {a: '!'}}").error())
        .isEqualTo("Error decoding secret: s");
  }

  @Test
  void theStatusIsComparedButNeverWritten() {
    ObjectComparison result =
        atLeast("{spec: {a: 1}, status: {phase: Up}}", "{spec: {a: 1}, status: {phase: Down}}");

    assertThat(result.statusDiffers()).isTrue();
    assertThat(result.updateNeeded()).isFalse();
    assertThat(result.merged()).isEqualTo(Json.object("{spec: {a: 1}, status: {phase: Down}}"));
  }

  @Test
  void aDifferenceNamesItsPlaceItsRuleAndBothValues() {
    ObjectComparison result =
        atLeast(
            "{spec: {replicas: 3, cpu: '1', image: {tag: a}, 'x/y': z}}",
            "{spec: {replicas: 2, cpu: '2', image: b}}");

    assertThat(result.differences().stream().map(ObjectComparisonTest::text))
        .containsExactly(
            "/spec/replicas different 3 2",
            "/spec/cpu quantity 1 2",
            "/spec/image type map[tag:a] b",
            "/spec/x~1y missing z <nil>");
  }

  private static String text(Difference each) {
    return Stream.of(
            each.path(), each.rule().wireName(), GoText.of(each.wanted()), GoText.of(each.found()))
        .reduce((left, right) -> left + " " + right)
        .orElseThrow();
  }

  private static boolean matches(String wanted, String existing) {
    JsonObject object = Json.object(existing);
    return ObjectComparison.matches(Json.object(wanted), object, Strictness.AT_LEAST);
  }
}
