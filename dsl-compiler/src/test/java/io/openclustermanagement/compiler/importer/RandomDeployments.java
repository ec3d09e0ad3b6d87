package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.RolloutAll;
import io.openclustermanagement.api.cluster.RolloutProgressive;
import io.openclustermanagement.api.cluster.RolloutStrategy;
import io.openclustermanagement.api.cluster.RolloutType;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.work.CascadeDeletionPolicy;
import io.openclustermanagement.api.work.ConditionRule;
import io.openclustermanagement.api.work.ConditionRuleType;
import io.openclustermanagement.api.work.DeleteOption;
import io.openclustermanagement.api.work.DeletePropagationPolicy;
import io.openclustermanagement.api.work.ExecutorSubjectType;
import io.openclustermanagement.api.work.FeedbackPath;
import io.openclustermanagement.api.work.FeedbackRule;
import io.openclustermanagement.api.work.FeedbackRuleType;
import io.openclustermanagement.api.work.IgnoreField;
import io.openclustermanagement.api.work.IgnoreFieldsCondition;
import io.openclustermanagement.api.work.LocalPlacementReference;
import io.openclustermanagement.api.work.ManifestConfigOption;
import io.openclustermanagement.api.work.ManifestWorkExecutor;
import io.openclustermanagement.api.work.ManifestWorkExecutorSubject;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.api.work.ManifestWorkReplicaSetSpec;
import io.openclustermanagement.api.work.ManifestWorkSpec;
import io.openclustermanagement.api.work.ManifestsTemplate;
import io.openclustermanagement.api.work.ResourceIdentifier;
import io.openclustermanagement.api.work.ServerSideApplyConfig;
import io.openclustermanagement.api.work.ServiceAccountSubject;
import io.openclustermanagement.api.work.UpdateStrategy;
import io.openclustermanagement.api.work.UpdateStrategyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random ManifestWorkReplicaSets, most of which the language can say. */
final class RandomDeployments {
  private static final String NAMESPACE = "acme";

  private final Random random;

  RandomDeployments(long seed) {
    this.random = new Random(seed);
  }

  List<KubernetesObject> objects() {
    List<KubernetesObject> objects = new ArrayList<>();
    objects.add(new Placement(ObjectMeta.named(NAMESPACE, "all"), PlacementSpec.EMPTY, null));
    objects.add(new Placement(ObjectMeta.named(NAMESPACE, "edge"), PlacementSpec.EMPTY, null));
    for (String name : List.of("shop", "deploy", "till.v2")) {
      if (random.nextInt(3) > 0) {
        objects.add(deployment(name));
      }
    }
    return objects;
  }

  private ManifestWorkReplicaSet deployment(String name) {
    List<JsonObject> manifests = manifests();
    ManifestWorkSpec template =
        new ManifestWorkSpec(
            new ManifestsTemplate(manifests),
            maybe(
                new DeleteOption(
                    pick(
                        List.of(
                            DeletePropagationPolicy.FOREGROUND, DeletePropagationPolicy.ORPHAN)),
                    null,
                    random.nextInt(9) == 0 ? 60L : null)),
            configs(manifests),
            maybe(
                new ManifestWorkExecutor(
                    new ManifestWorkExecutorSubject(
                        ExecutorSubjectType.SERVICE_ACCOUNT,
                        new ServiceAccountSubject("shop", "deployer")))));
    RolloutStrategy strategy = rollout();
    List<LocalPlacementReference> references = new ArrayList<>();
    references.add(new LocalPlacementReference("all", strategy));
    if (random.nextBoolean()) {
      references.add(new LocalPlacementReference("edge", random.nextInt(6) == 0 ? null : strategy));
    }
    return new ManifestWorkReplicaSet(
        ObjectMeta.of(NAMESPACE, name, random.nextBoolean() ? Map.of("tier", "a") : Map.of()),
        new ManifestWorkReplicaSetSpec(
            template, references, maybe(pick(List.of(CascadeDeletionPolicy.values())))),
        null);
  }

