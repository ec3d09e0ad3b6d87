package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.compiler.program.ClusterFacts;
import io.openclustermanagement.compiler.program.Evaluator;
import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.compiler.program.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A law: what a {@code where} says of a cluster, read directly, is what its label and claim
 * selectors say, read as Kubernetes reads them.
 */
final class SelectorPropertyTest {

  private static final List<String> KEYS = List.of("a", "b", "c");
  private static final List<String> VALUES = List.of("x", "y", "z");
  private static final int CONDITIONS = 1500;
  private static final int CLUSTERS = 20;

  @Test
  void selectorsMeanTheCondition() {
    int compared = 0;
    for (int seed = 0; seed < CONDITIONS; seed++) {
      Random random = new Random(seed);
      String condition = condition(random, 3);
      CompilationResult result = compile(condition);
      assertThat(result.hasErrors())
          .as("seed %d: %s %s", seed, condition, result.diagnostics())
          .isFalse();
      List<ClusterPredicate> predicates = predicates(result);
      if (predicates.stream().allMatch(SelectorPropertyTest::isFreeOfCel)) {
        compare(seed, condition, result, predicates, random);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(CONDITIONS / 2);
  }

  private static void compare(
      int seed,
      String condition,
      CompilationResult result,
      List<ClusterPredicate> predicates,
      Random random) {
    PlacementDefinition placement = result.program().modules().getFirst().placements().getFirst();
    for (int i = 0; i < CLUSTERS; i++) {
      ManagedCluster cluster = cluster(random);
      boolean direct =
          placement.alternatives().stream()
              .anyMatch(each -> Evaluator.holds(each.condition(), cluster, World.NONE));
      boolean selected = predicates.stream().anyMatch(each -> matches(each, cluster));
      assertThat(selected).as("seed %d: `%s` on %s", seed, condition, cluster).isEqualTo(direct);
    }
  }

  private static CompilationResult compile(String condition) {
    return Snippet.of(
            """
            hub namespace "ns"
            clusterset s { bind to ["ns"] }
            placement p { from s where %s }
            """
                .formatted(condition))
        .compile();
  }

  private static List<ClusterPredicate> predicates(CompilationResult result) {
    return result.objects().stream()
        .map(EmittedObject::object)
        .filter(Placement.class::isInstance)
        .flatMap(each -> ((Placement) each).spec().predicates().stream())
        .toList();
  }

  // Random conditions and clusters.

  private static String condition(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return atom(random);
    }
    String left = condition(random, depth - 1);
    String right = condition(random, depth - 1);
    return switch (random.nextInt(7)) {
      case 0, 1 -> "(" + left + " and " + right + ")";
      case 2, 3 -> "(" + left + " or " + right + ")";
      case 4 -> "(not (" + left + "))";
      case 5 -> "(" + left + " implies " + right + ")";
      default -> "(if " + atom(random) + " then " + left + " else " + right + ")";
    };
  }

  private static String atom(Random random) {
    String subject =
        (random.nextBoolean() ? "label." : "claim.") + KEYS.get(random.nextInt(KEYS.size()));
    return switch (random.nextInt(9)) {
      case 0, 1 -> subject + " == " + value(random);
      case 2 -> subject + " != " + value(random);
      case 3 -> subject + " in [" + value(random) + ", " + value(random) + "]";
      case 4 -> subject + " not in [" + value(random) + ", " + value(random) + "]";
      case 5 -> "has " + subject;
      case 6 -> "not has " + subject;
      case 7 -> "(any v in [" + value(random) + ", \"w\"] where " + subject + " == v)";
      default -> random.nextBoolean() ? "true" : "1 > 2";
    };
  }

  private static String value(Random random) {
    return '"' + VALUES.get(random.nextInt(VALUES.size())) + '"';
  }

  private static ManagedCluster cluster(Random random) {
    ClusterFacts facts =
        ClusterFacts.ofLabels(map(random)).overlaidWith(ClusterFacts.ofClaims(map(random)));
    return FleetObjects.cluster("c", facts, Instant.EPOCH);
  }

  private static Map<String, String> map(Random random) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String key : KEYS) {
      if (random.nextInt(3) > 0) {
        map.put(key, VALUES.get(random.nextInt(VALUES.size())));
      }
    }
    return map;
  }

  // Selectors as Kubernetes reads them.

  private static boolean isFreeOfCel(ClusterPredicate predicate) {
    ClusterSelector selector = predicate.requiredClusterSelector();
    return selector != null && selector.celSelector() == null;
  }

  private static boolean matches(ClusterPredicate predicate, ManagedCluster cluster) {
    ClusterSelector selector = predicate.requiredClusterSelector();
    Map<String, String> labels = cluster.metadata().labels();
    Map<String, String> claims = new LinkedHashMap<>();
    if (cluster.status() != null) {
      cluster.status().clusterClaims().forEach(each -> claims.put(each.name(), each.value()));
    }
    return selector == null
        || ((selector.labelSelector() == null
                || (labels.entrySet().containsAll(selector.labelSelector().matchLabels().entrySet())
                    && matches(selector.labelSelector().matchExpressions(), labels)))
            && (selector.claimSelector() == null
                || matches(selector.claimSelector().matchExpressions(), claims)));
  }

  private static boolean matches(
      List<LabelSelectorRequirement> requirements, Map<String, String> found) {
    return requirements.stream().allMatch(each -> matches(each, found));
  }

  private static boolean matches(LabelSelectorRequirement requirement, Map<String, String> found) {
    String value = found.get(requirement.key());
    return switch (requirement.operator()) {
      case "In" -> value != null && requirement.values().contains(value);
      case "NotIn" -> value == null || !requirement.values().contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> throw new IllegalArgumentException(requirement.operator());
    };
  }
}
