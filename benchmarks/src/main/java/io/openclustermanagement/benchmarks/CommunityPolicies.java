package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.PolicyEvaluator;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges all policies of a folder on clusters that are made from them: with the objects as they are
 * wanted, without them, and with others in their place. Prints how many policies get a verdict on
 * all three, and each reason why one does not.
 */
public final class CommunityPolicies {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final Set<String> KINDS =
      Set.of("Policy", "ConfigurationPolicy", "OperatorPolicy", "CertificatePolicy");
  private static final int MAX_REASON = 300;
  private static final Pattern ERROR =
      Pattern.compile("failed to |Error (processing|parsing|filtering)|is no valid ");

  private final PolicyEvaluator evaluator = PolicyEvaluator.standard();
  private final Map<String, String> reasons = new TreeMap<>();
  private final Map<MadeCluster, Map<VerdictState, Integer>> states =
      new EnumMap<>(MadeCluster.class);
  private int files;
  private int policies;
  private int evaluated;

  private CommunityPolicies() {}

  /** Takes the folder. Exit code 0 if all policies are judged, 1 if not, 3 without a path. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: community-policies FOLDER");
      System.exit(3);
    }
    CommunityPolicies run = new CommunityPolicies();
    try (Stream<Path> found = Files.walk(Path.of(arguments[0]))) {
      for (Path file : found.filter(CommunityPolicies::isYaml).sorted().toList()) {
        run.read(file);
      }
    }
    System.exit(run.report());
  }

  private static boolean isYaml(Path file) {
    return file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
  }

  private void read(Path file) throws IOException {
    files++;
    Manifests read = ManifestReader.readGeneric(file.toString(), Files.readString(file));
    read.problems()
        .forEach(problem -> reasons.putIfAbsent(file + " cannot be read", problem.message()));
    read.documents().stream()
        .map(Document::object)
        .filter(GenericObject.class::isInstance)
        .map(object -> ((GenericObject) object).content())
        .filter(object -> KINDS.contains(object.text("kind").orElse("")))
        .forEach(policy -> judge(file, policy));
  }

  private void judge(Path file, JsonObject policy) {
    policies++;
    evaluated += isJudged(file, policy) ? 1 : 0;
  }

  private boolean isJudged(Path file, JsonObject policy) {
    boolean judged = true;
    for (MadeCluster kind : MadeCluster.values()) {
      try {
        JsonObject resolved = kind.resolved(policy);
        ClusterState cluster =
            new ClusterState("made", Optional.empty(), kind.inventory(resolved), NOW);
        for (JsonObject template : MadeCluster.templates(resolved)) {
          judged &= isJudged(file, policy, kind, evaluator.evaluate(template, cluster));
        }
      } catch (IllegalArgumentException e) {
        reasons.put(name(file, policy) + " (" + kind + ")", String.valueOf(e.getMessage()));
        judged = false;
      }
    }
    return judged;
  }

  private boolean isJudged(
      Path file, JsonObject policy, MadeCluster kind, TemplateVerdict verdict) {
    states
        .computeIfAbsent(kind, _ -> new EnumMap<>(VerdictState.class))
        .merge(verdict.state(), 1, Integer::sum);
    boolean failed =
        verdict.state() == VerdictState.ERROR
            || verdict.state() == VerdictState.UNKNOWN
            || ERROR.matcher(verdict.message()).find();
    if (failed) {
      String where = "%s, template %s (%s)".formatted(name(file, policy), verdict.name(), kind);
      reasons.put(where, verdict.message());
    }
    return !failed;
  }

  private static String name(Path file, JsonObject policy) {
    return file.getFileName() + ": " + policy.object("metadata").text("name").orElse("");
  }

  /** In one line; the reason why a template cannot be resolved stands at the end. */
  private static String shortened(String reason) {
    String line = reason.replaceAll("\\s+", " ");
    return line.length() <= MAX_REASON ? line : "… " + line.substring(line.length() - MAX_REASON);
  }

  private int report() {
    reasons.forEach((where, why) -> System.out.printf("%s%n  %s%n", where, shortened(why)));
    states.forEach((kind, counts) -> System.out.printf("%-10s %s%n", kind, counts));
    System.out.printf("%d of %d policies evaluated, in %d files%n", evaluated, policies, files);
    return evaluated == policies && List.copyOf(reasons.keySet()).isEmpty() ? 0 : 1;
  }
}
