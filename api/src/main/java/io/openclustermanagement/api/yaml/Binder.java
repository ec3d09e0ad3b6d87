package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.api.schema.Checks;
import io.openclustermanagement.api.schema.Constrained;
import io.openclustermanagement.api.schema.Field;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.KindSchema;
import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Problem.Kind;
import io.openclustermanagement.api.schema.Schema;
import io.openclustermanagement.api.schema.Suggestions;
import io.openclustermanagement.api.schema.WireEnum;
import io.openclustermanagement.api.schema.Words;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns nodes into values of a schema, in one pass with all checks.
 *
 * <p>A value that cannot be had at all, of a wrong type for example, leaves the object broken: it
 * is reported and not built. A value that is only not allowed is reported, and the object is built.
 */
final class Binder {
  private static final int MAX_SHARED = 50_000;
  private static final int MAX_SHARED_LENGTH = 64;

  private final SourceText source;
  private final List<Problem> problems;
  private final Map<String, String> shared = new HashMap<>();
  private String kind = "";
  private boolean broken;

  Binder(SourceText source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  /** An object of a known kind; {@code null} if it is broken. */
  @Nullable KubernetesObject object(KindSchema schema, YamlNode.Mapping node) {
    kind = schema.kind();
    broken = false;
    Object object = record(schema.root(), node, FieldPath.ROOT, true);
    return broken ? null : (KubernetesObject) object;
  }

  /** A value of a schema; {@code null} if it is broken. */
  @Nullable Object value(Schema schema, YamlNode node) {
    broken = false;
    Object value = bind(schema, node, FieldPath.ROOT);
    return broken ? null : value;
  }

  /** Free JSON. */
  JsonValue json(YamlNode node, FieldPath path) {
    return switch (node) {
      case YamlNode.Mapping map -> json(map, path);
      case YamlNode.Sequence list -> {
        List<JsonValue> items = new ArrayList<>(list.items().size());
        for (YamlNode item : list.items()) {
          items.add(json(item, path.item(items.size())));
        }
        yield new JsonArray(items);
      }
      case YamlNode.Scalar scalar -> json(scalar, path);
    };
  }

  /** A free object of JSON. */
  JsonObject json(YamlNode.Mapping map, FieldPath path) {
    Map<String, JsonValue> entries = LinkedHashMap.newLinkedHashMap(map.entries().size());
    for (YamlNode.Entry entry : map.entries()) {
      FieldPath place = path.field(entry.name());
      if (entries.containsKey(entry.name())) {
        duplicateKey(map, entry, place);
      } else {
        entries.put(share(entry.name()), json(entry.value(), place));
      }
    }
    return new JsonObject(entries);
  }

  private JsonValue json(YamlNode.Scalar scalar, FieldPath path) {
    Object value = Scalars.value(scalar);
    return switch (value) {
      case String text -> new JsonString(share(text));
      case Double number when !Double.isFinite(number) -> {
        add(
            Problem.of(
                    Kind.FIELD_TYPE,
                    path.pointer(),
                    "JSON has no number %s.".formatted(Words.quote(scalar.text())))
                .withHelp("Put it in quotes."),
            scalar);
        yield new JsonString(scalar.text());
      }
      case Double number -> Scalars.json(number);
      default -> value == Scalars.NULL ? JsonNull.NULL : JsonValue.of(value);
    };
  }

  private @Nullable Object bind(Schema schema, YamlNode node, FieldPath path) {
    return switch (schema) {
      case Schema.StringType type -> text(type, node, path);
      case Schema.EnumType type -> constant(type, node, path);
      case Schema.IntegerType type -> integer(type, node, path);
      case Schema.BooleanType type -> bool(type, node, path);
      case Schema.DateTimeType type -> time(type, node, path);
      case Schema.QuantityType type -> quantity(type, node, path);
      case Schema.IntOrStringType type -> intOrString(type, node, path);
      case Schema.ArrayType type -> list(type, node, path);
      case Schema.MapType type -> map(type, node, path);
      case Schema.ObjectType type -> record(type, node, path, false);
      case Schema.JsonType type ->
          node instanceof YamlNode.Mapping map
              ? embedded(type, map, path)
              : wrong(type, node, path);
    };
  }

  private @Nullable Object text(Schema.StringType type, YamlNode node, FieldPath path) {
    if (!(scalar(node) instanceof String text)) {
      return wrong(type, node, path);
    }
    add(Checks.text(type, text, path), place(node));
    return share(text);
  }

  private @Nullable Object constant(Schema.EnumType type, YamlNode node, FieldPath path) {
    if (!(scalar(node) instanceof String text)) {
      return wrong(type, node, path);
    }
    WireEnum constant = type.find(text);
    if (constant == null) {
      broken = true;
      add(Checks.notInEnum(type, text, path), place(node));
    }
    return constant;
  }

  private @Nullable Object integer(Schema.IntegerType type, YamlNode node, FieldPath path) {
    Object value = scalar(node);
    if (value instanceof BigInteger large) {
      broken = true;
      add(Checks.outOfRange(type, large.toString(), path), place(node));
      return null;
    }
    if (!(value instanceof Long number)) {
      return wrong(type, node, path);
    }
    add(Checks.range(type, number, path), place(node));
    if (type.wide()) {
      return number;
    }
    broken |= number != number.intValue();
    return number.intValue();
  }

  private @Nullable Object bool(Schema.BooleanType type, YamlNode node, FieldPath path) {
    return scalar(node) instanceof Boolean value ? value : wrong(type, node, path);
  }

  private @Nullable Object time(Schema.DateTimeType type, YamlNode node, FieldPath path) {
    if (!(scalar(node) instanceof String text)) {
      return wrong(type, node, path);
    }
    Instant time = Timestamps.parse(text);
    if (time == null) {
      broken = true;
      add(
          Problem.of(
                  Kind.FIELD_TIME,
                  path.pointer(),
                  "`%s` is %s, which is not a time.".formatted(path.dotted(), Words.quote(text)))
              .withHelp("Write it like `2026-01-31T12:00:00Z`.")
              .withFound(text),
          place(node));
    }
    return time;
  }

  private @Nullable Object quantity(Schema.QuantityType type, YamlNode node, FieldPath path) {
    Object value = scalar(node);
    if (value == null || value == Scalars.NULL || value instanceof Boolean) {
      return wrong(type, node, path);
    }
    String text = value.toString();
    if (!(value instanceof Double) && Quantity.isValid(text)) {
      return new Quantity(share(text));
    }
    broken = true;
    Problem problem =
        Problem.of(
                Kind.FIELD_QUANTITY,
                path.pointer(),
                "`%s` is %s, which is not a quantity.".formatted(path.dotted(), found(node)))
            .withFound(text);
    String help =
        value instanceof Double
            ? "Put the number in quotes: `\"%s\"`.".formatted(((YamlNode.Scalar) node).text())
            : "Write a number with a suffix such as `m`, `k`, `M`, `Ki`, `Mi` or `Gi`.";
    add(problem.withHelp(help), place(node));
    return null;
  }

  private @Nullable Object intOrString(Schema.IntOrStringType type, YamlNode node, FieldPath path) {
    Object value = scalar(node);
    if (value instanceof Long number && number == number.intValue()) {
      return IntOrString.of(number.intValue());
    }
    if (value instanceof Long || value instanceof BigInteger) {
      broken = true;
      Schema.IntegerType narrow = new Schema.IntegerType("int32", null, null);
      add(Checks.outOfRange(narrow, value.toString(), path), place(node));
      return null;
    }
    if (!(value instanceof String text)) {
      return wrong(type, node, path);
    }
    add(Checks.pattern(type.pattern(), text, path), place(node));
    return IntOrString.of(text);
  }

  private List<?> list(Schema.ArrayType type, YamlNode node, FieldPath path) {
    if (!(node instanceof YamlNode.Sequence list)) {
      wrong(type, node, path);
      return List.of();
    }
    List<Object> items = new ArrayList<>(list.items().size());
    for (int i = 0; i < list.items().size(); i++) {
      Object item = bind(type.items(), list.items().get(i), path.item(i));
      if (item != null) {
        items.add(item);
      }
    }
    if (items.size() == list.items().size()) {
      items(type, items, list, path);
    }
    return items;
  }

  private void items(Schema.ArrayType type, List<?> items, YamlNode.Sequence list, FieldPath path) {
    for (Problem problem : Checks.items(type, items, path)) {
      boolean whole = problem.path().equals(path.pointer());
      String index = problem.path().substring(problem.path().lastIndexOf('/') + 1);
      add(problem, place(whole ? list : list.items().get(Integer.parseInt(index))));
    }
  }

  private Map<String, ?> map(Schema.MapType type, YamlNode node, FieldPath path) {
    if (!(node instanceof YamlNode.Mapping map)) {
      wrong(type, node, path);
      return Map.of();
    }
    Map<String, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(map.entries().size());
    for (YamlNode.Entry entry : map.entries()) {
      FieldPath place = path.field(entry.name());
      if (entries.containsKey(entry.name())) {
        duplicateKey(map, entry, place);
      } else {
        add(Checks.key(type.keys(), entry.name(), place), place(entry.key()));
        entries.put(share(entry.name()), bind(type.values(), entry.value(), place));
      }
    }
    return entries;
  }

  /** Any object; a whole object of the API has to name its kind. */
  private JsonObject embedded(Schema.JsonType type, YamlNode.Mapping map, FieldPath path) {
    JsonObject object = json(map, path);
    if (type.embedded()) {
      for (String name : List.of("apiVersion", "kind")) {
        if (object.text(name).orElse("").isEmpty()) {
          add(FieldMessages.missing(name, "a text", path.field(name)), place(map));
          return object;
        }
      }
    }
    return object;
  }

  private @Nullable Object record(
      Schema.ObjectType type, YamlNode node, FieldPath path, boolean isRoot) {
    if (!(node instanceof YamlNode.Mapping map)) {
      return wrong(type, node, path);
    }
    @Nullable Object[] values = new @Nullable Object[type.fields().size()];
    YamlNode.Entry[] seen = new YamlNode.Entry[values.length];
    for (YamlNode.Entry entry : map.entries()) {
      Field field = type.byName().get(entry.name());
      if (field == null) {
        unknown(type, map, entry, path, isRoot);
      } else if (seen[field.index()] != null) {
        duplicateKey(map, entry, path.field(field.name()));
      } else {
        seen[field.index()] = entry;
        if (!isNull(entry.value())) {
          values[field.index()] = bind(field.schema(), entry.value(), path.field(field.name()));
        }
      }
    }
    for (Field field : type.fields()) {
      complete(field, values, seen[field.index()], map, path, type);
    }
    if (broken) {
      return null;
    }
    Record record = type.create(values);
    if (record instanceof Constrained constrained) {
      constrained.problems(path).forEach(problem -> add(problem, at(problem, path, map)));
    }
    return record;
  }

  /** Where to point for a problem between the fields of an object. */
  private static YamlNode at(Problem problem, FieldPath owner, YamlNode.Mapping map) {
    String field = problem.path().substring(owner.pointer().length()).replaceFirst("^/", "");
    YamlNode value = map.get(field);
    return value == null ? map : value;
  }

  /** Gives an absent list or map its empty value, and reports an absent field that is required. */
  private void complete(
      Field field,
      @Nullable Object[] values,
      YamlNode.@Nullable Entry entry,
      YamlNode.Mapping map,
      FieldPath path,
      Schema.ObjectType type) {
    boolean absent = entry == null || isNull(entry.value());
    if (absent && field.required() && !field.hasDefault()) {
      broken |= !field.mayBeNull();
      if (!isMisspelt(field, type, map)) {
        YamlNode where = entry == null ? map : entry.key();
        add(FieldMessages.missing(field, path.field(field.name())), place(where));
      }
    }
    if (values[field.index()] == null) {
      values[field.index()] = empty(field.schema());
    }
  }

  /** Whether the field is there under a name that was reported as unknown. */
  private static boolean isMisspelt(Field field, Schema.ObjectType type, YamlNode.Mapping map) {
    return map.entries().stream()
        .filter(entry -> !type.byName().containsKey(entry.name()))
        .flatMap(entry -> Suggestions.nearest(entry.name(), type.byName().keySet()).stream())
        .anyMatch(field.name()::equals);
  }

  private static @Nullable Object empty(Schema schema) {
    return switch (schema) {
      case Schema.ArrayType type -> List.of();
      case Schema.MapType type -> Map.of();
      case Schema.JsonType type -> null;
      case Schema.StringType type -> null;
      case Schema.EnumType type -> null;
      case Schema.IntegerType type -> null;
      case Schema.BooleanType type -> null;
      case Schema.DateTimeType type -> null;
      case Schema.QuantityType type -> null;
      case Schema.IntOrStringType type -> null;
      case Schema.ObjectType type -> null;
    };
  }

  private void unknown(
      Schema.ObjectType type,
      YamlNode.Mapping map,
      YamlNode.Entry entry,
      FieldPath path,
      boolean isRoot) {
    if (isRoot && (entry.name().equals("apiVersion") || entry.name().equals("kind"))) {
      if (map.entries().stream()
              .filter(e -> e.name().equals(entry.name()))
              .findFirst()
              .orElseThrow()
          != entry) {
        duplicateKey(map, entry, path.field(entry.name()));
      }
      return;
    }
    FieldPath place = path.field(entry.name());
    add(
        FieldMessages.unknownField(kind, entry.name(), type.byName().keySet(), place),
        place(entry.key()));
  }

  private void duplicateKey(YamlNode.Mapping map, YamlNode.Entry entry, FieldPath path) {
    YamlNode.Entry first = entry;
    for (YamlNode.Entry other : map.entries()) {
      if (other.name().equals(entry.name())) {
        first = other;
        break;
      }
    }
    add(
        FieldMessages.duplicateKey(entry.name(), source.line(first.key().start()), path),
        place(entry.key()));
  }

  private @Nullable Object wrong(Schema schema, YamlNode node, FieldPath path) {
    broken = true;
    add(FieldMessages.wrongType(schema, node, path), place(node));
    return null;
  }

  private static String found(YamlNode node) {
    return FieldMessages.found(node);
  }

  private static @Nullable Object scalar(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar ? Scalars.value(scalar) : null;
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar
        && scalar.text().length() <= 4
        && Scalars.value(scalar) == Scalars.NULL;
  }

  /** One copy of the short texts that come again and again in a fleet, such as label keys. */
  private String share(String text) {
    if (text.length() > MAX_SHARED_LENGTH) {
      return text;
    }
    String known = shared.get(text);
    if (known == null && shared.size() < MAX_SHARED) {
      shared.put(text, text);
    }
    return known == null ? text : known;
  }

  /** Where to point for a value: all of a scalar, the start of a map, the first line of a list. */
  private YamlNode place(YamlNode node) {
    return node instanceof YamlNode.Mapping map && !map.entries().isEmpty()
        ? map.entries().getFirst().key()
        : node;
  }

  private void add(@Nullable Problem problem, YamlNode where) {
    if (problem != null) {
      Position position = source.firstLine(where.start(), where.end());
      problems.add(problem.at(position));
    }
  }
}
