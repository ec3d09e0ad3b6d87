package io.openclustermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.ClusterCelSelector;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.ManagedClusterVersion;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.ConditionStatus;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.compiler.Compiler;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.importer.GeneratedFile;
import io.openclustermanagement.compiler.importer.ImportResult;
import io.openclustermanagement.compiler.importer.Importer;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.placement.AddOnScores;
import io.openclustermanagement.placement.CelCompilationException;
import io.openclustermanagement.placement.CelSelectors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The law of the import says that a CEL expression and the words of the language for it are the
 * same; this test asks the engine whether they are. Expressions are put together from what people
 * write, with all, some or none of the guards, and compared with what comes back from the compiler
 * on clusters that lack this and that.
 */
class ImportedCelTest {
  private static final int ROUNDS = 600;
  private static final String LABELS = "managedCluster.metadata.labels";
  private static final String STATUS = "managedCluster.status";
  private static final String VERSION = STATUS + ".version.kubernetes";
  private static final String BARE = VERSION + ".replace(\"v\", \"\", 1)";
  private static final String CLAIMS = STATUS + ".clusterClaims";
  private static final List<String> KEYS = List.of("a", "b", "tier");
  private static final List<String> VALUES = List.of("x", "xy", "a b", "");

  private static final AddOnScores NO_SCORES = (_, _) -> null;

  private final CelSelectors engine = CelSelectors.load();

  @Test
  void meansWhatItMeant() throws CelCompilationException {
    int recognised = 0;
    for (long seed = 1; seed <= ROUNDS; seed++) {
      Random random = new Random(seed);
      String written = expression(random);
      List<String> built = throughTheLanguage(written);
      recognised += built.equals(List.of(written)) ? 0 : 1;
      for (ManagedCluster cluster : clusters(random)) {
        assertThat(chooses(built, cluster))
            .as("seed %d: %s%nbecame %s%nfor %s", seed, written, built, cluster)
            .isEqualTo(chooses(List.of(written), cluster));
      }
    }
    assertThat(recognised).isGreaterThan(ROUNDS / 4);
  }

  private boolean chooses(List<String> expressions, ManagedCluster cluster)
      throws CelCompilationException {
    for (String expression : expressions) {
      if (!engine.compile(expression).evaluate(cluster, NO_SCORES).matched()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> throughTheLanguage(String expression) {
    ClusterSelector selector =
        new ClusterSelector(null, null, new ClusterCelSelector(List.of(expression)));
    PlacementSpec spec =
        new PlacementSpec(
            List.of(),
            null,
            List.of(new ClusterPredicate(selector)),
            null,
            null,
            List.of(),
            null,
            null,
            null);
    String yaml = ManifestWriter.yaml(new Placement(ObjectMeta.named("acme", "p"), spec, null));
    ImportResult imported = Importer.importObjects(List.of(ManifestReader.read("p.yaml", yaml)));
    assertThat(imported.diagnostics()).isEmpty();
    GeneratedFile file = imported.files().getFirst();
    var result =
        Compiler.compile(
            List.of(new SourceFile(file.name(), file.text())), CompilerOptions.DEFAULT);
    Placement built = (Placement) result.objects().getFirst().object();
    ClusterSelector back =
        Objects.requireNonNull(built.spec().predicates().getFirst().requiredClusterSelector());
    assertThat(back.labelSelector()).isNull();
    assertThat(back.claimSelector()).isNull();
    return Objects.requireNonNull(back.celSelector()).celExpressions();
  }

  // Expressions.

  private static String expression(Random random) {
    List<String> terms = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      String term = guarded(random);
      terms.add(random.nextInt(4) == 0 ? "!(" + term + ")" : term);
    }
    return String.join(" && ", terms);
  }

  /** A property with its guards and a test of it. */
  private record Property(List<String> guards, String test) {}

  private static String guarded(Random random) {
    Property property = property(random);
    List<String> terms = new ArrayList<>();
    int guards = random.nextInt(3);
    for (String guard : property.guards()) {
      if (guards == 2 || (guards == 1 && random.nextBoolean())) {
        terms.add(guard);
      }
    }
    if (random.nextInt(8) > 0 || terms.isEmpty()) {
      terms.add(property.test());
    }
    return String.join(" && ", terms);
  }

  private static Property property(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> version(random);
      case 1 -> quantity(random);
      case 2 -> claim(random);
      case 3 -> new Property(List.of(), text("managedCluster.metadata.name", random));
      case 4 ->
          new Property(
              List.of("has(" + STATUS + ".conditions)"),
              STATUS
                  + ".conditions.exists(c, c.type == \"ManagedClusterConditionAvailable\""
                  + " && c.status == \"True\")");
      default -> label(random);
    };
  }

  private static Property version(Random random) {
    String constant = pick(random, "semver(\"1.29.0\")", "semver('1.30.1')");
    return new Property(
        List.of("has(" + VERSION + ")", "isSemver(" + BARE + ")"),
        compared("semver(" + BARE + ")", constant, random));
  }

  private static Property quantity(Random random) {
    String map = STATUS + pick(random, ".allocatable", ".capacity");
    String constant = "quantity(\"%s\")".formatted(pick(random, "4", "500m", "1Gi"));
    return new Property(
        List.of("has(" + map + ")", pick(random, "\"cpu\" in " + map, "has(" + map + ".cpu)")),
        compared(
            pick(random, "quantity(%s[\"cpu\"])", "quantity(%s.cpu)").formatted(map),
            constant,
            random));
  }

  private static String compared(String value, String constant, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> value + ".isGreaterThan(" + constant + ")";
      case 1 -> value + ".isLessThan(" + constant + ")";
      default ->
          "%s.compareTo(%s) %s 0"
              .formatted(value, constant, pick(random, "==", "!=", "<", "<=", ">", ">="));
    };
  }

