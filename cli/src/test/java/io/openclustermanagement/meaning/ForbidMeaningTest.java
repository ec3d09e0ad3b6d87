package io.openclustermanagement.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * {@code forbid K where e} becomes a pattern of {@code mustnothave} where that means the same:
 * under the comparison of upstream's controller, with its zero values, its amounts and its lists
 * that are merged by name, the pattern finds what the condition, compiled as a rule, finds.
 */
class ForbidMeaningTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 20);
  private static final int CONDITIONS = 15;
  private static final int OBJECTS = 25;
  private static final List<String> TEXTS = List.of("a", "b", "ab", "", "5", "5000m", "1Gi");

  /** A condition over {@code s}, in the form {@code forbid} takes and in the form of a rule. */
  private record Condition(Kind kind, String text, String bare, Meant<Boolean> meaning) {}

  /** Fields that a condition can ask for, with the values it can compare them to. */
  private record Field(List<String> path, List<?> values, boolean required) {
    Field(List<String> path, List<?> values) {
      this(path, values, false);
    }
  }

  /** A list whose items have fields, or are texts. */
  private record Items(List<String> path, List<Field> fields) {}

  private record Kind(
      String name, String apiVersion, boolean namespaced, List<Field> fields, List<Items> lists) {}

  private static final List<Object> NUMBERS = List.of(0L, 1L, 2L);
  private static final List<Object> TRUTHS = List.of(true, false);
  private static final List<Field> PART =
      List.of(
          new Field(List.of("name"), TEXTS),
          new Field(List.of("role"), TEXTS),
          new Field(List.of("qty"), NUMBERS),
          new Field(List.of("inner", "mode"), TEXTS));

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "Gear",
              "acme.example/v1",
              true,
              List.of(
                  new Field(List.of("metadata", "labels", "app"), List.of("a", "b", "")),
                  new Field(List.of("spec", "limit"), NUMBERS),
                  new Field(List.of("spec", "mode"), TEXTS),
                  new Field(List.of("spec", "active"), TRUTHS),
                  new Field(List.of("spec", "inner", "mode"), TEXTS),
                  new Field(List.of("spec", "inner", "limit"), NUMBERS)),
              List.of(
                  new Items(List.of("spec", "names"), List.of()),
                  new Items(List.of("spec", "parts"), PART),
                  new Items(List.of("spec", "keyed"), PART))),
          new Kind(
              "ClusterRoleBinding",
              "rbac.authorization.k8s.io/v1",
              false,
              List.of(
                  new Field(List.of("roleRef", "name"), List.of("a", "cluster-admin"), true),
                  new Field(List.of("roleRef", "kind"), List.of("Role", "ClusterRole"), true)),
              List.of(
                  new Items(
                      List.of("subjects"),
                      List.of(
                          new Field(List.of("kind"), List.of("User", "Group"), true),
                          new Field(List.of("name"), List.of("a", "b"), true),
                          new Field(List.of("namespace"), List.of("a", "b")))))));

  static final String SCHEMA =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: gears.acme.example}
      spec:
        group: acme.example
        names: {kind: Gear, plural: gears}
        scope: Namespaced
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      limit: {type: integer}
                      mode: {type: string}
                      active: {type: boolean}
                      names: {type: array, items: {type: string}}
                      inner: &inner
                        type: object
                        properties: {mode: {type: string}, limit: {type: integer}}
                      parts:
                        type: array
                        items: &part
                          type: object
                          properties:
                            name: {type: string}
                            role: {type: string}
                            qty: {type: integer}
                            inner: *inner
                      keyed:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [name]
                        items:
                          type: object
                          required: [name]
                          properties:
                            name: {type: string}
                            role: {type: string}
                            qty: {type: integer}
                            inner: *inner
      """;

  @Test
  void patternsFindWhatConditionsSay() {
    int patterns = 0;
    int found = 0;
    for (long seed = 1; seed <= ROUNDS; seed++) {
      Random random = new Random(seed);
      List<Condition> conditions = new ArrayList<>();
      for (int i = 0; i < CONDITIONS; i++) {
        conditions.add(condition(random));
      }
      CompiledPolicies compiled = new CompiledPolicies(SCHEMA);
      List<JsonObject> forbidden = compiled.templates(forbids(conditions), seed);
      List<JsonObject> rules = compiled.templates(rules(conditions), seed);
      for (int i = 0; i < CONDITIONS; i++) {
        boolean pattern = forbidden.get(i).text("kind").orElse("").equals(ConfigurationPolicy.KIND);
        patterns += pattern ? 1 : 0;
        for (int j = 0; j < OBJECTS; j++) {
          Condition condition = conditions.get(i);
          JsonObject object = object(condition.kind(), random);
          boolean meant = condition.meaning().in(Map.of("s", object.toTree()));
          String where = "seed %d: %s%non %s".formatted(seed, condition.bare(), object.toTree());
          expect(compiled.evaluate(rules.get(i), object), meant, "as a rule, " + where);
          expect(compiled.evaluate(forbidden.get(i), object), meant, where);
          found += pattern && meant ? 1 : 0;
        }
      }
    }
    assertThat(patterns).isGreaterThan(ROUNDS * CONDITIONS / 4);
    assertThat(found).isGreaterThan(ROUNDS * CONDITIONS / 8);
  }

  private static void expect(TemplateVerdict verdict, boolean violated, String where) {
    assertThat(verdict.state())
        .as("%s%n%s", where, verdict.message())
        .isEqualTo(violated ? VerdictState.NON_COMPLIANT : VerdictState.COMPLIANT);
  }

  /** Each in a policy of its own. */
  private static String forbids(List<Condition> conditions) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      Kind kind = conditions.get(i).kind();
      text.append(
          "policy p%d { inform %s forbid %s where %s }\n"
              .formatted(
                  i,
                  kind.namespaced() ? "in namespaces [\"*\"]" : "",
                  kind.name(),
                  conditions.get(i).bare()));
    }
    return text.toString();
  }

  private static String rules(List<Condition> conditions) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      text.append(
          "policy p%1$d { inform rule r%1$d { for each s in %2$s deny when %3$s } }\n"
              .formatted(i, conditions.get(i).kind().name(), conditions.get(i).text()));
    }
    return text.toString();
  }

  // Conditions.

  private static Condition condition(Random random) {
    Kind kind = pick(random, KINDS);
    List<Condition> terms = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      terms.add(equality(kind, "s", "", pick(random, kind.fields()), random));
    }
    if (terms.isEmpty() || random.nextBoolean()) {
      terms.add(some(kind, pick(random, kind.lists()), random));
    }
    return all(kind, terms);
  }

  private static Condition all(Kind kind, List<Condition> terms) {
    return new Condition(
        kind,
        String.join(" and ", terms.stream().map(Condition::text).toList()),
        String.join(" and ", terms.stream().map(Condition::bare).toList()),
        new Meant<>("", v -> terms.stream().allMatch(each -> each.meaning().in(v))));
  }

  private static Condition some(Kind kind, Items items, Random random) {
    List<Condition> terms = new ArrayList<>();
    if (items.fields().isEmpty()) {
      String wanted = pick(random, TEXTS);
      String text = "x == " + Subject.quoted(wanted);
      terms.add(new Condition(kind, text, text, new Meant<>(text, v -> wanted.equals(v.get("x")))));
    }
    for (int i = 0; i < items.fields().size() && (i == 0 || random.nextInt(3) > 0); i++) {
      terms.add(equality(kind, "x", "x.", pick(random, items.fields()), random));
    }
    Condition body = all(kind, terms);
    String list = String.join("?.", items.path());
    return new Condition(
        kind,
        "any x in s.%s where %s".formatted(list, body.text()),
        "any x in %s where %s".formatted(list, body.bare()),
        new Meant<>(
            "",
            v ->
                Meant.elements(Meant.read(v.get("s"), items.path().toArray(String[]::new))).stream()
                    .anyMatch(each -> body.meaning().in(Meant.and(v, "x", each)))));
  }

  private static Condition equality(
      Kind kind, String variable, String prefix, Field field, Random random) {
    Object value = pick(random, field.values());
    String constant = value instanceof String text ? Subject.quoted(text) : value.toString();
    String path = String.join("?.", field.path()).replaceFirst("^metadata\\?\\.labels\\?", "label");
    return new Condition(
        kind,
        "%s.%s == %s".formatted(variable, path, constant),
        "%s%s == %s".formatted(prefix, path, constant),
        new Meant<>(
            "",
            v ->
                Objects.equals(
                    Meant.read(v.get(variable), field.path().toArray(String[]::new)), value)));
  }

  // Objects, as an API server would let them pass.

  private static JsonObject object(Kind kind, Random random) {
    Map<String, Object> object = new TreeMap<>();
    object.put("apiVersion", kind.apiVersion());
    object.put("kind", kind.name());
    put(object, List.of("metadata", "name"), "o");
    if (kind.namespaced()) {
      put(object, List.of("metadata", "namespace"), "ns");
    }
    kind.fields().forEach(each -> maybe(random, object, each));
    for (Items items : kind.lists()) {
      if (random.nextInt(4) > 0) {
        put(object, items.path(), list(items, random));
      }
    }
    return JsonObject.of(object);
  }

  private static List<Object> list(Items items, Random random) {
    boolean unique = items.path().getLast().equals("keyed");
    List<Object> names = new ArrayList<>(List.of("a", "b", "ab", "5"));
    Collections.shuffle(names, random);
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Map<String, Object> item = new TreeMap<>();
      items.fields().forEach(each -> maybe(random, item, each));
      if (unique) {
        item.put("name", names.get(i));
      }
      list.add(items.fields().isEmpty() ? pick(random, TEXTS) : item);
    }
    return list;
  }

  private static void maybe(Random random, Map<String, Object> object, Field field) {
    if (field.required() || random.nextInt(3) > 0) {
      put(object, field.path(), pick(random, field.values()));
    }
  }

  @SuppressWarnings("unchecked") // only maps that it made itself
  private static void put(Map<String, Object> object, List<String> path, @Nullable Object value) {
    Map<String, Object> at = object;
    for (String step : path.subList(0, path.size() - 1)) {
      at = (Map<String, Object>) at.computeIfAbsent(step, _ -> new TreeMap<String, Object>());
    }
    if (value != null) {
      at.put(path.getLast(), value);
    }
  }

  private static <E> E pick(Random random, List<? extends E> from) {
    return from.get(random.nextInt(from.size()));
  }
}
