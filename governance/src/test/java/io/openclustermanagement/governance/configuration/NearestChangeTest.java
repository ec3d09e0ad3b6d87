package io.openclustermanagement.governance.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.ComplianceType;
import io.openclustermanagement.api.policy.MetadataComplianceType;
import io.openclustermanagement.api.policy.ObjectTemplate;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.compare.Edit;
import io.openclustermanagement.governance.compare.GoText;
import io.openclustermanagement.governance.compare.NearestChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The smallest change: it helps, no part of it can be left out, and it is the one people expect.
 */
class NearestChangeTest {
  private static final int ROUNDS = 6_000;
  private static final List<JsonValue> SCALARS =
      List.of(
          new JsonString("a"),
          new JsonString("b"),
          new JsonString("1"),
          new JsonString("1000m"),
          new JsonString("1Gi"),
          new JsonInteger(1),
          new JsonInteger(0),
          new JsonBoolean(true));

  @Test
  void theChangeHelpsAndNoPartOfItCanBeLeftOut() {
    long seed = 20261122;
    Random random = new Random(seed);
    int changed = 0;
    int unknown = 0;
    for (int round = 0; round < ROUNDS; round++) {
      JsonObject wanted = object(random);
      JsonObject existing = similar(random, wanted);
      ObjectTemplate template = template(random, wanted);
      if (matches(template, existing)) {
        continue;
      }
      String what = "seed %d, round %d: %s on %s".formatted(seed, round, template, existing);
      Optional<NearestChange> found = change(template, existing);
      unknown += found.isEmpty() ? 1 : 0;
      changed += found.isPresent() ? 1 : 0;
      found.ifPresent(change -> check(what, template, existing, change));
    }
    assertThat(changed).isGreaterThan(ROUNDS / 2);
    assertThat(unknown).as("objects that no change helps, of %d", changed).isLessThan(ROUNDS / 500);
  }

