package io.openclustermanagement.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.crd.CrdComparison.Difference;
import io.openclustermanagement.api.yaml.Kinds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrdComparisonTest {
  private static final String PLACEMENTS = "placements.cluster.open-cluster-management.io";
  private static final String OURS = CustomResourceDefinitions.yaml();

  /** One change of the text of the definitions, and the difference that has to be seen. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          default: Additive         | default: Exact             | spec.prioritizerPolicy.mode | default
          maximum: 10\\n             | maximum: 11\\n              | spec.prioritizerPolicy.configurations[].weight | maximum
          maxItems: 8               | maxItems: 9                | spec.spreadPolicy.spreadConstraints | maxItems
          pattern: ^[0-9]+[hms]$    | pattern: ^[0-9]+[dhms]$    | spec.scoreRateLimit | pattern
          - DoNotSchedule           | - NeverSchedule            | spec.spreadPolicy.spreadConstraints[].whenUnsatisfiable | enum
          - topologyKeyType\\n       | - maxSkew\\n                | spec.spreadPolicy.spreadConstraints[] | required
          sortBy:                   | orderBy:                   | spec.orderBy | field
          plural: placements        | plural: placings           | '' | names.plural
          name: v1beta1             | name: v1                   | '' | version
          """)
  void seesEachChange(String before, String after, String field, String attribute) {
    String ours = definition(PLACEMENTS);
    String theirs = ours.replace(unescape(before), unescape(after));
    assertThat(theirs).isNotEqualTo(ours);
    assertThat(CrdComparison.compare(ours, theirs))
        .anySatisfy(
            difference -> {
              assertThat(difference.crd()).isEqualTo(PLACEMENTS);
              assertThat(difference.field()).isEqualTo(field);
              assertThat(difference.attribute()).isEqualTo(attribute);
              assertThat(difference.ours()).isNotEqualTo(difference.theirs());
            });
  }

  @Test
  void seesARuleThatWeDoNotHave() {
    String ours = definition(PLACEMENTS);
    String theirs =
        ours.replace(
            "maxItems: 8",
            "maxItems: 8\n                    x-kubernetes-validations:\n"
                + "                    - rule: self.size() > 0");
    assertThat(CrdComparison.compare(ours, theirs))
        .containsExactly(
            new Difference(
                PLACEMENTS,
                "v1beta1",
                "spec.spreadPolicy.spreadConstraints",
                "x-kubernetes-validations",
                null,
                "[{\"rule\": \"self.size() > 0\"}]"));
  }

  @Test
  void ignoresDescriptionsTheOrderOfSetsAndWhatIsDefault() {
    String ours = definition(PLACEMENTS);
    String theirs =
        ours.replaceAll("description: .*", "description: other")
            .replace("- Label\n", "- SWAP\n")
            .replace("- Claim\n", "- Label\n")
            .replace("- SWAP\n", "- Claim\n")
            .replace("spec:\n  group:", "spec:\n  preserveUnknownFields: false\n  group:");
    assertThat(theirs).contains("preserveUnknownFields");
    assertThat(CrdComparison.compare(ours, theirs)).isEmpty();
  }

  @Test
  void comparesOnlyWhatBothHaveAndNamesTheRest() {
    String ours = definition(PLACEMENTS);
    List<String> missing = CrdComparison.missing(OURS, ours);
    assertThat(missing).hasSize(Kinds.all().size() - 1).doesNotContain(PLACEMENTS);
    assertThat(CrdComparison.missing(ours, OURS)).isEmpty();
    assertThat(CrdComparison.compare(OURS, ours)).isEmpty();
  }

  private static String definition(String name) {
    return Stream.of(OURS.split("(?m)^---\n"))
        .filter(text -> text.contains("name: " + name))
        .findFirst()
        .orElseThrow();
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n");
  }
}
