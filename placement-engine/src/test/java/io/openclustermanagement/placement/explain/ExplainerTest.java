package io.openclustermanagement.placement.explain;

import static io.openclustermanagement.placement.Samples.NOW;
import static io.openclustermanagement.placement.Samples.choosing;
import static io.openclustermanagement.placement.Samples.cluster;
import static io.openclustermanagement.placement.Samples.fleet;
import static io.openclustermanagement.placement.Samples.in;
import static io.openclustermanagement.placement.Samples.placement;
import static io.openclustermanagement.placement.Samples.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Target;
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