  private static void check(
      String what, ObjectTemplate template, JsonObject existing, NearestChange change) {
    assertThat(matches(template, change.applyTo(existing))).as(what + " " + change).isTrue();
    for (Edit edit : change.edits()) {
      List<Edit> fewer = new ArrayList<>(change.edits());
      fewer.remove(edit);
      assertThat(matches(template, new NearestChange(fewer).applyTo(existing)))
          .as("%s %s without %s", what, change, edit)
          .isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          musthave     | spec: {replicas: 3, paused: true}   | spec: {replicas: 2, paused: true} | set /spec/replicas 3
          musthave     | spec: {cpu: 500m}                   | spec: {cpu: '0.4'}                | set /spec/cpu 500m
          musthave     | l: [a, b]                           | l: [c, a]                         | append /l b
          musthave     | l: [{name: x, v: 1}]                | l: [{name: y}, {name: x, v: 2}]   | set /l/1/v 1
          musthave     | l: [{k: x, v: 1, w: 1}]             | l: [{k: x, v: 2, w: 1}]           | set /l/0/v 1
          musthave     | r: [{g: [a], v: [get, list]}]       | r: [{g: [a], v: [get]}]           | append /r/0/v list
          musthave     | l: [{name: x}]                      | l: [{name: y}]                    | append /l map[name:x]
          mustonlyhave | l: [a]                              | l: [b, a, c]                      | remove /l/2 , remove /l/0
          mustonlyhave | spec: {a: 1}                        | spec: {a: 2, b: 3}                | set /spec/a 1 , remove /spec/b
          musthave     | metadata: {labels: {team: x}}       | metadata: {labels: {app: y}}      | set /metadata/labels/team x
          mustonlyhave | metadata: {labels: {team: x}}       | metadata: {labels: {app: y}}      | set /metadata/labels/team x , remove /metadata/labels/app
          musthave     | status: {phase: Active}             | status: {phase: Lost}             | set /status/phase Active
          musthave     | spec: [a]                           | spec: {b: 1}                      | set /spec [a]
          """)
  void peopleGetTheChangeTheyExpect(String type, String wanted, String existing, String expected) {
    ObjectTemplate template = template(type, yaml(wanted));
    NearestChange change = change(template, yaml(existing)).orElseThrow();
    assertThat(
            change.edits().stream().map(NearestChangeTest::text).collect(Collectors.joining(" , ")))
        .isEqualTo(expected);
  }

  private static String text(Edit edit) {
    return edit.operation().wireName()
        + " "
        + edit.path()
        + (edit.value() == null ? "" : " " + GoText.of(edit.value()));
  }

  private static Optional<NearestChange> change(ObjectTemplate template, JsonObject existing) {
    return NearestChange.find(
        template.objectDefinition(),
        existing,
        ComparedObject.strictness(template),
        ComparedObject.metadataStrictness(template),
        object -> matches(template, object));
  }

  private static boolean matches(ObjectTemplate template, JsonObject existing) {
    return ComparedObject.of(template, template.objectDefinition(), existing, DRY_RUN).matches();
  }

  private static final DryRun DRY_RUN = DryRun.of(KubernetesSchemas.builtIn());

  private static ObjectTemplate template(Random random, JsonObject wanted) {
    return new ObjectTemplate(
        random.nextInt(3) == 0 ? ComplianceType.MUST_ONLY_HAVE : ComplianceType.MUST_HAVE,
        random.nextInt(3) == 0 ? MetadataComplianceType.MUST_ONLY_HAVE : null,
        null,
        null,
        null,
        wanted);
  }

  private static ObjectTemplate template(String type, JsonObject wanted) {
    ComplianceType compliance =
        type.equals("musthave") ? ComplianceType.MUST_HAVE : ComplianceType.MUST_ONLY_HAVE;
    return new ObjectTemplate(compliance, null, null, null, null, wanted);
  }

  private static JsonObject yaml(String fields) {
    return ((GenericObject)
            ManifestReader.readGeneric(
                    "object", "{apiVersion: example.com/v1, kind: Widget, " + fields + "}")
                .documents()
                .getFirst()
                .object())
        .content();
  }

  private static JsonObject object(Random random) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    fields.put("apiVersion", new JsonString("example.com/v1"));
    fields.put("kind", new JsonString("Widget"));
    fields.put("metadata", metadata(random));
    for (String name : List.of("spec", "data", "rules", "status")) {
      if (random.nextInt(3) > 0) {
        fields.put(name, value(random, 3));
      }
    }
    return new JsonObject(fields);
  }

  private static JsonObject metadata(Random random) {
    Map<String, JsonValue> metadata = new LinkedHashMap<>();
    for (String name : List.of("labels", "annotations")) {
      if (random.nextBoolean()) {
        Map<String, JsonValue> texts = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          texts.put("k" + random.nextInt(3), new JsonString("v" + random.nextInt(2)));
        }
        metadata.put(name, new JsonObject(texts));
      }
    }
    metadata.put("name", new JsonString("x"));
    return new JsonObject(metadata);
  }

  private static JsonValue value(Random random, int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 0 -> SCALARS.get(random.nextInt(SCALARS.size()));
      case 1 -> list(random, depth - 1);
      default -> map(random, depth - 1);
    };
  }

  private static JsonObject map(Random random, int depth) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = List.of("name", "k", "v", "l").get(random.nextInt(4));
      fields.put(
          name,
          name.equals("name")
              ? new JsonString(List.of("x", "y", "z").get(random.nextInt(3)))
              : value(random, depth));
    }
    return new JsonObject(fields);
  }

  private static JsonArray list(Random random, int depth) {
    return new JsonArray(
        IntStream.range(0, random.nextInt(4)).mapToObj(_ -> value(random, depth)).toList());
  }

  /** The object with some values changed, added, taken away or moved. */
  private static JsonObject similar(Random random, JsonObject object) {
    Map<String, JsonValue> fields = new LinkedHashMap<>(object.fields());
    fields.put("metadata", metadata(random));
    for (String name : List.of("spec", "data", "rules", "status", "extra")) {
      JsonValue value = object.get(name);
      if (value != null) {
        fields.put(name, changed(random, value));
      } else if (random.nextInt(4) == 0) {
        fields.put(name, value(random, 2));
      }
    }
    return new JsonObject(fields);
  }

  private static JsonValue changed(Random random, JsonValue value) {
    if (random.nextInt(12) == 0) {
      return value(random, 2);
    }
    return switch (value) {
      case JsonObject(Map<String, JsonValue> fields) -> {
        Map<String, JsonValue> other = new LinkedHashMap<>();
        fields.forEach(
            (name, each) -> {
              if (random.nextInt(8) > 0) {
                other.put(name, changed(random, each));
              }
            });
        if (random.nextInt(4) == 0) {
          other.put("more", value(random, 1));
        }
        yield new JsonObject(other);
      }
      case JsonArray(List<JsonValue> items) -> {
        List<JsonValue> other = new ArrayList<>();
        items.forEach(
            each -> {
              if (random.nextInt(8) > 0) {
                other.add(random.nextInt(other.size() + 1), changed(random, each));
              }
            });
        if (random.nextInt(4) == 0) {
          other.add(value(random, 1));
        }
        yield new JsonArray(other);
      }
      default -> random.nextInt(4) == 0 ? SCALARS.get(random.nextInt(SCALARS.size())) : value;
    };
  }
}
