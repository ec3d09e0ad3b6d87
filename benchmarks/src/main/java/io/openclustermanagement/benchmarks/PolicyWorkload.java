package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.Inventory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * Policies and the objects of clusters, the same ones for the same numbers.
 *
 * <p>A policy wants ten objects of ten kinds; every fifth one is enforced and has a managed
 * template. A cluster has all the objects with what an API server and its controllers add (a
 * Deployment is 3 kB of JSON then), but about one of 25 differs and one of 100 is absent. Objects
 * of different clusters share the parts that are equal, as a hub would keep them; their metadata is
 * their own.
 */
final class PolicyWorkload {
  /** Where the policies are. */
  static final String NAMESPACE = "bench";

  private static final String WANTED = resource("policy-objects.yaml");
  private static final JsonObject DEPLOYMENT_DEFAULTS =
      objects(resource("deployment-defaults.yaml")).getFirst();

  private final List<Policy> policies = new ArrayList<>();
  private final List<JsonObject> existing = new ArrayList<>();
  private final List<JsonObject> drifted = new ArrayList<>();

  private PolicyWorkload(int count) {
    for (int i = 0; i < count; i++) {
      List<JsonObject> wanted = objects(WANTED.replace("INDEX", Integer.toString(i)));
      policies.add(policy(i, wanted));
      for (JsonObject each : wanted) {
        existing.add(served(each));
        drifted.add(drifted(served(each)));
      }
    }
  }

  static PolicyWorkload of(int policies) {
    return new PolicyWorkload(policies);
  }

  List<Policy> policies() {
    return List.copyOf(policies);
  }

  /** The objects of a cluster, each with metadata of its own. */
  List<GenericObject> objects(int cluster) {
    Random random = new Random(cluster);
    List<GenericObject> objects = new ArrayList<>();
    for (int i = 0; i < existing.size(); i++) {
      int chance = random.nextInt(100);
      if (chance > 0) {
        JsonObject object = chance < 5 ? drifted.get(i) : existing.get(i);
        objects.add(new GenericObject(stored(object, random)));
      }
    }
    return objects;
  }

  /** The objects of a cluster. */
  Inventory inventory(int cluster) {
    return Inventory.of(objects(cluster), KubernetesSchemas.builtIn());
  }

  private static Policy policy(int index, List<JsonObject> wanted) {
    boolean enforced = index % 5 == 0;
    List<Map<String, Object>> templates =
        wanted.stream().map(each -> template(enforced ? templated(each) : each)).toList();
    Map<String, Object> configuration =
        Map.of("remediationAction", enforced ? "enforce" : "inform", "object-templates", templates);
    Map<String, Object> definition =
        object("ConfigurationPolicy", Map.of("name", "team-" + index), configuration);
    Map<String, Object> spec =
        Map.of(
            "disabled", false, "policy-templates", List.of(Map.of("objectDefinition", definition)));
    Map<String, Object> policy =
        object("Policy", Map.of("name", "team-" + index, "namespace", NAMESPACE), spec);
    return ManifestReader.read("policy", JsonWriter.line(policy))
        .objects(Policy.class)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> object(
      String kind, Map<String, Object> metadata, Map<String, Object> spec) {
    return Map.of(
        "apiVersion",
        "policy.open-cluster-management.io/v1",
        "kind",
        kind,
        "metadata",
        metadata,
        "spec",
        spec);
  }

  private static Map<String, Object> template(JsonObject definition) {
    return Map.of("complianceType", "musthave", "objectDefinition", definition.toTree());
  }

  /** The object with a managed template in it, which looks its own namespace up. */
  private static JsonObject templated(JsonObject wanted) {
    return withQuota(wanted, "{{ (lookup \"v1\" \"Namespace\" \"\" \"%s\").metadata.name }}");
  }

  /** The object as an API server would have it. */
  private static JsonObject served(JsonObject wanted) {
    return isKind(wanted, "Deployment")
        ? (JsonObject) plus(wanted, DEPLOYMENT_DEFAULTS)
        : withQuota(wanted, "%s");
  }

  /** Adds a text about its namespace to a ConfigMap. */
  private static JsonObject withQuota(JsonObject object, String text) {
    if (!isKind(object, "ConfigMap")) {
      return object;
    }
    String namespace = object.object("metadata").text("namespace").orElse("");
    JsonString quota = new JsonString(text.formatted(namespace));
    return object.with("data", object.object("data").with("quota", quota));
  }

  private static boolean isKind(JsonObject object, String kind) {
    return object.text("kind").orElse("").equals(kind);
  }

  /** Adds what is absent; lists are added to item by item. */
  private static JsonValue plus(JsonValue value, JsonValue added) {
    if (value instanceof JsonObject object && added instanceof JsonObject(var fields)) {
      JsonObject sum = object;
      for (Map.Entry<String, JsonValue> each : fields.entrySet()) {
        JsonValue own = object.get(each.getKey());
        sum = sum.with(each.getKey(), own == null ? each.getValue() : plus(own, each.getValue()));
      }
      return sum;
    }
    if (value instanceof JsonArray(var items) && added instanceof JsonArray(var more)) {
      List<JsonValue> sum = new ArrayList<>(items);
      for (int i = 0; i < more.size(); i++) {
        sum.set(i, plus(items.get(i), more.get(i)));
      }
      return new JsonArray(sum);
    }
    return value;
  }

  /** The object after somebody changed it by hand. */
  private static JsonObject drifted(JsonObject object) {
    if (isKind(object, "Deployment")) {
      return object.with("spec", object.object("spec").with("replicas", new JsonInteger(1)));
    }
    String field = object.get("rules") == null ? "data" : "rules";
    if (object.get("spec") != null) {
      field = "spec";
    }
    if (object.get(field) == null) {
      JsonObject metadata = object.object("metadata");
      return object.with("metadata", metadata.without("labels"));
    }
    return object.without(field);
  }

  private static JsonObject stored(JsonObject object, Random random) {
    String uid = new UUID(random.nextLong(), random.nextLong()).toString();
    JsonObject metadata =
        object
            .object("metadata")
            .with("creationTimestamp", new JsonString("2026-09-14T08:12:31Z"))
            .with("resourceVersion", new JsonString(Integer.toString(random.nextInt(1_000_000))))
            .with("uid", new JsonString(uid));
    return object.with("metadata", metadata);
  }

  private static List<JsonObject> objects(String yaml) {
    return ManifestReader.readGeneric("objects", yaml).documents().stream()
        .map(Document::object)
        .filter(GenericObject.class::isInstance)
        .map(object -> ((GenericObject) object).content())
        .toList();
  }

  private static String resource(String name) {
    try (InputStream stream = PolicyWorkload.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
