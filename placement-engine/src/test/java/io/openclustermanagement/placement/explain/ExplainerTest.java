package io.openclustermanagement.placement.explain;

import static io.openclustermanagement.placement.Samples.NOW;
import static io.openclustermanagement.placement.Samples.choosing;
import static io.openclustermanagement.placement.Samples.cluster;
import static io.openclustermanagement.placement.Samples.fleet;
import static io.openclustermanagement.placement.Samples.in;
import static io.openclustermanagement.placement.Samples.placement;
import static io.openclustermanagement.placement.Samples.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openclustermanagement.api.cluster.ClusterCelSelector;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final SchedulerOptions OPTIONS = SchedulerOptions.of(Target.NATIVE);

  @Test
  void theTreeShowsEveryTermWithWhatWasFound() {
    Fleet fleet =
        fleet(
            cluster(
                "us-1",
                Map.of("env", "prod", "region", "us-east-1"),
                new Taint("gpu", "a100", TaintEffect.PREFER_NO_SELECT, NOW)));
    Placement placement =
        where(
            where(placement(), in("env", "prod"), in("region", "eu-west-1", "eu-central-1")),
            in("sovereign", "eu"));
    Explanation explanation = Explainer.explain(fleet, placement, "us-1", NOW, OPTIONS);
    assertThat(print(explanation))
        .isEqualTo(
            """
            true  in an eligible cluster set
              true  member of all
            false predicate (1)
              true  label env in [prod]: prod
              false label region in [eu-central-1, eu-west-1]: us-east-1
            false predicate (2)
              false label sovereign in [eu]
            true  taints tolerated
              true  taint gpu=a100:PreferNoSelect tolerated: has no effect here
            => set label region = "eu-central-1"
            """);
    assertThat(explanation.terms().get(1).children().get(1).path())
        .isEqualTo("/spec/predicates/0/requiredClusterSelector/labelSelector/matchExpressions/1");
  }

  @Test
  void whereNoFactOfTheClusterHelpsThePlacementChanges() {
    Fleet fleet = fleet(cluster("a", Map.of()), cluster("b", Map.of()));
    Explanation explanation = Explainer.explain(fleet, choosing(placement(), 1), "b", NOW, OPTIONS);
    assertThat(explanation.nearestChange()).containsExactly(new Change.SetNumberOfClusters(2));
    Explanation unbound =
        Explainer.explain(
            fleet.without(fleet.bindings("ns").getFirst()), placement(), "a", NOW, OPTIONS);
    assertThat(unbound.nearestChange()).containsExactly(new Change.BindClusterSet("ns", "all"));
  }

  @Test
  void celIsTakenApartAndTurnedAround() {
    Fleet fleet = fleet(cluster("a", Map.of("env", "test")));
    String labels = "managedCluster.metadata.labels";
    Placement placement =
        whereCel(
            "'gpu' in %s && %s['gpu'] == 'a100' || %s.env == 'prod' && %s.env != 'x'"
                .formatted(labels, labels, labels, labels));
    Explanation explanation = Explainer.explain(fleet, placement, "a", NOW, OPTIONS);
    ExplainedTerm cel = explanation.terms().get(1).children().getFirst();
    assertThat(cel.holds()).isFalse();
    assertThat(cel.children()).hasSize(2);
    assertThat(cel.children().get(1).children())
        .extracting(ExplainedTerm::holds, ExplainedTerm::found)
        .containsExactly(tuple(false, "test"), tuple(true, "test"));
    assertThat(explanation.nearestChange()).hasSize(1);
    assertThat(explanation.nearestChange().getFirst())
        .isIn(new Change.SetLabel("a", "gpu", "a100"), new Change.SetLabel("a", "env", "prod"));
  }

  @Test
  void versionsAndResourcesAreChangedWhereCelAsksForThem() {
    Fleet fleet = fleet(cluster("a", Map.of()));
    String version = "managedCluster.status.version.kubernetes";
    Placement newer =
        whereCel(
            "has(%1$s) && isSemver(%1$s.replace('v', '', 1)) && semver(%1$s.replace('v', '', 1)).compareTo(semver('1.29.0')) >= 0"
                .formatted(version));
    assertThat(Explainer.explain(fleet, newer, "a", NOW, OPTIONS).nearestChange())
        .containsExactly(new Change.SetVersion("a", "v1.29.0"));
    String cpu = "managedCluster.status.allocatable['cpu']";
    Placement larger =
        whereCel(
            "has(managedCluster.status.allocatable) && 'cpu' in managedCluster.status.allocatable"
                + " && quantity(%s).compareTo(quantity('8')) > 0".formatted(cpu));
    assertThat(Explainer.explain(fleet, larger, "a", NOW, OPTIONS).nearestChange())
        .containsExactly(new Change.SetAllocatable("a", "cpu", new Quantity("9")));
  }

  @Test
  void anExpressionThatCannotBeTurnedAroundIsSaidToBe() {
    Fleet fleet = fleet(cluster("a", Map.of()));
    Explanation explanation =
        Explainer.explain(
            fleet, whereCel("managedCluster.metadata.name == 'b'"), "a", NOW, OPTIONS);
    assertThat(explanation.nearestChange()).isEmpty();
    assertThat(explanation.note())
        .isEqualTo(
            "A CEL expression of the placement could not be inverted, so no change is known.");
  }

  private static Placement whereCel(String expression) {
    ClusterSelector selector =
        new ClusterSelector(null, null, new ClusterCelSelector(List.of(expression)));
    PlacementSpec spec = placement().spec();
    return new Placement(
        placement().metadata(),
        new PlacementSpec(
            List.of(),
            null,
            List.of(new ClusterPredicate(selector)),
            spec.prioritizerPolicy(),
            null,
            List.of(),
            null,
            null,
            null),
        null);
  }

  @Test
  void aTaintInTheWayIsRemoved() {
    Taint taint = new Taint("gpu", null, TaintEffect.NO_SELECT, NOW);
    Fleet fleet = fleet(cluster("a", Map.of(), taint));
    assertThat(Explainer.explain(fleet, placement(), "a", NOW, OPTIONS).nearestChange())
        .extracting(Change::describe)
        .containsExactly("remove taint gpu:NoSelect");
  }

  private static String print(Explanation explanation) {
    StringBuilder out = new StringBuilder();
    explanation.terms().forEach(t -> print(t, "", out));
    explanation.nearestChange().forEach(c -> out.append("=> ").append(c.describe()).append('\n'));
    return out.toString();
  }

  private static void print(ExplainedTerm term, String indent, StringBuilder out) {
    out.append(indent).append(term.holds() ? "true  " : "false ").append(term.text());
    out.append(term.found() == null ? "" : ": " + term.found()).append('\n');
    term.children().forEach(c -> print(c, indent + "  ", out));
  }
}
