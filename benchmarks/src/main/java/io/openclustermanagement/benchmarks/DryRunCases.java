package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.schema.WireEnum;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.compare.ObjectComparison;
import io.openclustermanagement.governance.compare.Strictness;
import io.openclustermanagement.governance.configuration.ConfigurationPolicyEvaluator;
import io.openclustermanagement.governance.configuration.ConfigurationPolicyResult;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.configuration.TemplateOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares verdicts with recorded dry runs of upstream's: folders with a {@code policy.yaml}, the
 * objects of a cluster in {@code input*.yaml}, what upstream printed in {@code output.txt} or
 * {@code error.txt}, and the status that it confirmed in {@code desired_status.yaml}. Prints how
 * many cases agree in messages, differences, related objects and status, and every case that does
 * not.
 */
public final class DryRunCases {
  private static final String RECONCILE = "reconcile:";
  private static final String VIOLATION = "NonCompliant; violation - ";

  private final Map<String, int[]> agreement = new LinkedHashMap<>();

  private DryRunCases() {}

  /** Takes the path of the folder. Exit code 0 if everything agrees, 1 if not, 3 without a path. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: dryrun-cases FOLDER");
      System.exit(3);
    }
    DryRunCases run = new DryRunCases();
    try (Stream<Path> folders = Files.walk(Path.of(arguments[0]))) {
      for (Path folder : folders.filter(DryRunCases::isCase).sorted().toList()) {
        run.compare(folder);
      }
    }
    System.exit(run.report());
  }

  private int report() {
    agreement.forEach(
        (aspect, counts) -> System.out.printf("%-16s %3d of %d%n", aspect, counts[0], counts[1]));
    return agreement.values().stream().allMatch(counts -> counts[0] == counts[1]) ? 0 : 1;
  }

  private static boolean isCase(Path folder) {
    return Files.exists(folder.resolve("policy.yaml"));
  }

  private void compare(Path folder) throws IOException {
    ConfigurationPolicyResult result = evaluate(folder);
    Path output = folder.resolve("output.txt");
    if (Files.exists(output)) {
      String expected = Files.readString(output);
      String message = String.join("\n", result.history());
      check(folder, "messages", section(expected, "# Compliance messages:"), message);
      check(folder, "differences", section(expected, "# Diffs:"), diffs(result));
      check(folder, "related objects", names(section(expected, "# Diffs:")), names(diffs(result)));
    } else {
      String error = Files.readString(folder.resolve("error.txt"));
      String reason = error.substring(error.indexOf(RECONCILE) + RECONCILE.length());
      check(folder, "errors", words(reason), words(result.message().replace(VIOLATION, "")));
    }
    Path status = folder.resolve("desired_status.yaml");
    if (Files.exists(status)) {
      status(folder, Files.readString(status), result);
    }
  }

  /** The lines that name objects. */
  private static String names(String diffs) {
    return diffs
        .lines()
        .filter(line -> line.endsWith(":") && Character.isLetter(line.charAt(0)))
        .collect(Collectors.joining("\n"));
  }

  /** The recorded errors are broken into lines. */
  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Upstream's recorded status is the part of it that has to be there. */
  private void status(Path folder, String expected, ConfigurationPolicyResult result) {
    JsonObject wanted =
        ((GenericObject)
                ManifestReader.readGeneric(
                        "status", "apiVersion: v1\nkind: Status\nstatus:\n" + expected.indent(2))
                    .documents()
                    .getFirst()
                    .object())
            .content();
    JsonObject found = JsonObject.of(Map.of("status", status(result)));
    ObjectComparison comparison =
        ObjectComparison.compare(wanted, found, Strictness.AT_LEAST, Strictness.AT_LEAST);
    check(folder, "status", "[]", comparison.differences().toString());
  }

  private static Map<String, Object> status(ConfigurationPolicyResult result) {
    return Map.of(
        "compliant",
        result.compliant().map(WireEnum::wireName).orElse(""),
        "compliancyDetails",
        result.templates().stream().map(DryRunCases::detail).toList(),
        "relatedObjects",
        result.relatedObjects().stream().map(DryRunCases::related).toList());
  }

  private static Map<String, Object> detail(TemplateOutcome outcome) {
    Map<String, Object> condition =
        Map.of("message", outcome.message(), "reason", outcome.reason());
    return Map.of(
        "Compliant",
        state(outcome.compliant()),
        "Validity",
        Map.of(),
        "conditions",
        List.of(condition));
  }

  private static Map<String, Object> related(ObjectResult object) {
    Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", object.name()));
    if (!object.namespace().isEmpty()) {
      metadata.put("namespace", object.namespace());
    }
    Map<String, Object> identity =
        Map.of("apiVersion", object.apiVersion(), "kind", object.kind(), "metadata", metadata);
    return Map.of(
        "compliant",
        state(object.compliant()),
        "object",
        identity,
        "reason",
        object.reason(),
        "properties",
        Map.of("diff", object.diff()));
  }

  private static String state(boolean compliant) {
    return compliant ? "Compliant" : "NonCompliant";
  }

  private void check(Path folder, String aspect, String expected, String actual) {
    int[] counts = agreement.computeIfAbsent(aspect, _ -> new int[2]);
    counts[1]++;
    if (expected.equals(actual.strip())) {
      counts[0]++;
    } else {
      System.out.printf(
          "%s: %s%n  upstream%n%s%n  here%n%s%n", folder, aspect, expected, actual.strip());
    }
  }

  private static String section(String output, String heading) {
    String text = output.substring(output.indexOf(heading) + heading.length());
    int next = text.indexOf("\n# ");
    while (next >= 0 && text.startsWith("\n# The difference", next)) {
      next = text.indexOf("\n# ", next + 1);
    }
    return (next < 0 ? text : text.substring(0, next)).strip();
  }

  private static String diffs(ConfigurationPolicyResult result) {
    StringBuilder text = new StringBuilder();
    for (ObjectResult each : result.relatedObjects()) {
      String name = each.namespace().isEmpty() ? each.name() : each.namespace() + "/" + each.name();
      text.append("%s %s %s:%n%s%n".formatted(each.apiVersion(), each.kind(), name, each.diff()));
    }
    return text.toString();
  }

  private static ConfigurationPolicyResult evaluate(Path folder) throws IOException {
    List<GenericObject> objects = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(DryRunCases::isInput).sorted().toList()) {
        read(file, Files.readString(file))
            .documents()
            .forEach(each -> objects.add((GenericObject) each.object()));
      }
    }
    Inventory inventory = Inventory.of(objects, KubernetesSchemas.builtIn());
    Path file = folder.resolve("policy.yaml");
    // Go's decoder takes names of fields in any case, and two of the policies rely on it.
    String text = Files.readString(file).replace("matchlabels:", "matchLabels:");
    ConfigurationPolicy policy =
        read(file, text).objects(ConfigurationPolicy.class).findFirst().orElseThrow();
    return new ConfigurationPolicyEvaluator(inventory).evaluate(policy);
  }

  private static boolean isInput(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("input") && name.endsWith(".yaml");
  }

  private static Manifests read(Path file, String text) {
    Manifests read = ManifestReader.read(file.toString(), text);
    read.problems().forEach(problem -> System.err.println(file + ": " + problem.message()));
    return read;
  }
}
