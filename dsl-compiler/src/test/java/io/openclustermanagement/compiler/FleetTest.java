package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.compiler.program.Evaluator;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.Module;
import io.openclustermanagement.compiler.program.TestDefinition;
import io.openclustermanagement.compiler.program.TestDefinition.Step;
import io.openclustermanagement.compiler.program.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fleets and tests as a runner gets them. */
final class FleetTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private static final String SOURCE =
      """
      hub namespace "ns"
      clusterset prod named "prod.set" { bind to ["ns"] }
      placement p { from prod }
      fleet f {
        cluster base {
          set prod
          labels { env: "prod", stage: "main" }
          claims { "region.open-cluster-management.io": "eu" }
          version v1.31.2
          allocatable { cpu: 64, memory: 256Gi }
          taint "a/b" == "c" NoSelect
          score "usage" { cpu: 10, memory: -5 }
          condition Available = True
        }
        cluster shop like base named ["shop-1", "shop-2"] {
          labels { stage: "canary" }
          version v1.30
          taint "d" NoSelectIfNew
          score "usage" { cpu: 20 }
        }
      }
      test "t" on f at 2026-03-01 {
        given shop has label-less
      }
      """;

  private static final Module MODULE = compile(SOURCE.replace("given shop has label-less", ""));

  private static Module compile(String source) {
    CompilationResult result = Snippet.of(source).compile();
    assertThat(result.hasErrors()).as("%s", result.diagnostics()).isFalse();
    return result.program().modules().getFirst();
  }

  private static ManagedCluster cluster(String name) {
    return FleetObjects.of(MODULE.fleets().getFirst(), NOW).clusters().stream()
        .filter(each -> each.metadata().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String yaml(String name) {
    return ManifestWriter.yaml(cluster(name));
  }

  @Test
  void labelsAndClaimsAreMergedOverTheParent() {
    assertThat(cluster("shop-2").metadata().labels())
        .containsEntry("env", "prod")
        .containsEntry("stage", "canary")
        .containsEntry("cluster.open-cluster-management.io/clusterset", "prod.set");
    assertThat(yaml("shop-1"))
        .contains("  clusterClaims:\n  - name: region.open-cluster-management.io\n    value: eu\n");
  }

  @Test
  void listsAreReplaced() {
    assertThat(yaml("base")).contains("- key: a/b\n").doesNotContain("- key: d\n");
    assertThat(yaml("shop-1"))
        .contains("- key: d\n", "timeAdded: \"2026-03-01T00:00:00Z\"")
        .doesNotContain("- key: a/b\n");
  }

  @Test
  void versionsAreFullAndCapacityIsWhatIsAllocatable() {
    assertThat(yaml("base")).contains("kubernetes: v1.31.2\n");
    assertThat(yaml("shop-1"))
        .contains("kubernetes: v1.30.0\n", "  capacity:\n    cpu: \"64\"\n    memory: 256Gi\n");
  }

  @Test
  void scoresLieInTheNamespaceOfTheirCluster() {
    var scores = FleetObjects.of(MODULE.fleets().getFirst(), NOW).scores();
    assertThat(scores)
        .extracting(each -> each.metadata().namespace())
        .containsExactly("base", "shop-1", "shop-2");
    assertThat(ManifestWriter.yaml(scores.getLast()))
        .contains("  scores:\n  - name: cpu\n    value: 20\n  - name: memory\n    value: -5\n");
  }

  @Test
  void stepsAreTyped() {
    TestDefinition test =
        compile(
                SOURCE.replace(
                    "given shop has label-less",
                    """
                    given shop has taint "x/y" == "planned" NoSelect
                    after 31m
                    expect placement p selects exactly [base, shop] in order
                    expect placement p rejects shop because "taint"
                    expect generated Placement.p matches "p.yaml"
                    expect count(c in placed(p) where c.label.env == "prod") == 3
                    """))
            .tests()
            .getFirst();
    assertThat(test.at()).contains(LocalDate.of(2026, 3, 1));
    assertThat(test.steps().get(0))
        .isInstanceOfSatisfying(
            Step.Given.class,
            given -> {
              assertThat(given.clusters()).containsExactly("shop-1", "shop-2");
              assertThat(given.facts().taints().getFirst().value()).isEqualTo("planned");
            });
    assertThat(test.steps().get(1))
        .isInstanceOfSatisfying(
            Step.After.class, after -> assertThat(after.time()).isEqualTo(Duration.ofMinutes(31)));
    assertThat(test.steps().get(2))
        .isInstanceOfSatisfying(
            Step.ExpectSelects.class,
            expect -> {
              assertThat(expect.clusters()).containsExactly("base", "shop-1", "shop-2");
              assertThat(expect.exactly() && expect.inOrder()).isTrue();
            });
    assertThat(test.steps().get(3)).isInstanceOf(Step.ExpectRejects.class);
    assertThat(test.steps().get(4)).isInstanceOf(Step.ExpectGenerated.class);
  }

  @Test
  void expectationsAreEvaluated() {
    assertHolds("count(c in placed(p) where c.label.stage == \"canary\") == 2", true);
    assertHolds("count(c in placed(p)) == 4 - 1", true);
    assertHolds("base in placed(p)", true);
    assertHolds("shop in members(prod)", false);
    assertHolds("every c in placed(p) satisfies c.version >= v1.30", true);
    assertHolds("any c in placed(p) where c.allocatable.cpu > 64", false);
    assertHolds("no c in placed(p) where c.name == \"base\" or not has c.claim.x", false);
    assertHolds("base.label.env == \"prod\" and base.available", true);
    assertHolds("base.label.missing == \"x\" or base.label.missing != \"x\"", true);
    assertHolds("base.label.missing != base.label.missing", true);
    assertHolds("base.name like \"b?s*\" and not base.name matches \"^s\"", true);
    assertHolds("\"${base.version}!\" == \"v1.31.2!\"", true);
    assertHolds("if shop in placed(p) then base.name startsWith \"b\" else false", true);
    assertHolds("base.allocatable.memory - 200Gi == 56Gi", true);
  }

  private static void assertHolds(String expectation, boolean wanted) {
    String source = SOURCE.replace("given shop has label-less", "expect " + expectation);
    Step step = compile(source).tests().getFirst().steps().getFirst();
    assertThat(step)
        .as(expectation)
        .isInstanceOfSatisfying(
            Step.ExpectThat.class,
            expect -> assertThat(Evaluator.holds(expect.condition(), WORLD)).isEqualTo(wanted));
  }

  /** The placement chooses all clusters; the set has one member. */
  private static final World WORLD =
      new World() {
        @Override
        public List<ManagedCluster> placed(GlobalName placement) {
          return FleetObjects.of(MODULE.fleets().getFirst(), NOW).clusters();
        }

        @Override
        public List<ManagedCluster> members(GlobalName clusterSet) {
          return List.of(cluster("shop-1"));
        }

        @Override
        public List<ManagedCluster> fleetCluster(String name) {
          return name.equals("shop")
              ? List.of(cluster("shop-1"), cluster("shop-2"))
              : List.of(cluster(name));
        }

        @Override
        public boolean cel(String expression, ManagedCluster cluster) {
          return false;
        }
      };
}
