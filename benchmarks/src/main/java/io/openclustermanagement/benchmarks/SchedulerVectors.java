package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.placement.DuplicateObjectException;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.Scheduler;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the scheduler with recorded decisions of upstream's: a gzipped file of one JSON object a
 * line, each a fleet, a placement and what upstream decided. Prints how many of the cases agree,
 * per aspect, and every difference.
 */
public final class SchedulerVectors {
  private final Map<String, Integer> agreeing = new LinkedHashMap<>();
  private final Map<String, Integer> compared = new LinkedHashMap<>();
  private int cases;
  private int differences;

  private SchedulerVectors() {}

  /** Takes the path of the file. Exit code 0 if everything agrees, 1 if not, 3 without a path. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: scheduler-vectors FILE.jsonl.gz");
      System.exit(3);
    }
    SchedulerVectors vectors = new SchedulerVectors();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(arguments[0]))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        vectors.compare(line);
      }
    }
    System.exit(vectors.report());
  }

  private void compare(String line) {
    // With a version and a kind the case is a document of its own to the reader.
    String text = "{\"apiVersion\": \"v1\", \"kind\": \"Case\", " + line.strip().substring(1);
    if (!(ManifestReader.read("case", text).documents().getFirst()
        instanceof Document.Foreign foreign)) {
      throw new IllegalArgumentException("not a case: " + line);
    }
    Map<String, Object> content = foreign.content();
    cases++;
    String name = text(content, "case");
    PlacementResult result = schedule(content);
    Map<String, Object> expected =
        content.get("expectedMain") == null
            ? map(content.get("expected"))
            : map(content.get("expectedMain"));
    VectorAspects.of(expected, result).forEach(aspect -> count(name, aspect));
  }

  private void count(String name, VectorAspects.Aspect aspect) {
    compared.merge(aspect.name(), 1, Integer::sum);
    boolean agrees = aspect.expected().equals(aspect.actual());
    agreeing.merge(aspect.name(), agrees ? 1 : 0, Integer::sum);
    if (!agrees) {
      differences++;
      System.out.println(name + ": " + aspect.name());
      System.out.println("  upstream " + aspect.expected());
      System.out.println("  here     " + aspect.actual());
    }
  }

  private int report() {
    compared.forEach(
        (aspect, n) -> System.out.printf("%-28s %d of %d%n", aspect, agreeing.get(aspect), n));
    System.out.printf("%d cases, %d differences%n", cases, differences);
    return differences == 0 && cases > 0 ? 0 : 1;
  }

  private static PlacementResult schedule(Map<String, Object> content) {
    List<Map<String, Object>> objects = list(content.get("objects"));
    String list = JsonWriter.line(Map.of("apiVersion", "v1", "kind", "List", "items", objects));
    Manifests manifests = ManifestReader.read(text(content, "case"), list);
    // An API server would refuse some values; the recorded scheduler was given them all the same.
    if (manifests.documents().size() != objects.size()) {
      throw new IllegalArgumentException(text(content, "case") + ": " + manifests.problems());
    }
    Fleet.Builder fleet = Fleet.builder();
    manifests.objects(KubernetesObject.class).filter(Fleet.Builder::accepts).forEach(fleet::add);
    Placement placement =
        manifests
            .objects(Placement.class)
            .filter(p -> text(content, "placement").equals(key(p)))
            .findFirst()
            .orElseThrow();
    try {
      return Scheduler.on(fleet.build(), SchedulerOptions.of(Target.UPSTREAM))
          .schedule(placement, Instant.parse(text(content, "now")));
    } catch (DuplicateObjectException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String key(Placement placement) {
    return placement.metadata().namespace() + "/" + placement.metadata().name();
  }

  private static String text(Map<String, Object> map, String key) {
    if (map.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("no text at " + key);
  }

  @SuppressWarnings("unchecked") // keys of JSON objects are texts
  static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked") // the vectors hold lists of one type
  static <T> List<T> list(@Nullable Object value) {
    return (List<T>) Objects.requireNonNull(value);
  }
}
