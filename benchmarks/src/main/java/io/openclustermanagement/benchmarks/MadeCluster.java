package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.template.ObjectLookup;
import io.openclustermanagement.governance.template.TemplateContext;
import io.openclustermanagement.governance.template.TemplateException;
import io.openclustermanagement.governance.template.TemplateOptions;
import io.openclustermanagement.governance.template.TemplateOptions.Delimiters;
import io.openclustermanagement.governance.template.TemplateResolver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cluster that is made from a policy: what its templates name exists there in some form. */
enum MadeCluster {
  /** The objects are there as they are wanted. */
  PRESENT,
  /** The kinds are there, but none of the objects. */
  ABSENT,
  /** The objects are there with other content. */
  DIFFERENT;

  private static final String ONE = "1";
  private static final Pattern TEXTS = Pattern.compile("\"([\\w./-]+)\"");
  private static final Pattern KIND = Pattern.compile("(?:\"|kind: )([A-Z][A-Za-z]+)\\b");
  private static final Pattern VERSION =
      Pattern.compile("(?:\"|apiVersion: )([a-z0-9.-]+/v[0-9][a-z0-9]*)\\b");
  private static final Pattern DATA =
      Pattern.compile(
          "(fromConfigMap|fromSecret|copyConfigMapData|copySecretData) \"([^\"]*)\" \"([^\"]+)\"");
  private static final Pattern CLAIM = Pattern.compile("fromClusterClaim \"([^\"]+)\"");

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The templates of a policy, or the policy itself if it is one. */
  static List<JsonObject> templates(JsonObject policy) {
    return policy.text("kind").filter("Policy"::equals).isEmpty()
        ? List.of(policy)
        : objects(policy.object("spec").get("policy-templates")).stream()
            .map(each -> each.object("objectDefinition"))
            .toList();
  }

  /**
   * The policy with its hub templates resolved on a hub where everything exists that they name.
   *
   * @throws IllegalArgumentException if a template cannot be resolved
   */
  JsonObject resolved(JsonObject policy) {
    String text = JsonWriter.line(policy.toTree());
    if (!TemplateResolver.hasTemplate(text, Delimiters.HUB)) {
      return policy;
    }
    String namespace = policy.object("metadata").text("namespace").orElse("policies");
    TemplateOptions options = TemplateOptions.hub(namespace, "made");
    TemplateContext context =
        TemplateContext.ofHub("made", Map.of("name", "made"), policy.object("metadata"));
    ObjectLookup everything = new Everything(data(text));
    try {
      return resolved(policy, options, context, everything);
    } catch (TemplateException e) {
      return withServiceAccount(policy, options, context, everything);
    }
  }

  private static JsonObject withServiceAccount(
      JsonObject policy, TemplateOptions options, TemplateContext context, ObjectLookup lookup) {
    try {
      return resolved(policy, options.unrestricted(), context, lookup);
    } catch (TemplateException e) {
      throw new IllegalArgumentException(e.upstream(), e);
    }
  }

  private static JsonObject resolved(
      JsonObject policy, TemplateOptions options, TemplateContext context, ObjectLookup lookup)
      throws TemplateException {
    return (JsonObject) new TemplateResolver(options).resolve(policy, context, lookup).value();
  }

  Inventory inventory(JsonObject policy) {
    List<GenericObject> objects = new ArrayList<>();
    String text = JsonWriter.line(policy.toTree()).replace("\\\"", "\"");
    sources(text).forEach(objects::add);
    kinds(text).forEach(objects::add);
    for (JsonObject template : templates(policy)) {
      for (JsonObject each : objects(template.object("spec").get("object-templates"))) {
        objects(template.object("spec"), each.object("objectDefinition"))
            .forEach(object -> GenericObject.of(object).ifPresent(objects::add));
      }
    }
    return Inventory.of(objects, KubernetesSchemas.builtIn());
  }

  private static List<JsonObject> objects(@Nullable JsonValue list) {
    return list instanceof JsonArray(List<JsonValue> items)
        ? items.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }

  /** What {@code fromConfigMap} and its like read; any text of the policy is a key. */
  private static Stream<GenericObject> sources(String text) {
    List<JsonObject> found = new ArrayList<>();
    Matcher data = DATA.matcher(text);
    while (data.find()) {
      String kind = data.group(1).contains("Secret") ? "Secret" : "ConfigMap";
      JsonObject object = object("v1", kind, data.group(2), data.group(3));
      found.add(object.with("data", data(text, kind)));
    }
    Matcher claim = CLAIM.matcher(text);
    while (claim.find()) {
      found.add(
          object("cluster.open-cluster-management.io/v1alpha1", "ClusterClaim", "", claim.group(1))
              .with("spec", JsonObject.of(Map.of("value", ONE))));
    }
    return found.stream().flatMap(each -> GenericObject.of(each).stream());
  }

  /** Each kind that the policy may speak of is served, in each group that it may be of. */
  private static Stream<GenericObject> kinds(String text) {
    List<String> kinds =
        KIND.matcher(text).results().map(each -> each.group(1)).distinct().toList();
    return VERSION
        .matcher(text)
        .results()
        .map(each -> each.group(1))
        .distinct()
        .flatMap(version -> kinds.stream().map(kind -> object(version, kind, "made", "another")))
        .flatMap(each -> GenericObject.of(each).stream());
  }

  private static Map<String, JsonObject> data(String text) {
    String plain = text.replace("\\\"", "\"");
    return Map.of("Secret", data(plain, "Secret"), "ConfigMap", data(plain, "ConfigMap"));
  }

  private static JsonObject data(String text, String kind) {
    String value =
        kind.equals("Secret")
            ? Base64.getEncoder().encodeToString(ONE.getBytes(StandardCharsets.UTF_8))
            : ONE;
    Map<String, JsonValue> data = new LinkedHashMap<>();
    TEXTS.matcher(text).results().forEach(each -> data.put(each.group(1), new JsonString(value)));
    return new JsonObject(data);
  }

  private static JsonObject object(String apiVersion, String kind, String namespace, String name) {
    Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", name));
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    return JsonObject.of(Map.of("apiVersion", apiVersion, "kind", kind, "metadata", metadata));
  }

  private Stream<JsonObject> objects(JsonObject spec, JsonObject wanted) {
    JsonObject metadata = wanted.object("metadata");
    String name = metadata.text("name").orElse("made");
    JsonObject named = wanted.with("metadata", metadata.with("name", new JsonString(name)));
    List<String> namespaces =
        new ArrayList<>(List.of(metadata.text("namespace").orElse("default")));
    if (spec.object("namespaceSelector").get("include") instanceof JsonArray(var patterns)) {
      patterns.stream()
          .filter(JsonString.class::isInstance)
          .map(each -> ((JsonString) each).value().replace("*", "made"))
          .forEach(namespaces::add);
    }
    return namespaces.stream().map(each -> made(named, each));
  }

  private JsonObject made(JsonObject wanted, String namespace) {
    JsonObject inNamespace =
        wanted.with(
            "metadata", wanted.object("metadata").with("namespace", new JsonString(namespace)));
    return switch (this) {
      case PRESENT -> inNamespace;
      case ABSENT ->
          object(
              wanted.text("apiVersion").orElse(""),
              wanted.text("kind").orElse(""),
              namespace,
              "another");
      case DIFFERENT -> {
        JsonObject metadata = inNamespace.object("metadata").without("labels");
        JsonObject bare = JsonObject.EMPTY.with("metadata", metadata);
        for (String field : List.of("apiVersion", "kind")) {
          bare = bare.with(field, new JsonString(wanted.text(field).orElse("")));
        }
        yield bare.with("data", JsonObject.of(Map.of("made", ONE)));
      }
    };
  }

  /** A hub that has every ConfigMap and every Secret. */
  private record Everything(Map<String, JsonObject> data) implements ObjectLookup {
    @Override
    public Optional<Resource> resource(String apiVersion, String kind) {
      return Optional.of(new Resource(kind.toLowerCase(Locale.ROOT) + "s", true));
    }

    @Override
    public Optional<JsonObject> get(String apiVersion, String kind, String namespace, String name) {
      return Optional.ofNullable(data.get(kind))
          .map(each -> object(apiVersion, kind, namespace, name).with("data", each));
    }

    @Override
    public List<JsonObject> list(String apiVersion, String kind, String namespace) {
      return List.of();
    }
  }
}
