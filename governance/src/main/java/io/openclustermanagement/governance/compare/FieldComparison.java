package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.schema.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One top-level field of an object, compared ({@code handleSingleKey} in {@code
 * controllers/configurationpolicy_controller.go}).
 *
 * @param merged what the field would become; null after an error
 * @param differences why it is not as it should be; empty if it is
 * @param missingKey whether something wanted is not there that a default may provide
 * @param error what makes the two incomparable, in upstream's words; otherwise null
 */
record FieldComparison(
    @Nullable JsonValue merged,
    List<Difference> differences,
    boolean missingKey,
    @Nullable String error) {

  /** Compares the field of that name; {@code apiVersion} and {@code kind} are never compared. */
  static FieldComparison of(
      String name,
      JsonObject wanted,
      JsonObject existing,
      Strictness strictness,
      Leniency leniency) {
    boolean isSecret = existing.text("kind").filter("Secret"::equals).isPresent();
    if (name.equals("metadata")) {
      return metadata(wanted, existing, strictness, leniency);
    }
    if (name.equals("stringData") && isSecret) {
      return stringData(wanted, existing, strictness, leniency);
    }
    JsonValue other = existing.get(name);
    return merge(name, field(wanted, name), other, other, strictness, leniency);
  }

  private static FieldComparison metadata(
      JsonObject wanted, JsonObject existing, Strictness strictness, Leniency leniency) {
    JsonObject own = Metadata.ofPolicy(wanted.object("metadata"));
    JsonObject other = existing.object("metadata");
    Merge merge = Merge.ofObjects(own, other, strictness, leniency);
    JsonObject merged = (JsonObject) merge.value();
    Equality equality =
        Equality.of(
            FieldPath.ROOT.field("metadata"),
            Metadata.compared(merged, merged, wanted),
            Metadata.compared(other, merged, wanted),
            leniency);
    return new FieldComparison(
        merged, equality.differences(), merge.missingKey() || equality.missingKey(), null);
  }

  /** The server keeps a Secret's texts in base64 and under another name. */
  private static FieldComparison stringData(
      JsonObject wanted, JsonObject existing, Strictness strictness, Leniency leniency) {
    Map<String, JsonValue> decoded = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> each : existing.object("data").fields().entrySet()) {
      if (!(each.getValue() instanceof JsonString(String text))) {
        return failed("Error accessing encoded data");
      }
      try {
        byte[] bytes = Base64.getDecoder().decode(text);
        decoded.put(each.getKey(), new JsonString(new String(bytes, StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) {
        return failed(
            "Error decoding secret: " + existing.object("metadata").text("name").orElse(""));
      }
    }
    return merge(
        "stringData",
        field(wanted, "stringData"),
        existing.get("stringData"),
        new JsonObject(decoded),
        strictness,
        leniency);
  }

  private static FieldComparison merge(
      String name,
      JsonValue wanted,
      @Nullable JsonValue existing,
      @Nullable JsonValue compared,
      Strictness strictness,
      Leniency leniency) {
    Merge merge =
        switch (wanted) {
          case JsonObject own when existing instanceof JsonObject other ->
              Merge.ofObjects(own, other, strictness, leniency);
          case JsonArray own when existing instanceof JsonArray other ->
              Merge.ofLists(own, other, strictness, leniency);
          default -> new Merge(wanted, false);
        };
    if (isIncomparable(wanted, existing)) {
      return failed(
          "Error merging changes into key \"%s\": object type of template and existing do not match"
              .formatted(name));
    }
    Equality equality = Equality.of(FieldPath.ROOT.field(name), merge.value(), compared, leniency);
    boolean missingKey = existing == null || merge.missingKey() || equality.missingKey();
    return new FieldComparison(merge.value(), equality.differences(), missingKey, null);
  }

  /** A map or list is wanted and something else is there. */
  private static boolean isIncomparable(JsonValue wanted, @Nullable JsonValue existing) {
    if (existing == null || existing instanceof JsonNull) {
      return false;
    }
    return (wanted instanceof JsonObject && !(existing instanceof JsonObject))
        || (wanted instanceof JsonArray && !(existing instanceof JsonArray));
  }

  private static JsonValue field(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value == null ? JsonNull.NULL : value;
  }

  private static FieldComparison failed(String error) {
    return new FieldComparison(null, List.of(), false, error);
  }
}
