package io.openclustermanagement.governance.gotemplate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that every template has ({@code text/template/funcs.go}). */
final class Builtins {
  static final Map<String, GoFunction> FUNCTIONS = functions();

  private Builtins() {}

  private static Map<String, GoFunction> functions() {
    Map<String, GoFunction> all = new HashMap<>();
    List<GoFunction> functions =
        List.of(
            GoFunction.variadic("and", Builtins::never, GoType.VALUE, GoType.VALUE),
            GoFunction.variadic("or", Builtins::never, GoType.VALUE, GoType.VALUE),
            GoFunction.variadic("call", Builtins::never, GoType.VALUE, GoType.VALUE),
            GoFunction.of("not", call -> bool(!isTrue(call.value(0))), GoType.VALUE),
            GoFunction.of("len", Builtins::length, GoType.VALUE),
            GoFunction.variadic("index", Indexing::index, GoType.VALUE, GoType.VALUE),
            GoFunction.variadic("slice", Indexing::slice, GoType.VALUE, GoType.VALUE),
            GoFunction.variadic("print", call -> text(GoFormat.print(call.from(0))), GoType.ANY),
            GoFunction.variadic(
                "println", call -> text(GoFormat.printLine(call.from(0))), GoType.ANY),
            GoFunction.variadic(
                "printf",
                call -> text(GoFormat.format(call.text(0), call.from(1))),
                GoType.STRING,
                GoType.ANY),
            GoFunction.variadic("html", call -> text(Escaping.html(joined(call))), GoType.ANY),
            GoFunction.variadic("js", call -> text(Escaping.javaScript(joined(call))), GoType.ANY),
            GoFunction.variadic("urlquery", call -> text(urlQuery(joined(call))), GoType.ANY),
            GoFunction.variadic("eq", Comparing::equal, GoType.VALUE, GoType.VALUE),
            GoFunction.of("ne", Comparing::notEqual, GoType.VALUE, GoType.VALUE),
            GoFunction.of("lt", Comparing::less, GoType.VALUE, GoType.VALUE),
            GoFunction.of("le", Comparing::lessOrEqual, GoType.VALUE, GoType.VALUE),
            GoFunction.of("gt", Comparing::greater, GoType.VALUE, GoType.VALUE),
            GoFunction.of("ge", Comparing::greaterOrEqual, GoType.VALUE, GoType.VALUE));
    functions.forEach(each -> all.put(each.name(), each));
    return Map.copyOf(all);
  }

  /** Whether a value counts as true: not zero, not empty, not nil. */
  static boolean isTrue(GoValue value) {
    return switch (value) {
      case GoValue.Nil _ -> false;
      case GoValue.Bool(boolean bool) -> bool;
      case GoValue.Int(long number, _) -> number != 0;
      case GoValue.Decimal(double number) -> number != 0;
      case GoValue.Text(String text) -> !text.isEmpty();
      case GoValue.Sequence list -> !list.items().isEmpty();
      case GoValue.Mapping map -> !map.entries().isEmpty();
      case GoValue.Struct _, GoValue.Time _, GoValue.Instance _ -> true;
    };
  }

  static GoValue bool(boolean value) {
    return new GoValue.Bool(value);
  }

  private static GoValue text(String value) {
    return new GoValue.Text(value);
  }

  /** The evaluator does these itself, because they need more than the values. */
  private static GoValue never(Arguments call) {
    throw new IllegalStateException("with %d arguments".formatted(call.count()));
  }

  private static GoValue length(Arguments call) {
    Operand item = call.operand(0);
    if (item.isNil()) {
      throw new GoError(
          item.boxed()
              ? "len of nil pointer"
              : "reflect: call of reflect.Value.Type on zero Value");
    }
    return length(item.value())
        .map(GoValue.Int::of)
        .orElseThrow(() -> new GoError("len of type " + item.value().type()));
  }

  private static Optional<Long> length(GoValue value) {
    return switch (value) {
      case GoValue.Text(String text) -> Optional.of((long) GoBytes.length(text));
      case GoValue.Sequence list -> Optional.of((long) list.items().size());
      case GoValue.Mapping map -> Optional.of((long) map.entries().size());
      case GoValue.Nil _, GoValue.Bool _, GoValue.Int _, GoValue.Decimal _ -> Optional.empty();
      case GoValue.Struct _, GoValue.Time _, GoValue.Instance _ -> Optional.empty();
    };
  }

  private static String joined(Arguments call) {
    List<GoValue> values =
        call.from(0).stream()
            .map(
                each ->
                    each instanceof GoValue.Nil ? (GoValue) new GoValue.Text("<no value>") : each)
            .toList();
    return GoFormat.print(values);
  }

  private static String urlQuery(String text) {
    StringBuilder query = new StringBuilder();
    for (byte b : GoBytes.of(text)) {
      char c = (char) (b & 0xFF);
      if (c == ' ') {
        query.append('+');
      } else if (c < 0x80 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0)) {
        query.append(c);
      } else {
        query.append("%%%02X".formatted((int) c));
      }
    }
    return query.toString();
  }
}
