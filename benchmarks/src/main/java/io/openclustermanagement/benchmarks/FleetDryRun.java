package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.propagation.FleetEvaluation;
import io.openclustermanagement.governance.propagation.FleetState;
import io.openclustermanagement.governance.propagation.HubName;
import io.openclustermanagement.governance.propagation.HubSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dry run of 50 policies with ten objects each on all clusters of a fleet, and another one after
 * one object of one cluster changed.
 */
final class FleetDryRun {
  private static final int POLICIES = 50;
  private static final int CHANGES = 200;
  private static final HubName PLACEMENT = new HubName(PolicyWorkload.NAMESPACE, "all");

  private final PolicyWorkload workload = PolicyWorkload.of(POLICIES);
  private final int clusters;

  private FleetDryRun(int clusters) {
    this.clusters = clusters;
  }

  /**
   * What was measured.
   *
   * @param fullMillis the first dry run in a fresh virtual machine
   * @param changeMillis the median of dry runs after a change
   * @param heapMegabytes what the fleet and its results hold
   */
  record Result(double fullMillis, double changeMillis, double heapMegabytes) {}

  /** Measures in a virtual machine of its own, which has one gigabyte. */
  static Result measure(int clusters) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                FleetDryRun.class.getName(),
                Integer.toString(clusters))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String[] numbers =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ");
    if (process.waitFor() != 0) {
      throw new IOException("the dry run ended with " + process.exitValue());
    }
    return new Result(
        Double.parseDouble(numbers[0]),
        Double.parseDouble(numbers[1]),
        Double.parseDouble(numbers[2]));
  }

  /**
   * Prints the three numbers.
   *
   * @param args how many clusters
   */
  public static void main(String[] args) {
    Result result = new FleetDryRun(Integer.parseInt(args[0])).measure();
    System.out.print(
        result.fullMillis() + " " + result.changeMillis() + " " + result.heapMegabytes());
  }

  private Result measure() {
    FleetState state = state();
    long start = System.nanoTime();
    FleetEvaluation evaluation = FleetEvaluation.of(state, PolicyEvaluator.standard());
    double full = (System.nanoTime() - start) / 1e6;
    double[] changes = new double[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      FleetState changed = changed(evaluation.state(), i);
      start = System.nanoTime();
      evaluation = evaluation.update(changed);
      changes[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(changes);
    return new Result(full, changes[CHANGES / 2], heap(evaluation));
  }

  private FleetState state() {
    List<String> names = new ArrayList<>();
    Map<String, Inventory> inventories = new HashMap<>();
    for (int i = 0; i < clusters; i++) {
      names.add(name(i));
      inventories.put(name(i), workload.inventory(i));
    }
    List<KubernetesObject> objects = new ArrayList<>(workload.policies());
    workload.policies().forEach(policy -> objects.add(binding(policy)));
    HubSnapshot hub =
        HubSnapshot.of(
            objects,
            Map.of(PLACEMENT, names),
            Inventory.of(List.of(), KubernetesSchemas.builtIn()));
    return new FleetState(hub, inventories, Instant.parse("2026-11-01T00:00:00Z"));
  }

  private FleetState changed(FleetState state, int round) {
    int cluster = round % clusters;
    List<GenericObject> objects = new ArrayList<>(workload.objects(cluster));
    objects.remove(round % objects.size());
    return state.with(name(cluster), Inventory.of(objects, KubernetesSchemas.builtIn()));
  }

  private static String name(int cluster) {
    return "cluster-%06d".formatted(cluster);
  }

  private static KubernetesObject binding(Policy policy) {
    String yaml =
        """
        apiVersion: policy.open-cluster-management.io/v1
        kind: PlacementBinding
        metadata: {name: %1$s, namespace: %2$s}
        placementRef: {apiGroup: cluster.open-cluster-management.io, kind: Placement, name: %3$s}
        subjects: [{apiGroup: policy.open-cluster-management.io, kind: Policy, name: %1$s}]
        """
            .formatted(policy.metadata().name(), PLACEMENT.namespace(), PLACEMENT.name());
    return ManifestReader.read("binding", yaml)
        .objects(KubernetesObject.class)
        .findFirst()
        .orElseThrow();
  }

  /** The evaluation is an argument so that it is reachable while its heap is measured. */
  private static double heap(FleetEvaluation evaluation) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    double used = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    return evaluation.policies().isEmpty() ? 0 : used;
  }
}
