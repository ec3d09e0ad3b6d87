package io.openclustermanagement.api.meta;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON, for the parts of the API that take any object: manifests in a policy or a
 * ManifestWork, parameters of a rule. Integers and decimal numbers stay apart, as Kubernetes'
 * decoder keeps them ({@code k8s.io/apimachinery/pkg/util/json}).
 */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonInteger, JsonDecimal, JsonBoolean, JsonNull {

  /** The value as a plain tree: map, list, text, {@code Long}, {@code Double}, boolean, null. */
  @Nullable Object toTree();

  /**
   * The value of a plain tree of maps with texts as keys, lists, texts, numbers, booleans and null.
   *
   * @throws IllegalArgumentException for anything else, and for numbers that JSON does not have
   */
  static JsonValue of(@Nullable Object tree) {
    return switch (tree) {
      case null -> JsonNull.NULL;
      case JsonValue value -> value;
      case Map<?, ?> map -> JsonObject.of(map);
      case List<?> list -> new JsonArray(list.stream().map(JsonValue::of).toList());
      case String text -> new JsonString(text);
      case Boolean bool -> new JsonBoolean(bool);
      case Integer number -> new JsonInteger(number);
      case Long number -> new JsonInteger(number);
      case BigInteger number -> number(number);
      case Double number -> new JsonDecimal(number);
      default -> throw new IllegalArgumentException("not JSON: " + tree.getClass());
    };
  }

  private static JsonValue number(BigInteger number) {
    return number.bitLength() < Long.SIZE
        ? new JsonInteger(number.longValue())
        : new JsonDecimal(number.doubleValue());
  }
}
