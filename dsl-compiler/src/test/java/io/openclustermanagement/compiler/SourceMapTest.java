package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.Placement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every part of a placement leads back to the words that caused it. */
final class SourceMapTest {

  private static final String SOURCE =
      """
      hub namespace "ns"
      clusterset s { bind to ["ns"] }
      fun inEurope(region: String): Bool = region in ["eu-1", "eu-2"]
      placement p {
        from s
        where label.env == "prod" and not label.tier in ["a"] and claim["k/x"] == "v"
          and version >= v1.29 and inEurope(label.region)
        where label["acme.example/x"] == "1"
        tolerate unreachable for 5m
        choose 2
        prefer { steady weight 3 }
        spread over label.zone
        groups { group canary where label.stage == "canary" and has claim.x size 25% }
        sort by score
      }
      """;

  private static final String FIRST = "/spec/predicates/0/requiredClusterSelector";

  private final SourceMap map =
      Snippet.of(SOURCE).compile().objects().stream()
          .filter(each -> each.object() instanceof Placement)
          .map(EmittedObject::sourceMap)
          .findFirst()
          .orElseThrow();

  private void assertText(String pointer, String text) {
    assertThat(map.text(pointer)).as(pointer).isEqualTo(Optional.of(text));
  }

  @Test
  void termsOfPredicates() {
    assertText(FIRST + "/labelSelector/matchLabels/env", "label.env == \"prod\"");
    assertText(FIRST + "/labelSelector/matchExpressions/0", "not label.tier in [\"a\"]");
    assertText(FIRST + "/labelSelector/matchExpressions/1", "inEurope(label.region)");
    assertText(FIRST + "/claimSelector/matchExpressions/0", "claim[\"k/x\"] == \"v\"");
    assertText(FIRST + "/celSelector/celExpressions/0", "version >= v1.29");
    assertText(
        "/spec/predicates/1/requiredClusterSelector/labelSelector/matchLabels/acme.example~1x",
        "label[\"acme.example/x\"] == \"1\"");
  }

  @Test
  void clauses() {
    assertText("/metadata/name", "p");
    assertText("/spec/clusterSets/0", "s");
    assertText("/spec/numberOfClusters", "choose 2");
    assertText("/spec/tolerations/0", "tolerate unreachable for 5m");
    assertText("/spec/prioritizerPolicy/configurations/0", "steady weight 3");
    assertText("/spec/spreadPolicy/spreadConstraints/0", "spread over label.zone");
    assertText("/spec/sortBy", "sort by score");
  }

  @Test
  void groups() {
    String group = "/spec/decisionStrategy/groupStrategy/decisionGroups/0";
    assertText(
        group + "/groupClusterSelector/labelSelector/matchLabels/stage",
        "label.stage == \"canary\"");
    assertText(group + "/groupClusterSelector/claimSelector/matchExpressions/0", "has claim.x");
    assertText("/spec/decisionStrategy/groupStrategy/clustersPerDecisionGroup", "25%");
  }

  @Test
  void aPartWithoutItsOwnPlaceHasThatOfWhatHoldsIt() {
    assertText("/spec/tolerations/0/tolerationSeconds", "tolerate unreachable for 5m");
    assertThat(map.text("/spec").orElseThrow()).startsWith("placement p {");
  }
}
