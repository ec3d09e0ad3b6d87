package io.openclustermanagement.cli.testing;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterSpec;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.ManagedClusterVersion;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Random conditions in the language, and random clusters that lack much of what they ask for. */
final class RandomCases {
  private static final List<String> KEYS = List.of("env", "stage", "acme.example/site", "tier");
  private static final List<String> VALUES = List.of("prod", "dev", "canary", "eu", "7", "");
  private static final List<String> VERSIONS =
      List.of("v1.28.0", "v1.29.4", "v1.30.0-rc.1", "v1.30.0", "1.31.2+k3s1", "none", "v1.31");
  private static final List<String> AMOUNTS = List.of("4", "31999m", "32", "64Gi", "32k", "1e3");

  private final Random random;

  RandomCases(Random random) {
    this.random = random;
  }

  /** A condition of a {@code where}. */
  String condition(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return atom();
    }
    String left = condition(depth - 1);
    return switch (random.nextInt(6)) {
      case 0, 1 -> "(" + left + ") and (" + condition(depth - 1) + ")";
      case 2, 3 -> "(" + left + ") or (" + condition(depth - 1) + ")";
      case 4 -> "(" + left + ") implies (" + condition(depth - 1) + ")";
      default -> "not (" + left + ")";
    };
  }

  private String atom() {
    String attribute = (random.nextBoolean() ? "label" : "claim") + "[\"" + pick(KEYS) + "\"]";
    List<Supplier<String>> forms =
        List.of(
            () -> attribute + (random.nextBoolean() ? " == " : " != ") + quoted(),
            () -> attribute + (random.nextBoolean() ? " in " : " not in ") + list(),
            () -> "has " + attribute,
            () -> attribute + " " + pick(List.of("contains", "startsWith", "endsWith")) + " \"p\"",
            () -> attribute + " like \"*" + pick(List.of("o", "d", "")) + "*\"",
            () -> "version " + order() + " " + pick(List.of("v1.29", "v1.30.0", "v1.31.2")),
            () -> "allocatable.cpu " + order() + " " + pick(List.of("4", "32", "64Gi", "500m")),
            () -> "capacity.memory " + order() + " " + pick(List.of("4", "64Gi")),
            () -> "name startsWith \"" + pick(List.of("c1", "c2", "x")) + "\"",
            () -> "cluster.available");
    return pick(forms).get();
  }

  private String order() {
    return pick(List.of("<", "<=", ">", ">=", "=="));
  }

  private String quoted() {
    return "\"" + pick(VALUES) + "\"";
  }

  private String list() {
    return "[" + quoted() + ", " + quoted() + "]";
  }

  /** A cluster of the set {@code prod}. */
  ManagedCluster cluster(int number) {
    Map<String, String> labels = texts();
    labels.put("cluster.open-cluster-management.io/clusterset", "prod");
    List<ManagedClusterClaim> claims = new ArrayList<>();
    // The API takes no claim without a value.
    texts().forEach((name, value) -> claims.add(claim(name, value.isEmpty() ? "none" : value)));
    ManagedClusterVersion version =
        random.nextInt(4) == 0 ? null : new ManagedClusterVersion(pick(VERSIONS));
    return new ManagedCluster(
        ObjectMeta.of(null, "c" + number, labels),
        new ManagedClusterSpec(List.of(), true, null, List.of()),
        random.nextInt(8) == 0
            ? null
            : new ManagedClusterStatus(
                List.of(), amounts(), amounts(), version, claims, List.of()));
  }

  private static ManagedClusterClaim claim(String name, String value) {
    return new ManagedClusterClaim(name, value);
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    KEYS.stream().filter(k -> random.nextInt(3) > 0).forEach(k -> texts.put(k, pick(VALUES)));
    return texts;
  }

  private Map<String, Quantity> amounts() {
    Map<String, Quantity> amounts = new TreeMap<>();
    for (String resource : List.of("cpu", "memory")) {
      if (random.nextInt(3) > 0) {
        amounts.put(resource, new Quantity(pick(AMOUNTS)));
      }
    }
    return amounts;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
