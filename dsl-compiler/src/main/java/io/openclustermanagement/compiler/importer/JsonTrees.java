package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes JSON as expressions. */
final class JsonTrees {
  private JsonTrees() {}

  /** A value as an expression. */
  static Expression value(JsonValue value) {
    return switch (value) {
      case JsonObject object -> object(object);
      case JsonArray(List<JsonValue> items) ->
          new ListLiteral(items.stream().map(JsonTrees::value).toList(), Trees.NOWHERE);
      case JsonString(String text) -> Trees.text(text);
      case JsonInteger(long number) -> signed(LiteralKind.INTEGER, Long.toString(number));
      case JsonDecimal(double number) ->
          signed(LiteralKind.DECIMAL, new BigDecimal(Double.toString(number)).toPlainString());
      case JsonBoolean(boolean bool) -> Trees.bool(bool);
      case JsonNull _ -> Trees.literal(LiteralKind.NULL, "null");
    };
  }

  /** An object with its fields in the order of the text. */
  static ObjectLiteral object(JsonObject object) {
    List<Entry> entries = new ArrayList<>();
    object
        .fields()
        .forEach(
            (name, value) ->
                entries.add(new Entry.Field(Trees.key(name), value(value), Trees.NOWHERE)));
    return new ObjectLiteral(entries, Trees.NOWHERE);
  }

  private static Expression signed(LiteralKind kind, String number) {
    return number.startsWith("-")
        ? new Expression.Negation(Trees.literal(kind, number.substring(1)), Trees.NOWHERE)
        : Trees.literal(kind, number);
  }
}
