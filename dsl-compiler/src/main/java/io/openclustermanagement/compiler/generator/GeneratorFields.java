package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.schema.FieldPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a PolicyGenerator ({@code internal/types}). The plugin refuses others as well;
 * those that only its newest versions know are refused here, because what they do is not known.
 */
final class GeneratorFields {
  /** What a field holds. */
  private sealed interface Shape {
    /** A text. */
    record Text() implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** Anything: it is passed on. */
    record Free() implements Shape {}

    /** A list of one shape. */
    record Items(Shape item) implements Shape {}

    /** A map of texts. */
    record Texts() implements Shape {}

    /** An object with these fields. */
    record Fields(Map<String, Shape> fields) implements Shape {}
  }

  private static final Shape TEXT = new Shape.Text();
  private static final Shape FLAG = new Shape.Flag();
  private static final Shape TEXTS = new Shape.Items(TEXT);

  private static final Shape DEPENDENCIES =
      new Shape.Items(texts("name", "namespace", "compliance", "kind", "apiVersion"));

  private static final Shape PLACEMENT =
      new Shape.Fields(
          Map.of(
              "name", TEXT,
              "clusterSelector", new Shape.Free(),
              "clusterSelectors", new Shape.Free(),
              "labelSelector", new Shape.Free(),
              "placementName", TEXT,
              "placementPath", TEXT,
              "placementRuleName", TEXT,
              "placementRulePath", TEXT));

  private static final Shape SELECTOR =
      new Shape.Fields(
          Map.of("matchLabels", new Shape.Texts(), "matchExpressions", new Shape.Free()));

  private static final Map<String, Shape> CONFIGURATION =
      Map.of(
          "complianceType", TEXT,
          "evaluationInterval", texts("compliant", "noncompliant"),
          "metadataComplianceType", TEXT,
          "namespaceSelector",
              new Shape.Fields(
                  Map.of(
                      "include",
                      TEXTS,
                      "exclude",
                      TEXTS,
                      "matchLabels",
                      new Shape.Texts(),
                      "matchExpressions",
                      new Shape.Free())),
          "objectSelector", SELECTOR,
          "pruneObjectBehavior", TEXT,
          "recordDiff", TEXT,
          "recreateOption", TEXT,
          "remediationAction", TEXT,
          "severity", TEXT);

  private static final Map<String, Shape> MANIFEST =
      with(
          CONFIGURATION,
          Map.of(
              "path", TEXT,
              "name", TEXT,
              "patches", new Shape.Items(new Shape.Free()),
              "extraDependencies", DEPENDENCIES,
              "gatekeeperEnforcementAction", TEXT,
              "ignorePending", FLAG));

  private static final Map<String, Shape> POLICY_OPTIONS =
      with(
          with(
              CONFIGURATION,
              Map.of(
                  "categories", TEXTS,
                  "controls", TEXTS,
                  "standards", TEXTS,
                  "policySets", TEXTS,
                  "policyAnnotations", new Shape.Texts(),
                  "policyLabels", new Shape.Texts(),
                  "configurationPolicyAnnotations", new Shape.Texts(),
                  "hubTemplateOptions", texts("serviceAccountName"),
                  "gatekeeperEnforcementAction", TEXT,
                  "description", TEXT)),
          with(
              Map.of("dependencies", DEPENDENCIES, "extraDependencies", DEPENDENCIES),
              Map.of(
                  "placement", PLACEMENT,
                  "consolidateManifests", FLAG,
                  "copyPolicyMetadata", FLAG,
                  "disabled", FLAG,
                  "generatePlacementWhenInSet", FLAG,
                  "generatePolicyPlacement", FLAG,
                  "ignorePending", FLAG,
                  "informGatekeeperPolicies", FLAG,
                  "informKyvernoPolicies", FLAG,
                  "orderManifests", FLAG)));

