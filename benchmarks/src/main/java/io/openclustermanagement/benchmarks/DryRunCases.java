package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.configuration.ConfigurationPolicyEvaluator;
import io.openclustermanagement.governance.configuration.ConfigurationPolicyResult;
import io.openclustermanagement.governance.configuration.ObjectResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares verdicts with recorded dry runs of upstream's: folders with a {@code policy.yaml}, the
 * objects of a cluster in {@code input*.yaml} and what upstream printed in {@code output.txt}.
 * Prints how many cases agree in messages and differences, and every case that does not.
 */
public final class DryRunCases {
  private int messages;
  private int diffs;
  private int cases;

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
    System.out.printf("messages     %3d of %d%n", run.messages, run.cases);
    System.out.printf("differences  %3d of %d%n", run.diffs, run.cases);
    System.exit(run.messages == run.cases && run.diffs == run.cases ? 0 : 1);
  }

  private static boolean isCase(Path folder) {
    return Files.exists(folder.resolve("output.txt"));
  }

  private void compare(Path folder) throws IOException {
    String expected = Files.readString(folder.resolve("output.txt"));
    ConfigurationPolicyResult result = evaluate(folder);
    cases++;
    String message = String.join("\n", result.history());
    messages += check(folder, section(expected, "# Compliance messages:"), message);
    diffs += check(folder, section(expected, "# Diffs:"), diffs(result));
  }

  private static int check(Path folder, String expected, String actual) {
    if (expected.equals(actual.strip())) {
      return 1;
    }
    System.out.printf("%s%n  upstream%n%s%n  here%n%s%n", folder, expected, actual.strip());
    return 0;
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
        read(file).documents().forEach(each -> objects.add((GenericObject) each.object()));
      }
    }
    Inventory inventory = Inventory.of(objects, KubernetesSchemas.builtIn());
    ConfigurationPolicy policy =
        read(folder.resolve("policy.yaml"))
            .objects(ConfigurationPolicy.class)
            .findFirst()
            .orElseThrow();
    return new ConfigurationPolicyEvaluator(inventory).evaluate(policy);
  }

  private static boolean isInput(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("input") && name.endsWith(".yaml");
  }

  private static Manifests read(Path file) throws IOException {
    Manifests read = ManifestReader.read(file.toString(), Files.readString(file));
    read.problems().forEach(problem -> System.err.println(file + ": " + problem.message()));
    return read;
  }
}
