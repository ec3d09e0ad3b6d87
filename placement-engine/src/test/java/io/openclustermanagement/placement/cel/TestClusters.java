package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.cluster.AddOnPlacementScore;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import io.openclustermanagement.api.cluster.AddOnPlacementScoreStatus;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterSpec;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.ManagedClusterVersion;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.ConditionStatus;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.placement.AddOnScores;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.CelOutcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cluster that the tests of this package look at, and short ways to evaluate on it. */
final class TestClusters {
  private TestClusters() {}

  static final ManagedCluster C1 =
      new ManagedCluster(
          ObjectMeta.of(
                  null, "c1", ordered("env", "prod", "region", "eu-west-1", "gpu", "", "tier", "3"))
              .withAnnotations(Map.of("cfg", "{\"a\":{\"b\":[1,2.5,\"x\",null,true]}}")),
          new ManagedClusterSpec(
              List.of(),
              true,
              60,
              List.of(
                  new Taint(
                      "k", "v", TaintEffect.NO_SELECT, Instant.parse("2026-01-01T00:00:00Z")))),
          new ManagedClusterStatus(
              List.of(
                  new Condition(
                      "ManagedClusterConditionAvailable",
                      ConditionStatus.TRUE,
                      null,
                      Instant.parse("2026-01-02T03:04:05Z"),
                      "ok",
                      "m")),
              quantities("cpu", "36", "memory", "72Gi"),
              quantities("cpu", "32", "memory", "64Gi"),
              new ManagedClusterVersion("v1.29.4"),
              List.of(
                  new ManagedClusterClaim("platform.open-cluster-management.io", "AWS"),
                  new ManagedClusterClaim("id.k8s.io", "abc-123"),
                  new ManagedClusterClaim("nodes", "12")),
              List.of()));

  /** Score objects {@code s1} with two scores and {@code empty} with none. */
  static final AddOnScores SCORES =
      (cluster, name) ->
          switch (name) {
            case "s1" ->
                score(
                    name,
                    new AddOnPlacementScoreItem("cpu", 42),
                    new AddOnPlacementScoreItem("mem", -7));
            case "empty" -> score(name);
            default -> null;
          };

  static ManagedCluster named(String name, Map<String, String> labels) {
    return new ManagedCluster(ObjectMeta.of(null, name, labels), null, null);
  }

  static CelOutcome evaluate(String expression) throws CelCompilationException {
    return new DevCelSelectors().compile(expression).evaluate(C1, SCORES);
  }

  static DevCelSelectors.Result run(String expression) throws CelCompilationException {
    return new DevCelSelectors().compile(expression).run(C1, SCORES);
  }

  private static AddOnPlacementScore score(String name, AddOnPlacementScoreItem... items) {
    return new AddOnPlacementScore(
        ObjectMeta.named("c1", name),
        new AddOnPlacementScoreStatus(
            List.of(), List.of(items), Instant.parse("2020-01-01T00:00:00Z")));
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private static Map<String, Quantity> quantities(String... pairs) {
    Map<String, Quantity> map = new LinkedHashMap<>();
    ordered(pairs).forEach((name, text) -> map.put(name, new Quantity(text)));
    return map;
  }
}
