package io.openclustermanagement.governance.propagation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An evaluation after a change says what one from the start says. */
class IncrementalEvaluationTest {
  private static final int CLUSTERS = 6;
  private static final int POLICIES = 8;

  private static Hub hub(Random random) {
    Hub hub = new Hub();
    String[] clusters = new String[CLUSTERS];
    for (int i = 0; i < CLUSTERS; i++) {
      clusters[i] = "c" + i;
      hub.inventory(clusters[i], "{apiVersion: v1, kind: Namespace, metadata: {name: p0}}");
    }
    String[] subjects = new String[POLICIES];
    for (int i = 0; i < POLICIES; i++) {
      subjects[i] = "Policy p" + i;
      hub.policy("p" + i, random.nextBoolean() ? "" : after(random.nextInt(POLICIES)));
    }
    return hub.placement("all", clusters).binding("b", "all", "", subjects);
  }

  private static String after(int policy) {
    return "dependencies: [{apiVersion: policy.open-cluster-management.io/v1, kind: Policy, name: p%d, compliance: Compliant}]"
        .formatted(policy);
  }

  private static Inventory inventory(Random random) {
    List<GenericObject> objects = new ArrayList<>();
    for (int i = 0; i < POLICIES; i++) {
      if (random.nextBoolean()) {
        objects.addAll(
            Hub.generic("{apiVersion: v1, kind: Namespace, metadata: {name: p%d}}".formatted(i)));
      }
    }
    return Inventory.of(objects, KubernetesSchemas.builtIn());
  }

  private static void isSame(FleetEvaluation incremental, long seed) {
    FleetEvaluation fresh = FleetEvaluation.of(incremental.state(), PolicyEvaluator.standard());
    assertThat(text(incremental)).as("seed %d", seed).isEqualTo(text(fresh));
  }

  private static String text(FleetEvaluation evaluation) {
    StringBuilder text = new StringBuilder(evaluation.counts().toString());
    evaluation
        .policies()
        .forEach(
            (name, policy) -> {
              text.append('\n').append(name).append(' ').append(policy.status());
              policy.clusters().forEach(each -> text.append(each.templates()));
            });
    return text.toString();
  }

  @Test
  void afterChangesOfObjectsAndOfTheHub() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Hub hub = hub(random);
    FleetEvaluation evaluation = hub.evaluate();
    for (int round = 0; round < 60; round++) {
      FleetState state = evaluation.state();
      state =
          random.nextInt(4) == 0
              ? state.with(hub.policy("p" + random.nextInt(POLICIES), "").snapshot())
              : state.with("c" + random.nextInt(CLUSTERS), inventory(random));
      evaluation = evaluation.update(state);
      isSame(evaluation, seed);
    }
  }

  @Test
  void afterClustersComeAndGo() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    FleetEvaluation evaluation = hub(random).evaluate();
    for (int round = 0; round < 20; round++) {
      String[] clusters =
          random
              .ints(0, CLUSTERS)
              .limit(3)
              .distinct()
              .mapToObj(i -> "c" + i)
              .toArray(String[]::new);
      HubSnapshot hub = evaluation.state().hub();
      HubSnapshot changed =
          new HubSnapshot(
              hub.policies(),
              hub.sets(),
              hub.bindings(),
              Map.of(new HubName("acme", "all"), List.of(clusters)),
              hub.clusters(),
              hub.objects());
      evaluation = evaluation.update(evaluation.state().with(changed));
      isSame(evaluation, seed);
    }
  }

  @Test
  void whatDidNotChangeIsTheVerySameResult() {
    FleetEvaluation first = hub(new Random(1)).evaluate();
    FleetEvaluation second = first.update(first.state().with("c3", inventory(new Random(2))));
    assertThat(requireNonNull(second.clusters().get("c1")).getFirst())
        .isSameAs(requireNonNull(first.clusters().get("c1")).getFirst());
  }
}
