package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.AddOnScore;
import io.openclustermanagement.api.cluster.ClusterCelSelector;
import io.openclustermanagement.api.cluster.ClusterClaimSelector;
import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.DecisionGroup;
import io.openclustermanagement.api.cluster.DecisionStrategy;
import io.openclustermanagement.api.cluster.GroupClusterSelector;
import io.openclustermanagement.api.cluster.GroupStrategy;
import io.openclustermanagement.api.cluster.ManagedClusterSelector;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.ManagedClusterSetBindingSpec;
import io.openclustermanagement.api.cluster.ManagedClusterSetSpec;
import io.openclustermanagement.api.cluster.ManagedNamespaceConfig;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.PrioritizerConfig;
import io.openclustermanagement.api.cluster.PrioritizerPolicy;
import io.openclustermanagement.api.cluster.ScoreCoordinate;
import io.openclustermanagement.api.cluster.ScoreCoordinateType;
import io.openclustermanagement.api.cluster.SelectorType;
import io.openclustermanagement.api.cluster.SortBy;
import io.openclustermanagement.api.cluster.SpreadConstraintsTerm;
import io.openclustermanagement.api.cluster.SpreadPolicy;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.cluster.Toleration;
import io.openclustermanagement.api.cluster.TopologyKeyType;
import io.openclustermanagement.api.cluster.UnsatisfiableMaxSkewAction;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Objects with every field that a user sets: absent, empty, default and otherwise. What is valid
 * only; if told so, also what upstream accepts but reports, and what the language cannot say.
 */
final class RandomObjects {
  private static final List<String> NAMESPACES = List.of("acme", "10-prod", "import", "a--b");
  private static final List<String> SETS =
      List.of("prod", "10.edge", "default", "where", "a--b", "x.y", "x-y", "labelled");
  private static final List<String> NAMES =
      List.of("web", "10.prod.eu", "prod-eu", "prod.eu", "in", "placement", "a--b", "0", "x-2");
  private static final List<String> KEYS =
      List.of("env", "region", "where", "10", "a.b", "acme.example/site", "a--b", "A_b", "true");
  private static final List<String> VALUES =
      List.of("prod", "eu-west-1", "", "10", "v1.29", "A.b_c", "true", "5m");
  private static final List<String> CEL =
      List.of(
          "managedCluster.metadata.labels[\"env\"] == \"prod\"",
          "managedCluster.metadata.labels['env'].startsWith('p')",
          "semver(managedCluster.status.version.kubernetes.replace('v', '', 1)).compareTo(semver(\"1.29.0\")) >= 0",
          "has(managedCluster.status.version.kubernetes)"
              + " && isSemver(managedCluster.status.version.kubernetes.replace('v', '', 1))"
              + " && semver(managedCluster.status.version.kubernetes.replace('v', '', 1))"
              + ".compareTo(semver(\"1.30.1\")) < 0",
          "quantity(managedCluster.status.allocatable.cpu).isGreaterThan(quantity(\"32\"))",
          "quantity(managedCluster.status.capacity[\"memory\"]).compareTo(quantity(\"64Gi\")) <= 0",
          "managedCluster.metadata.name != \"hub\"",
          "managedCluster.scores(\"s\").filter(s, s.name == 'cpu').all(e, e.value > 0)",
          "managedCluster.status.clusterClaims.exists(c, c.name == \"id\" && c.value == \"x\")",
          "  \"a\" in managedCluster.metadata.labels\n  || true  ",
          "\"\"\"fence\"\"\" == '${x}' && r'\\d' != \"\\d\"",
          "",
          "not even CEL \" \\ ${ } \u00e4 \u0001\r\n\t\"\"\"");

  private final Random random;
  private final boolean odd;

  /**
   * @param odd whether there is also what cannot be imported
   */
  RandomObjects(Random random, boolean odd) {
    this.random = random;
    this.odd = odd;
  }

  /** Some sets with bindings and some placements that use them. */
  List<KubernetesObject> objects() {
    List<KubernetesObject> objects = new ArrayList<>();
    Set<String> sets = some(SETS, 3);
    Set<String> bound = new LinkedHashSet<>();
    for (String set : sets) {
      boolean known = chance(70);
      if (known) {
        objects.add(clusterSet(set));
      }
      for (String namespace : NAMESPACES) {
        if (chance(60)) {
          objects.add(binding(namespace, set));
          bound.add(namespace + "/" + set);
        } else if (!known) {
          bound.add(namespace + "/" + set);
        }
      }
    }
    for (String namespace : some(NAMESPACES, 3)) {
      List<String> usable =
          SETS.stream()
              .filter(
                  set ->
                      (odd && chance(20))
                          || !sets.contains(set)
                          || bound.contains(namespace + "/" + set))
              .toList();
      some(NAMES, 3).forEach(name -> objects.add(placement(namespace, name, usable)));
    }
    Map<String, KubernetesObject> distinct = new LinkedHashMap<>();
    objects.forEach(object -> distinct.putIfAbsent(Laws.title(object), object));
    return List.copyOf(distinct.values());
  }

