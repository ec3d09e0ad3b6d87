package io.openclustermanagement.governance.opa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON that others write; the library limits depth and sizes. */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /** The value of a text; empty if it is not JSON. */
  static Optional<JsonValue> read(String text) {
    try {
      return Optional.of(value(MAPPER.readTree(text)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static JsonValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> new JsonString(node.textValue());
      case BOOLEAN -> new JsonBoolean(node.booleanValue());
      case NUMBER ->
          JsonValue.of(node.isIntegralNumber() ? node.bigIntegerValue() : node.doubleValue());
      case NULL, MISSING, BINARY, POJO -> JsonNull.NULL;
    };
  }

  private static JsonValue object(JsonNode node) {
    Map<String, JsonValue> fields = LinkedHashMap.newLinkedHashMap(node.size());
    node.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
    return new JsonObject(fields);
  }

  private static JsonValue array(JsonNode node) {
    List<JsonValue> items = new ArrayList<>(node.size());
    node.forEach(item -> items.add(value(item)));
    return new JsonArray(items);
  }
}