  private static Property label(Random random) {
    String key = pick(random, "a", "b", "tier");
    return new Property(
        List.of("has(" + LABELS + ")", "\"%s\" in %s".formatted(key, LABELS)),
        text(pick(random, "%s[\"%s\"]", "%s.%s").formatted(LABELS, key), random));
  }

  private static Property claim(Random random) {
    String key = pick(random, "a", "b");
    return new Property(
        List.of("has(" + CLAIMS + ")", "%s.exists(x, x.name == '%s')".formatted(CLAIMS, key)),
        text("%s.filter(c, c.name == \"%s\")[0].value".formatted(CLAIMS, key), random));
  }

  private static String text(String value, Random random) {
    String constant = "\"%s\"".formatted(pick(random, "x", "xy", "a b", "c"));
    return switch (random.nextInt(6)) {
      case 0 -> value + " == " + constant;
      case 1 -> value + " != " + constant;
      case 2 -> value + " in [" + constant + ", \"a b\"]";
      case 3 -> value + ".matches(\"^x(?s:.*)$\")";
      case 4 -> value + " == " + LABELS + "[\"b\"]";
      default -> value + pick(random, ".startsWith(", ".endsWith(", ".contains(") + constant + ")";
    };
  }

  // Clusters.

  private static List<ManagedCluster> clusters(Random random) {
    return IntStream.range(0, 12).mapToObj(_ -> cluster(random)).toList();
  }

  private static ManagedCluster cluster(Random random) {
    Map<String, String> labels = new TreeMap<>();
    List<ManagedClusterClaim> claims = new ArrayList<>();
    Map<String, Quantity> amounts = new TreeMap<>();
    for (String key : KEYS) {
      if (random.nextBoolean()) {
        labels.put(key, VALUES.get(random.nextInt(VALUES.size())));
      }
      if (random.nextBoolean()) {
        claims.add(new ManagedClusterClaim(key, VALUES.get(random.nextInt(VALUES.size()))));
      }
    }
    if (random.nextBoolean()) {
      amounts.put(pick(random, "cpu", "memory"), new Quantity(pick(random, "4", "1", "2Gi")));
    }
    ObjectMeta metadata = ObjectMeta.of(null, pick(random, "x", "xy", "c"), labels);
    return new ManagedCluster(
        metadata, null, random.nextInt(6) == 0 ? null : status(claims, amounts, random));
  }

  private static ManagedClusterStatus status(
      List<ManagedClusterClaim> claims, Map<String, Quantity> amounts, Random random) {
    String version = pick(random, null, "v1.29.0", "v1.30.1", "1.28", "v1.29.0-rc.1", "none");
    List<Condition> conditions =
        random.nextBoolean()
            ? List.of()
            : List.of(
                new Condition(
                    "ManagedClusterConditionAvailable",
                    pick(random, ConditionStatus.values()),
                    null,
                    Instant.EPOCH,
                    "R",
                    ""));
    return new ManagedClusterStatus(
        conditions,
        random.nextBoolean() ? amounts : Map.of(),
        amounts,
        random.nextInt(5) == 0 ? null : new ManagedClusterVersion(version),
        claims,
        List.of());
  }

  @SafeVarargs
  private static <T extends @Nullable Object> T pick(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }
}