  private ObjectMeta metadata(@Nullable String namespace, String name) {
    ObjectMeta metadata =
        ObjectMeta.of(namespace, name, chance(20) ? strings(KEYS, VALUES) : Map.of());
    Map<String, String> annotations = new TreeMap<>();
    if (chance(10)) {
      annotations.put(ClusterLabels.SCHEDULING_DISABLE, "true");
    }
    if (chance(10)) {
      annotations.put("note", "a \"b\" ${c} \\ \n\u00e4\u0007");
    }
    if (chance(10)) {
      annotations.put("kubectl.kubernetes.io/last-applied-configuration", "{}");
    }
    return metadata.withAnnotations(annotations);
  }

  private ManagedClusterSet clusterSet(String name) {
    ManagedClusterSelector selector =
        switch (random.nextInt(4)) {
          case 0 -> null;
          case 1 -> new ManagedClusterSelector(null, null);
          case 2 -> new ManagedClusterSelector(SelectorType.EXCLUSIVE_CLUSTER_SET_LABEL, null);
          default -> new ManagedClusterSelector(SelectorType.LABEL_SELECTOR, labels());
        };
    if (odd && chance(10)) {
      selector =
          new ManagedClusterSelector(pick(List.of(SelectorType.values())), maybe(this::labels));
    }
    List<ManagedNamespaceConfig> namespaces =
        some(NAMESPACES, 2).stream().map(ManagedNamespaceConfig::new).toList();
    ManagedClusterSetSpec spec =
        chance(10)
            ? null
            : new ManagedClusterSetSpec(selector, chance(20) ? namespaces : List.of());
    return new ManagedClusterSet(metadata(null, name), spec, null);
  }

  private ManagedClusterSetBinding binding(String namespace, String set) {
    ObjectMeta metadata =
        odd && chance(10)
            ? metadata(namespace, pick(List.of(set, "other")))
            : ObjectMeta.named(namespace, set);
    return new ManagedClusterSetBinding(metadata, new ManagedClusterSetBindingSpec(set), null);
  }

  private Placement placement(String namespace, String name, List<String> sets) {
    PlacementSpec spec =
        new PlacementSpec(
            chance(60) ? List.copyOf(some(sets, 2)) : List.of(),
            maybe(() -> odd ? random.nextInt(12) - 2 : random.nextInt(10)),
            list(3, this::predicate),
            maybe(this::prioritizers),
            maybe(() -> new SpreadPolicy(list(2, this::spread))),
            list(3, this::toleration),
            maybe(() -> new DecisionStrategy(maybe(this::groups))),
            pick(null, SortBy.CLUSTER_NAME, SortBy.SCORE),
            pick(null, "1m", "60s", odd ? "5m" : "1m"));
    return new Placement(metadata(namespace, name), spec, null);
  }

  // Predicates.

  private ClusterPredicate predicate() {
    return new ClusterPredicate(
        chance(10)
            ? null
            : new ClusterSelector(
                maybe(this::labels),
                maybe(() -> new ClusterClaimSelector(list(3, this::requirement))),
                maybe(() -> new ClusterCelSelector(list(3, this::cel)))));
  }

  private LabelSelector labels() {
    return new LabelSelector(
        list(3, this::requirement), chance(50) ? strings(KEYS, VALUES) : Map.of());
  }