  private static final Map<String, Shape> SET_OPTIONS =
      Map.of("placement", PLACEMENT, "generatePolicySetPlacement", FLAG);

  private static final Shape GENERATOR =
      new Shape.Fields(
          Map.of(
              "apiVersion",
              TEXT,
              "kind",
              TEXT,
              "metadata",
              new Shape.Free(),
              "placementBindingDefaults",
              texts("name"),
              "policyDefaults",
              new Shape.Fields(
                  with(POLICY_OPTIONS, Map.of("namespace", TEXT, "orderPolicies", FLAG))),
              "policies",
              new Shape.Items(
                  new Shape.Fields(
                      with(
                          POLICY_OPTIONS,
                          Map.of(
                              "name",
                              TEXT,
                              "manifests",
                              new Shape.Items(new Shape.Fields(MANIFEST)))))),
              "policySetDefaults",
              new Shape.Fields(SET_OPTIONS),
              "policySets",
              new Shape.Items(
                  new Shape.Fields(
                      with(
                          SET_OPTIONS,
                          Map.of("name", TEXT, "description", TEXT, "policies", TEXTS))))));

  private GeneratorFields() {}

  /** Refuses a generator with a field or a value that the plugin would not take. */
  static void check(JsonObject generator) throws Refusal {
    check("", generator, GENERATOR);
  }

  private static void check(String pointer, JsonValue value, Shape shape) throws Refusal {
    if (value instanceof JsonNull) {
      return;
    }
    switch (shape) {
      case Shape.Text _ -> require(value instanceof JsonString, pointer, "a text");
      case Shape.Flag _ -> require(value instanceof JsonBoolean, pointer, "`true` or `false`");
      case Shape.Free _ -> {}
      case Shape.Texts _ -> texts(pointer, value);
      case Shape.Items(Shape item) -> items(pointer, value, item);
      case Shape.Fields(Map<String, Shape> fields) -> fields(pointer, value, fields);
    }
  }

  private static void texts(String pointer, JsonValue value) throws Refusal {
    if (value instanceof JsonObject object) {
      for (Map.Entry<String, JsonValue> each : object.fields().entrySet()) {
        check(inside(pointer, each.getKey()), each.getValue(), TEXT);
      }
    } else {
      require(false, pointer, "a map of texts");
    }
  }

  private static void items(String pointer, JsonValue value, Shape shape) throws Refusal {
    if (value instanceof JsonArray(List<JsonValue> items)) {
      for (int i = 0; i < items.size(); i++) {
        check(pointer + "/" + i, items.get(i), shape);
      }
    } else {
      require(false, pointer, "a list");
    }
  }

  private static void fields(String pointer, JsonValue value, Map<String, Shape> fields)
      throws Refusal {
    if (value instanceof JsonObject object) {
      for (Map.Entry<String, JsonValue> each : object.fields().entrySet()) {
        String inner = inside(pointer, each.getKey());
        Shape shape = fields.get(each.getKey());
        if (shape == null) {
          throw new Refusal(inner, "it is not known what the generator does with this field");
        }
        check(inner, each.getValue(), shape);
      }
    } else {
      require(false, pointer, "an object");
    }
  }

  private static String inside(String pointer, String field) {
    return pointer + "/" + FieldPath.escape(field);
  }

  private static void require(boolean holds, String pointer, String wanted) throws Refusal {
    if (!holds) {
      throw new Refusal(pointer, "the generator wants %s here".formatted(wanted));
    }
  }

  private static Shape texts(String... names) {
    Map<String, Shape> fields = new HashMap<>();
    for (String name : names) {
      fields.put(name, TEXT);
    }
    return new Shape.Fields(Map.copyOf(fields));
  }

  private static Map<String, Shape> with(Map<String, Shape> some, Map<String, Shape> others) {
    Map<String, Shape> all = new HashMap<>(some);
    all.putAll(others);
    return Map.copyOf(all);
  }
}
