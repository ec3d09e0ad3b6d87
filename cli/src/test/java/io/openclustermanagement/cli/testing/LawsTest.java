package io.openclustermanagement.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.compiler.CompilationResult;
import io.openclustermanagement.compiler.Compiler;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.compiler.importer.ImportResult;
import io.openclustermanagement.compiler.importer.Importer;
import io.openclustermanagement.compiler.program.Compliance;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.placement.Decision;
import io.openclustermanagement.placement.DuplicateObjectException;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.Scheduler;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Laws that hold across compiler, engine and importer. */
class LawsTest {
  private static final long SEED = 20261122;
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final int PLACEMENTS = 250;
  private static final int CLUSTERS = 40;
  private static final String SETS =
      """
      module laws
      hub namespace "acme"

      clusterset prod {
        members labelled
        bind to ["acme"]
      }
      """;

  private static final Interpreter.World NO_WORLD =
      new Interpreter.World() {
        @Override
        public ManagedCluster cluster(String name) {
          throw new IllegalStateException("a `where` names no cluster");
        }

        @Override
        public List<ManagedCluster> placed(GlobalName placement) {
          throw new IllegalStateException("a `where` asks for no placement");
        }

        @Override
        public List<ManagedCluster> members(GlobalName clusterSet) {
          throw new IllegalStateException("a `where` asks for no members");
        }

        @Override
        public Compliance compliance(String cluster, GlobalName policy, boolean set) {
          throw new IllegalStateException("a `where` asks for no compliance");
        }
      };

  /** What the scheduler decides from the compiled placement is what the condition means. */
  @Test
  void compiledConditionsMeanWhatTheySay() throws DuplicateObjectException {
    RandomCases cases = new RandomCases(new Random(SEED));
    List<ManagedCluster> clusters = IntStream.range(0, CLUSTERS).mapToObj(cases::cluster).toList();
    CompilationResult compiled = compile(randomSource(cases));
    Scheduler scheduler = scheduler(compiled, clusters);
    int undecidedByAll = 0;
    for (PlacementDefinition definition : compiled.program().modules().getFirst().placements()) {
      List<String> meant = meant(definition, clusters);
      List<String> chosen = chosen(scheduler, placement(compiled, definition));
      assertThat(chosen)
          .as("seed %d, %s", SEED, definition.origin().span().text())
          .containsExactlyElementsOf(meant);
      undecidedByAll += meant.isEmpty() || meant.size() == CLUSTERS ? 1 : 0;
    }
    assertThat(undecidedByAll).as("conditions that tell no clusters apart").isLessThan(100);
  }

  private static String randomSource(RandomCases cases) {
    StringBuilder source = new StringBuilder(SETS);
    for (int i = 0; i < PLACEMENTS; i++) {
      source.append("placement p%d {\n  from prod\n".formatted(i));
      source.append("  where %s\n".formatted(cases.condition(1 + i % 4)));
      source.append(i % 5 == 0 ? "  where %s\n}\n".formatted(cases.condition(1)) : "}\n");
    }
    return source.toString();
  }

  private static CompilationResult compile(String source) {
    CompilationResult result =
        Compiler.compile(List.of(new SourceFile("laws.ocm", source)), CompilerOptions.DEFAULT);
    assertThat(result.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    return result;
  }

  private static List<String> meant(PlacementDefinition definition, List<ManagedCluster> clusters) {
    Interpreter interpreter = new Interpreter(NO_WORLD);
    return clusters.stream()
        .filter(
            cluster ->
                definition.alternatives().stream()
                    .anyMatch(where -> interpreter.holds(where.condition(), cluster)))
        .map(cluster -> cluster.metadata().name())
        .sorted()
        .toList();
  }

  private static Placement placement(CompilationResult compiled, PlacementDefinition definition) {
    return compiled.objects().stream()
        .map(EmittedObject::object)
        .filter(Placement.class::isInstance)
        .map(Placement.class::cast)
        .filter(placement -> placement.metadata().name().equals(definition.name().name()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> chosen(Scheduler scheduler, Placement placement) {
    return scheduler.schedule(placement, NOW).decisions().stream()
        .map(Decision::cluster)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static Scheduler scheduler(
      CompilationResult compiled, List<? extends KubernetesObject> fleet)
      throws DuplicateObjectException {
    Fleet.Builder builder = Fleet.builder().addAll(fleet);
    compiled.objects().stream()
        .map(EmittedObject::object)
        .filter(Fleet.Builder::accepts)
        .forEach(builder::add);
    return Scheduler.on(builder.build(), SchedulerOptions.of(Target.NATIVE));
  }

  /** A placement that went through the importer and the compiler decides as it did before. */
  @Test
  void importedPlacementsDecideAsTheYamlDid() throws IOException, DuplicateObjectException {
    Path examples = Path.of(System.getProperty("repository.root", "..")).resolve("examples");
    List<KubernetesObject> fleet = new ArrayList<>();
    for (String name : List.of("clusters", "sets", "scores", "decisions")) {
      fleet.addAll(read(examples.resolve("fleet/" + name + ".yaml")));
    }
    Scheduler scheduler =
        Scheduler.on(Fleet.builder().addAll(fleet).build(), SchedulerOptions.of(Target.NATIVE));
    List<KubernetesObject> before = read(examples.resolve("yaml/placements.yaml"));
    before.addAll(placementsOf(compile(randomSource(new RandomCases(new Random(SEED))))));
    assertThat(decisions(scheduler, throughImport(before))).isEqualTo(decisions(scheduler, before));
  }

  private static List<KubernetesObject> placementsOf(CompilationResult compiled) {
    return compiled.objects().stream()
        .map(EmittedObject::object)
        .filter(Placement.class::isInstance)
        .limit(60)
        .toList();
  }

  private static List<KubernetesObject> throughImport(List<KubernetesObject> objects) {
    ImportResult imported =
        Importer.importObjects(
            List.of(ManifestReader.read("all.yaml", ManifestWriter.yaml(objects))));
    assertThat(imported.diagnostics()).isEmpty();
    List<SourceFile> sources =
        imported.files().stream().map(file -> new SourceFile(file.name(), file.text())).toList();
    CompilationResult compiled = Compiler.compile(sources, CompilerOptions.DEFAULT);
    assertThat(compiled.hasErrors()).isFalse();
    return compiled.objects().stream().map(EmittedObject::object).toList();
  }

  private static TreeMap<String, Object> decisions(
      Scheduler scheduler, List<KubernetesObject> objects) {
    TreeMap<String, Object> decisions = new TreeMap<>();
    for (KubernetesObject object : objects) {
      if (object instanceof Placement placement) {
        var result = scheduler.schedule(placement, NOW);
        decisions.put(
            placement.metadata().namespace() + "/" + placement.metadata().name(),
            List.of(result.decisions(), result.scores()));
      }
    }
    return decisions;
  }

  private static List<KubernetesObject> read(Path file) throws IOException {
    return new ArrayList<>(
        ManifestReader.read(file.toString(), Files.readString(file))
            .objects(KubernetesObject.class)
            .toList());
  }
}
