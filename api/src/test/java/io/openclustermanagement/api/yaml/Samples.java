package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.api.schema.Constrained;
import io.openclustermanagement.api.schema.Field;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Regex;
import io.openclustermanagement.api.schema.Schema;
import io.openclustermanagement.api.schema.Schemas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random objects that keep to their schema. */
public final class Samples {
  /** Texts that are hard to write: they look like something else, or need escapes. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "yes",
          "No",
          "~",
          "null",
          "1",
          "0x1f",
          "1.5",
          "08",
          "-",
          "- a",
          "a: b",
          "a:b",
          "#a",
          "a #b",
          "*x",
          "&x",
          "!x",
          "@x",
          "`x`",
          "%x",
          "{a}",
          "[a]",
          "'",
          "\"",
          "\\",
          "a\nb",
          "a\nb\n",
          "\na",
          " a\nb",
          "a\n\n",
          "a\tb",
          "\r\n",
          "é",
          "😀",
          "\u0007",
          "\u0085",
          "\u2028",
          "\ufeff",
          "2026-01-01",
          "12:30:45",
          "---",
          "--- a",
          "...",
          "? a",
          "?a",
          ": a",
          ":a",
          "-a",
          "<<",
          "=",
          "a:",
          "a ",
          ",a",
          "1_0",
          ".inf",
          "0o7",
          "1e3",
          "true",
          "a,b",
          "|",
          ">",
          "if (x > 1) {\n  y: \"z\"\n}\n",
          "a'b\"c",
          "\ud800");

  private static final List<String> NAMES =
      List.of("a", "prod", "true", "null", "a1", "1", "on", "c-1", "x0", "gpu", "ab", "region");

  private static final List<String> QUANTITIES =
      List.of("0", "1", "500m", "8Gi", "1.5Ki", "1e3", "-2k", "0.1n", "16Ei", "007");

  private final Random random;

  /** Samples of a seed. */
  public Samples(long seed) {
    this.random = new Random(seed);
  }

  /** An object of any kind. */
  public KubernetesObject object() {
    List<Class<? extends Record>> kinds = Kinds.all();
    Class<?> kind = kinds.get(random.nextInt(kinds.size()));
    return (KubernetesObject) record(Schemas.kind(kind).root());
  }

  /** Tries again where the fields do not go together. */
  private Record record(Schema.ObjectType type) {
    Record record = fields(type);
    while (record instanceof Constrained constrained
        && !constrained.problems(FieldPath.ROOT).isEmpty()) {
      record = fields(type);
    }
    return record;
  }

  private Record fields(Schema.ObjectType type) {
    @Nullable Object[] values = new @Nullable Object[type.fields().size()];
    for (Field field : type.fields()) {
      values[field.index()] =
          field.required() || random.nextBoolean()
              ? value(field.schema(), field.required())
              : absent(field.schema());
    }
    return type.create(values);
  }

  private static @Nullable Object absent(Schema schema) {
    return switch (schema) {
      case Schema.ArrayType type -> List.of();
      case Schema.MapType type -> Map.of();
      default -> null;
    };
  }

  private Object value(Schema schema, boolean required) {
    return switch (schema) {
      case Schema.ObjectType type -> record(type);
      case Schema.ArrayType type -> list(type);
      case Schema.MapType type -> map(type);
      case Schema.StringType type -> string(type);
      case Schema.EnumType type -> pick(type.values());
      case Schema.IntegerType type -> integer(type);
      case Schema.BooleanType type -> random.nextBoolean();
      case Schema.DateTimeType type ->
          Instant.ofEpochSecond(
              random.nextInt(2_000_000_000), type.micros() ? random.nextInt(999_999) * 1000L : 0);
      case Schema.QuantityType type -> new Quantity(pick(QUANTITIES));
      case Schema.IntOrStringType type ->
          random.nextBoolean() ? IntOrString.of(random.nextInt(100)) : IntOrString.of("25%");
      case Schema.JsonType type -> json(type);
    };
  }

  /** Free JSON with everything in it that there is. */
  private JsonObject json(Schema.JsonType type) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    if (type.embedded()) {
      fields.put("apiVersion", new JsonString("v1"));
      fields.put("kind", new JsonString(pick(NAMES)));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put(pick(TEXTS), json(3));
    }
    return new JsonObject(fields);
  }

  private JsonValue json(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> new JsonString(pick(TEXTS));
      case 1 -> new JsonInteger(random.nextBoolean() ? random.nextLong() : random.nextInt(20));
      case 2 -> new JsonDecimal(decimal());
      case 3 -> new JsonBoolean(random.nextBoolean());
      case 4 -> JsonNull.NULL;
      case 5 -> new JsonArray(List.of(json(depth - 1), json(depth - 1)));
      default -> new JsonObject(Map.of(pick(TEXTS), json(depth - 1)));
    };
  }

  /** A number that is no integer of 64 bits. */
  private double decimal() {
    int exponent = random.nextBoolean() ? random.nextInt(-30, 0) : random.nextInt(25, 40);
    return random.nextGaussian() * Math.pow(10, exponent);
  }

  private List<Object> list(Schema.ArrayType type) {
    List<Object> items = new ArrayList<>();
    int least = type.minItems() == null ? 0 : type.minItems().intValue();
    int count = least + (type.mapKeys().isEmpty() ? random.nextInt(4) : random.nextInt(2));
    for (int i = 0; i < count; i++) {
      items.add(value(type.items(), true));
    }
    return items;
  }

  private Map<String, Object> map(Schema.MapType type) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.put(type.keys() == null ? pick(TEXTS) : pick(NAMES), value(type.values(), true));
    }
    return entries;
  }

  private String string(Schema.StringType type) {
    if (type.format().equals("byte")) {
      return "YWJj";
    }
    Regex pattern = type.pattern();
    if (pattern != null) {
      List<String> fitting =
          Stream.of("ab", "1m", "gpu", "on", "Ready", "r9", "work-agent-1", "2026-12-31")
              .filter(pattern::matches)
              .toList();
      return pick(fitting);
    }
    String text = pick(TEXTS);
    return type.minLength() != null && text.isEmpty() ? "x" : text;
  }

  private Object integer(Schema.IntegerType type) {
    long low = Math.max(type.lowest(), -1_000_000);
    long high = Math.min(type.highest(), 1_000_000);
    long value = low + random.nextInt((int) (high - low + 1));
    return type.wide() ? (Object) value : (Object) (int) value;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