  private LabelSelectorRequirement requirement() {
    String operator =
        pick(
            LabelSelectorRequirement.IN,
            LabelSelectorRequirement.NOT_IN,
            LabelSelectorRequirement.EXISTS,
            LabelSelectorRequirement.DOES_NOT_EXIST);
    boolean values = operator.endsWith("In");
    if (odd && chance(5)) {
      values = !values;
    }
    return new LabelSelectorRequirement(
        odd && chance(3) ? "no key" : pick(KEYS),
        odd && chance(3) ? "Like" : operator,
        values
            ? IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> value()).toList()
            : List.of());
  }

  private String value() {
    return odd && chance(3) ? "no value" : pick(VALUES);
  }

  private String cel() {
    return chance(20) ? pick(CEL) + " && " + pick(CEL) : pick(CEL);
  }

  // The rest.

  private Toleration toleration() {
    TaintEffect effect =
        pick(
            null,
            TaintEffect.NO_SELECT,
            TaintEffect.NO_SELECT_IF_NEW,
            TaintEffect.PREFER_NO_SELECT);
    Long seconds =
        maybe(() -> pick(0L, 1L, 60L, 90L, 3600L, 86400L, odd ? -1L : 5L, odd ? 1L << 40 : 7L));
    String key =
        pick(ClusterLabels.TAINT_UNREACHABLE, ClusterLabels.TAINT_UNAVAILABLE, "gpu", "a.b/c");
    if (odd && chance(10)) {
      return new Toleration(
          pick(null, "", key), pick("Exists", "Equal", "Like", ""), "x", effect, seconds);
    }
    return switch (random.nextInt(3)) {
      case 0 -> new Toleration(key, Toleration.EXISTS, pick(null, ""), effect, seconds);
      case 1 -> new Toleration(null, Toleration.EXISTS, null, effect, seconds);
      default ->
          new Toleration(
              key,
              pick(null, Toleration.EQUAL),
              pick(null, "", "x", "a \"b\" ${c}"),
              effect,
              seconds);
    };
  }

  private PrioritizerPolicy prioritizers() {
    return new PrioritizerPolicy(
        pick(null, "", "Additive", "Exact", odd && chance(20) ? "Best" : "Exact"),
        list(4, this::prioritizer));
  }

  private PrioritizerConfig prioritizer() {
    Integer weight = maybe(() -> random.nextInt(21) - 10);
    if (odd && chance(10)) {
      return new PrioritizerConfig(
          new ScoreCoordinate(
              pick(ScoreCoordinateType.BUILT_IN, ScoreCoordinateType.ADD_ON),
              pick(null, "Steady", "Other"),
              maybe(() -> new AddOnScore("r", "s"))),
          weight);
    }
    ScoreCoordinate coordinate =
        chance(50)
            ? new ScoreCoordinate(
                ScoreCoordinateType.ADD_ON,
                pick(null, ""),
                new AddOnScore(pick("usage", "a.b"), pick("cpu", "\"quoted\" ${x}")))
            : new ScoreCoordinate(
                pick(null, ScoreCoordinateType.BUILT_IN),
                pick("Steady", "Balance", "ResourceAllocatableCPU", "ResourceAllocatableMemory"),
                null);
    return new PrioritizerConfig(coordinate, weight);
  }

  private SpreadConstraintsTerm spread() {
    return new SpreadConstraintsTerm(
        pick(KEYS),
        pick(List.of(TopologyKeyType.values())),
        maybe(() -> 1 + random.nextInt(3)),
        maybe(() -> pick(List.of(UnsatisfiableMaxSkewAction.values()))));
  }

  private GroupStrategy groups() {
    List<DecisionGroup> groups =
        some(List.of("canary", "10.x", "WEST", "when", "x.y", "x-y"), 3).stream()
            .map(
                name ->
                    new DecisionGroup(
                        odd && chance(10) ? "canary" : name,
                        new GroupClusterSelector(
                            maybe(this::labels),
                            maybe(() -> new ClusterClaimSelector(list(2, this::requirement))))))
            .toList();
    return new GroupStrategy(
        chance(60) ? groups : List.of(),
        pick(
            null,
            IntOrString.of("100%"),
            IntOrString.of("25%"),
            IntOrString.of(3),
            odd ? IntOrString.of("3") : null,
            odd ? IntOrString.of(0) : null));
  }

  // Choices.

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return chance(50) ? value.get() : null;
  }

  @SafeVarargs
  private <T extends @Nullable Object> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> List<T> list(int max, Supplier<T> item) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(max + 1); i > 0; i--) {
      list.add(item.get());
    }
    return list;
  }

  private <T> Set<T> some(List<T> values, int max) {
    Set<T> some = new LinkedHashSet<>();
    for (int i = values.isEmpty() ? 0 : random.nextInt(max + 1); i > 0; i--) {
      some.add(pick(values));
    }
    return some;
  }

  private Map<String, String> strings(List<String> keys, List<String> values) {
    Map<String, String> strings = new TreeMap<>();
    some(keys, 3).forEach(key -> strings.put(key, pick(values)));
    return strings;
  }
}
