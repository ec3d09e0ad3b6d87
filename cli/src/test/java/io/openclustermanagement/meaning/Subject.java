package io.openclustermanagement.meaning;

import io.openclustermanagement.api.meta.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What random rules are about.
 *
 * @param kind as a rule names it
 * @param spare an optional text that nothing else speaks of
 * @param fields that a rule can speak of, on the subject {@code s}
 * @param objects makes a random object, in which optional fields may be absent
 */
record Subject(
    String kind,
    Meant<@Nullable Object> spare,
    Fields fields,
    Function<Random, Map<String, Object>> objects) {
  static final List<String> TEXTS = List.of("a", "ab", "b", "", "a\"b", "ü\n", "5", "x y");
  static final List<String> DECIMALS = List.of("0.5", "2.0", "1.25");
  static final List<String> AMOUNTS = List.of("500m", "1Gi", "2", "64Mi");

  /** A null in a list, which is a value. */
  static final Object NULL = new Object();

  /** The whole object; the subject may be a template of pods in it. */
  static final String OBJECT = "@object";

  private static final String SUBJECT = "s";

  /**
   * The fields of a value by type; {@code presentNumbers} are never absent.
   *
   * @param lists with what their elements have
   */
  record Fields(
      List<Meant<@Nullable Object>> texts,
      List<Meant<@Nullable Object>> numbers,
      List<Meant<@Nullable Object>> presentNumbers,
      List<Meant<@Nullable Object>> decimals,
      List<Meant<@Nullable Object>> amounts,
      List<Meant<@Nullable Object>> truths,
      List<Items> lists) {
    static final Fields NONE =
        new Fields(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** A list, and the fields of an element with a name. */
  record Items(Meant<@Nullable Object> list, Function<String, Fields> elements) {
    Fields fields(String name) {
      return elements.apply(name);
    }
  }

  static final Subject WIDGET =
      new Subject(
          "Widget",
          field("s.spec.spare", "spec", "spare"),
          widgetFields(),
          random -> object("Widget", random, widget(random)));

  static final Subject GADGET =
      new Subject(
          "Gadget@other.example/v1",
          field("s.spec.spare", "spec", "spare"),
          gadgetFields(),
          random -> carrier("other.example/v1", "Gadget", random, anything(random)));

  static final Subject POD =
      new Subject(
          "AnyPod",
          field("s.spec.schedulerName", "spec", "schedulerName"),
          podFields(),
          Subject::pod);

  static final List<Subject> ALL = List.of(WIDGET, GADGET, POD);

  /** The schema of the widgets. */
  static final String SCHEMA =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: widgets.acme.example}
      spec:
        group: acme.example
        names: {kind: Widget, plural: widgets}
        scope: Namespaced
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                required: [spec]
                properties:
                  spec:
                    type: object
                    required: [count, ratio, names]
                    properties:
                      count: {type: integer}
                      limit: {type: integer}
                      ratio: {type: number}
                      weight: {type: number}
                      mode: {type: string}
                      spare: {type: string}
                      active: {type: boolean}
                      names: {type: array, items: {type: string}}
                      extra: {type: array, items: {type: string}}
                      tags: {type: object, additionalProperties: {type: string}}
                      nested:
                        type: object
                        properties:
                          deep:
                            type: object
                            required: [code]
                            properties: {code: {type: string}, level: {type: integer}}
                      parts:
                        type: array
                        items:
                          type: object
                          required: [id, price]
                          properties:
                            id: {type: string}
                            qty: {type: integer}
                            price: {type: number}
                            codes: {type: array, items: {type: string}}
      """;

  private static Meant<@Nullable Object> field(String text, String... steps) {
    return Meant.path(text, SUBJECT, steps);
  }

  private static Meant<@Nullable Object> ofObject(String text, String... steps) {
    return Meant.path(text, OBJECT, steps);
  }

  private static Fields texts(String name) {
    return new Fields(
        List.of(Meant.path(name, name)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Fields widgetFields() {
    return new Fields(
        List.of(
            field("s.name", "metadata", "name"),
            field("s.namespace", "metadata", "namespace"),
            field("s.label.app", "metadata", "labels", "app"),
            field("s.labels[\"acme.example/x\"]", "metadata", "labels", "acme.example/x"),
            field("s.spec.mode", "spec", "mode"),
            field("s.spec.tags?.color", "spec", "tags", "color"),
            field("s.spec.nested?.deep?.code", "spec", "nested", "deep", "code")),
        List.of(
            field("s.spec.limit", "spec", "limit"),
            field("s.spec.nested?.deep?.level", "spec", "nested", "deep", "level")),
        List.of(field("s.spec.count", "spec", "count")),
        List.of(field("s.spec.ratio", "spec", "ratio"), field("s.spec.weight", "spec", "weight")),
        List.of(),
        List.of(field("s.spec.active", "spec", "active")),
        List.of(
            new Items(field("s.spec.names", "spec", "names"), Subject::texts),
            new Items(field("s.spec.extra", "spec", "extra"), Subject::texts),
            new Items(field("s.spec.parts", "spec", "parts"), Subject::part)));
  }

  private static Fields part(String name) {
    return new Fields(
        List.of(Meant.path(name + ".id", name, "id")),
        List.of(Meant.path(name + ".qty", name, "qty")),
        List.of(),
        List.of(Meant.path(name + ".price", name, "price")),
        List.of(),
        List.of(),
        List.of(new Items(Meant.path(name + ".codes", name, "codes"), Subject::texts)));
  }

  /** Fields of any type, whose tests ask for the type first. */
  private static Fields gadgetFields() {
    return new Fields(
        List.of(
            field("s.name", "metadata", "name"),
            field("s.label.app", "metadata", "labels", "app"),
            field("s.spec.a", "spec", "a"),
            field("s.spec.b.a", "spec", "b", "a")),
        List.of(),
        List.of(),
        List.of(field("s.spec.a", "spec", "a"), field("s.spec.b", "spec", "b")),
        List.of(),
        List.of(field("s.spec.b", "spec", "b")),
        List.of(
            new Items(field("s.spec.c", "spec", "c"), Subject::any),
            new Items(field("s.spec.b.c", "spec", "b", "c"), Subject::any)));
  }

  private static Fields any(String name) {
    return new Fields(
        List.of(Meant.path(name, name), Meant.path(name + ".a", name, "a")),
        List.of(),
        List.of(),
        List.of(Meant.path(name, name), Meant.path(name + ".b", name, "b")),
        List.of(),
        List.of(Meant.path(name, name)),
        List.of(new Items(Meant.path(name + ".c", name, "c"), Subject::texts)));
  }

  private static Fields podFields() {
    return new Fields(
        List.of(
            ofObject("s.name", "metadata", "name"),
            field("s.label.app", "metadata", "labels", "app"),
            field("s.spec.nodeName", "spec", "nodeName")),
        List.of(field("s.spec.priority", "spec", "priority")),
        List.of(),
        List.of(),
        List.of(),
        List.of(field("s.spec.hostNetwork", "spec", "hostNetwork")),
        List.of(
            new Items(field("s.spec.containers", "spec", "containers"), Subject::container),
            new Items(
                new Meant<>("s.allContainers", v -> allContainers(v.get(SUBJECT))),
                Subject::container)));
  }

  private static Object allContainers(@Nullable Object pod) {
    List<Object> all = new ArrayList<>();
    for (String list : List.of("containers", "initContainers", "ephemeralContainers")) {
      all.addAll(Meant.elements(Meant.read(pod, "spec", list)));
    }
    return all;
  }

  private static Fields container(String name) {
    return new Fields(
        List.of(
            Meant.path(name + ".name", name, "name"), Meant.path(name + ".image", name, "image")),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            Meant.path(name + ".resources?.limits?.memory", name, "resources", "limits", "memory")),
        List.of(Meant.path(name + ".stdin", name, "stdin")),
        List.of(
            new Items(Meant.path(name + ".args", name, "args"), Subject::texts),
            new Items(Meant.path(name + ".ports", name, "ports"), Subject::port)));
  }

  private static Fields port(String name) {
    return new Fields(
        List.of(Meant.path(name + ".name", name, "name")),
        List.of(Meant.path(name + ".hostPort", name, "hostPort")),
        List.of(Meant.path(name + ".containerPort", name, "containerPort")),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The variables of a rule about an object. */
  static Map<String, Object> variables(Object object) {
    Object template =
        switch (String.valueOf(Meant.read(object, "kind"))) {
          case "Deployment" -> Meant.read(object, "spec", "template");
          case "CronJob" -> Meant.read(object, "spec", "jobTemplate", "spec", "template");
          default -> object;
        };
    return new TreeMap<>(Map.of(OBJECT, object, SUBJECT, template == null ? object : template));
  }

  /** A number, or a quantity, to compare by. */
  static BigDecimal number(@Nullable Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal;
      case Long number -> BigDecimal.valueOf(number);
      case Double number -> BigDecimal.valueOf(number);
      case String text -> new Quantity(text).value();
      case null, default -> throw new IllegalArgumentException("no number: " + value);
    };
  }

  static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  // Objects.

  private static Map<String, Object> object(String kind, Random random, Object spec) {
    return new TreeMap<>(
        Map.of(
            "apiVersion",
            "acme.example/v1",
            "kind",
            kind,
            "metadata",
            metadata(random),
            "spec",
            spec));
  }

  private static Map<String, Object> metadata(Random random) {
    Map<String, Object> metadata = new TreeMap<>(Map.of("name", "o", "namespace", "ns"));
    Map<String, Object> labels = new TreeMap<>();
    maybe(random, labels, "app", pick(random, TEXTS));
    maybe(random, labels, "acme.example/x", pick(random, TEXTS));
    maybe(random, metadata, "labels", labels);
    return metadata;
  }

  private static Map<String, Object> widget(Random random) {
    Map<String, Object> spec = new TreeMap<>();
    spec.put("count", number(random));
    spec.put("ratio", decimal(random));
    spec.put("names", textList(random));
    maybe(random, spec, "limit", number(random));
    maybe(random, spec, "weight", decimal(random));
    maybe(random, spec, "mode", pick(random, TEXTS));
    maybe(random, spec, "spare", pick(random, TEXTS));
    maybe(random, spec, "active", random.nextBoolean());
    maybe(random, spec, "extra", textList(random));
    maybe(random, spec, "tags", Map.of("color", pick(random, TEXTS)));
    Map<String, Object> deep = new TreeMap<>(Map.of("code", pick(random, TEXTS)));
    maybe(random, deep, "level", number(random));
    Map<String, Object> nested = new TreeMap<>();
    maybe(random, nested, "deep", deep);
    maybe(random, spec, "nested", nested);
    List<Object> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Map<String, Object> part =
          new TreeMap<>(Map.of("id", pick(random, TEXTS), "price", decimal(random)));
      maybe(random, part, "qty", number(random));
      maybe(random, part, "codes", textList(random));
      parts.add(part);
    }
    maybe(random, spec, "parts", parts);
    return spec;
  }

  private static Map<String, Object> anything(Random random) {
    Map<String, Object> spec = new TreeMap<>();
    for (String name : List.of("a", "b", "c", "spare")) {
      maybe(random, spec, name, value(random, 3));
    }
    return spec;
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> pick(random, TEXTS);
      case 1 -> number(random);
      case 2 -> decimal(random);
      case 3 -> random.nextBoolean();
      case 4 -> null;
      case 5 -> anything(random);
      default -> Arrays.asList(value(random, depth - 1), value(random, depth - 1));
    };
  }

  private static Map<String, Object> pod(Random random) {
    Map<String, Object> spec = new TreeMap<>();
    spec.put("containers", containers(random, 1));
    maybe(random, spec, "initContainers", containers(random, 0));
    maybe(random, spec, "nodeName", pick(random, TEXTS));
    maybe(random, spec, "schedulerName", pick(random, TEXTS));
    maybe(random, spec, "priority", number(random));
    maybe(random, spec, "hostNetwork", random.nextBoolean());
    Map<String, Object> pod =
        new TreeMap<>(
            Map.of("apiVersion", "v1", "kind", "Pod", "metadata", metadata(random), "spec", spec));
    return switch (random.nextInt(3)) {
      case 0 -> pod;
      case 1 -> carrier("apps/v1", "Deployment", random, Map.of("template", template(pod)));
      default ->
          carrier(
              "batch/v1",
              "CronJob",
              random,
              Map.of("jobTemplate", Map.of("spec", Map.of("template", template(pod)))));
    };
  }

  private static Map<String, Object> template(Map<String, Object> pod) {
    Map<String, Object> template = new TreeMap<>(pod);
    template.remove("apiVersion");
    template.remove("kind");
    return template;
  }

  private static Map<String, Object> carrier(
      String apiVersion, String kind, Random random, Object spec) {
    Map<String, Object> carrier = object(kind, random, spec);
    carrier.put("apiVersion", apiVersion);
    return carrier;
  }

  private static List<Object> containers(Random random, int least) {
    List<Object> containers = new ArrayList<>();
    for (int i = least + random.nextInt(2); i > 0; i--) {
      Map<String, Object> container =
          new TreeMap<>(Map.of("name", pick(random, TEXTS), "image", pick(random, TEXTS)));
      Map<String, Object> limits = new TreeMap<>();
      maybe(random, limits, "memory", random.nextInt(4) == 0 ? 2L : pick(random, AMOUNTS));
      Map<String, Object> resources = new TreeMap<>();
      maybe(random, resources, "limits", limits);
      maybe(random, container, "resources", resources);
      maybe(random, container, "stdin", random.nextBoolean());
      maybe(random, container, "args", textList(random));
      Map<String, Object> port = new TreeMap<>(Map.of("containerPort", number(random)));
      maybe(random, port, "name", pick(random, TEXTS));
      maybe(random, port, "hostPort", number(random));
      maybe(random, container, "ports", List.of(port));
      containers.add(container);
    }
    return containers;
  }

  /** Puts a value there, or null, or nothing. */
  private static void maybe(
      Random random, Map<String, Object> map, String name, @Nullable Object value) {
    int choice = random.nextInt(7);
    if (value != null && choice > 1) {
      map.put(name, value);
    } else if (choice == 0) {
      putNull(map, name);
    }
  }

  @SuppressWarnings("NullAway") // JSON has nulls, which API servers drop
  private static void putNull(Map<String, Object> map, String name) {
    map.put(name, null);
  }

  private static long number(Random random) {
    return random.nextInt(5);
  }

  private static Object decimal(Random random) {
    return random.nextInt(3) == 0
        ? (Object) number(random)
        : (Object) Double.valueOf(pick(random, DECIMALS));
  }

  private static List<Object> textList(Random random) {
    List<Object> texts = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      texts.add(pick(random, TEXTS));
    }
    return texts;
  }

  private static <E> E pick(Random random, List<E> from) {
    return from.get(random.nextInt(from.size()));
  }
}