  private @Nullable RolloutStrategy rollout() {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 ->
          new RolloutStrategy(
              RolloutType.ALL,
              maybe(new RolloutAll(maybe("5m"), maybe("10m"), maybe(IntOrString.of("20%")))),
              null,
              null);
      case 2 ->
          new RolloutStrategy(
              RolloutType.PROGRESSIVE,
              null,
              new RolloutProgressive(
                  maybe("90s"),
                  random.nextInt(5) == 0 ? "1h30m" : "1h",
                  null,
                  List.of(),
                  maybe(IntOrString.of(3))),
              null);
      default -> new RolloutStrategy(RolloutType.PROGRESSIVE_PER_GROUP, null, null, null);
    };
  }

  private List<JsonObject> manifests() {
    List<JsonObject> manifests = new ArrayList<>();
    manifests.add(manifest("v1", "Namespace", "shop", null));
    if (random.nextBoolean()) {
      manifests.add(
          manifest("v1", "ConfigMap", "prices", "shop")
              .with("data", JsonObject.of(Map.of("a", pick(List.of("", "1", "${x}", "{{ y }}"))))));
    }
    if (random.nextBoolean()) {
      manifests.add(
          manifest("batch/v1", "Job", "import", "shop")
              .with(
                  "spec",
                  JsonObject.of(
                      Map.of(
                          "template",
                          Map.of("spec", Map.of("containers", List.of(Map.of("name", "c"))))))));
    }
    if (random.nextInt(3) == 0) {
      manifests.add(manifest("acme.example/v1", "Till", "one", "shop"));
    }
    return manifests;
  }

  private static JsonObject manifest(
      String apiVersion, String kind, String name, @Nullable String namespace) {
    JsonObject metadata =
        namespace == null
            ? JsonObject.of(Map.of("name", name))
            : JsonObject.of(Map.of("name", name, "namespace", namespace));
    return JsonObject.of(Map.of("apiVersion", apiVersion, "kind", kind)).with("metadata", metadata);
  }

  private List<ManifestConfigOption> configs(List<JsonObject> manifests) {
    UpdateStrategy strategy = random.nextBoolean() ? null : strategy();
    List<ManifestConfigOption> options = new ArrayList<>();
    for (JsonObject manifest : manifests) {
      List<FeedbackRule> rules = feedback(manifest);
      if (strategy != null || !rules.isEmpty()) {
        options.add(
            new ManifestConfigOption(
                identifier(manifest),
                rules,
                null,
                random.nextInt(12) == 0 ? null : strategy,
                conditions()));
      }
    }
    return options;
  }

  private static ResourceIdentifier identifier(JsonObject manifest) {
    String apiVersion = manifest.text("apiVersion").orElseThrow();
    String kind = manifest.text("kind").orElseThrow();
    JsonObject metadata = manifest.object("metadata");
    return new ResourceIdentifier(
        apiVersion.contains("/") ? apiVersion.replaceAll("/.*", "") : "",
        kind.toLowerCase(java.util.Locale.ROOT) + "s",
        metadata.text("name").orElseThrow(),
        metadata.text("namespace").orElse(null));
  }

  private UpdateStrategy strategy() {
    UpdateStrategyType type = pick(List.of(UpdateStrategyType.values()));
    if (type != UpdateStrategyType.SERVER_SIDE_APPLY) {
      return new UpdateStrategy(type, null);
    }
    List<IgnoreField> ignored =
        random.nextBoolean()
            ? List.of()
            : List.of(
                new IgnoreField(
                    pick(List.of(IgnoreFieldsCondition.values())),
                    List.of(),
                    List.of("/spec/replicas", "/data/a"),
                    List.of()));
    return new UpdateStrategy(
        type,
        random.nextInt(3) == 0
            ? null
            : new ServerSideApplyConfig(
                maybe(true), random.nextInt(8) == 0 ? "work-agent-2" : null, ignored));
  }

  private List<FeedbackRule> feedback(JsonObject manifest) {
    if (random.nextInt(3) > 0) {
      return List.of();
    }
    boolean known = manifest.text("kind").orElseThrow().equals("Job") && random.nextBoolean();
    return List.of(
        known
            ? new FeedbackRule(FeedbackRuleType.WELL_KNOWN_STATUS, List.of())
            : new FeedbackRule(
                FeedbackRuleType.JSON_PATHS,
                List.of(
                    new FeedbackPath("phase", null, ".status.phase"),
                    new FeedbackPath(
                        random.nextInt(6) == 0 ? "other" : "a",
                        null,
                        random.nextInt(6) == 0 ? ".x[0].a" : ".data.a"))));
  }

  private List<ConditionRule> conditions() {
    return random.nextInt(10) > 0
        ? List.of()
        : List.of(
            new ConditionRule(
                "Progressing",
                ConditionRuleType.CEL,
                List.of("object.status.phase != 'Active'"),
                null,
                null));
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private <T> T pick(List<? extends T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
