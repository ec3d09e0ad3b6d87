package io.openclustermanagement.governance.template;

import static io.openclustermanagement.governance.gotemplate.GoType.ANY;
import static io.openclustermanagement.governance.gotemplate.GoType.MAP;
import static io.openclustermanagement.governance.gotemplate.GoType.STRING;

import io.openclustermanagement.governance.gotemplate.Arguments;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoValue;
import io.openclustermanagement.governance.gotemplate.GoValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions of maps. {@code set}, {@code unset} and {@code merge} change the map itself. */
final class SprigMaps {
  static final List<GoFunction> FUNCTIONS =
      List.of(
          GoFunction.variadic("dict", SprigMaps::dict, ANY),
          GoFunction.of("get", SprigMaps::get, MAP, STRING),
          GoFunction.of("set", SprigMaps::set, MAP, STRING, ANY),
          GoFunction.of("unset", SprigMaps::unset, MAP, STRING),
          GoFunction.of(
              "hasKey", c -> Conversions.of(c.map(0).get(c.text(1)) != null), MAP, STRING),
          GoFunction.variadic("pluck", SprigMaps::pluck, STRING, MAP),
          GoFunction.variadic("keys", SprigMaps::keys, MAP),
          GoFunction.of(
              "values", c -> GoValue.Sequence.of(List.copyOf(c.map(0).entries().values())), MAP),
          GoFunction.variadic("pick", c -> filter(c, true), MAP, STRING),
          GoFunction.variadic("omit", c -> filter(c, false), MAP, STRING),
          GoFunction.variadic("merge", c -> merge(c, false), MAP, MAP),
          GoFunction.variadic("mustMerge", c -> merge(c, false), MAP, MAP),
          GoFunction.variadic("mergeOverwrite", c -> merge(c, true), MAP, MAP),
          GoFunction.variadic("mustMergeOverwrite", c -> merge(c, true), MAP, MAP),
          GoFunction.variadic("dig", SprigMaps::dig, ANY),
          GoFunction.of("deepCopy", SprigMaps::deepCopy, ANY),
          GoFunction.of("mustDeepCopy", SprigMaps::deepCopy, ANY));

  private SprigMaps() {}

  private static GoValue dict(Arguments call) {
    Map<String, GoValue> entries = new LinkedHashMap<>();
    for (int i = 0; i < call.count(); i += 2) {
      entries.put(
          Conversions.text(call.value(i)),
          i + 1 < call.count() ? call.value(i + 1) : new GoValue.Text(""));
    }
    return GoValue.Mapping.of(entries);
  }

  private static GoValue get(Arguments call) {
    GoValue value = call.map(0).get(call.text(1));
    return value == null ? new GoValue.Text("") : value;
  }

  private static GoValue set(Arguments call) {
    if (call.map(0).isNil()) {
      throw new GoError("assignment to entry in nil map");
    }
    checkAcyclic(call.value(2), call.map(0));
    call.map(0).entries().put(call.text(1), call.value(2));
    return call.map(0);
  }

  /** Go allows a map in itself and never comes back from printing it. */
  private static void checkAcyclic(GoValue value, GoValue.Mapping map) {
    if (GoValues.contains(value, map)) {
      throw new GoError("a map cannot be put into itself");
    }
  }

  private static GoValue unset(Arguments call) {
    call.map(0).entries().remove(call.text(1));
    return call.map(0);
  }

  private static GoValue pluck(Arguments call) {
    List<GoValue> values = new ArrayList<>();
    for (int i = 1; i < call.count(); i++) {
      GoValue value = call.map(i).get(call.text(0));
      if (value != null) {
        values.add(value);
      }
    }
    return GoValue.Sequence.of(values);
  }

  /** Go gives the keys of each map in no particular order; here they are sorted. */
  private static GoValue keys(Arguments call) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < call.count(); i++) {
      keys.addAll(call.map(i).entries().keySet());
    }
    return GoValue.Sequence.ofTexts(keys);
  }

  private static GoValue filter(Arguments call, boolean named) {
    List<String> names = call.textsFrom(1);
    Map<String, GoValue> entries = new LinkedHashMap<>();
    call.map(0)
        .entries()
        .forEach(
            (key, value) -> {
              if (names.contains(key) == named) {
                entries.put(key, value);
              }
            });
    return GoValue.Mapping.of(entries);
  }

  private static GoValue merge(Arguments call, boolean overwrite) {
    GoValue.Mapping into = call.map(0);
    for (int i = 1; i < call.count(); i++) {
      if (into.isNil()) {
        into = GoValue.Mapping.of(Map.of());
      }
      merge(into, call.map(i), overwrite);
    }
    return into;
  }

  /** {@code dario.cat/mergo}: an empty value gives way, maps are merged. */
  private static void merge(GoValue.Mapping into, GoValue.Mapping from, boolean overwrite) {
    for (Map.Entry<String, GoValue> entry : List.copyOf(from.entries().entrySet())) {
      GoValue there = into.get(entry.getKey());
      GoValue value = entry.getValue();
      if (value instanceof GoValue.Nil && !overwrite) {
        continue;
      }
      checkAcyclic(value, into);
      if (there instanceof GoValue.Mapping map && value instanceof GoValue.Mapping other) {
        if (map.isNil() || map.entries().isEmpty()) {
          into.entries().put(entry.getKey(), value);
        } else {
          merge(map, other, overwrite);
        }
      } else if (there == null
          || Conversions.isEmpty(there)
          || (overwrite && !Conversions.isEmpty(value))) {
        into.entries().put(entry.getKey(), value);
      }
    }
  }

  private static GoValue dig(Arguments call) {
    if (call.count() < 3) {
      throw new GoError("dig needs at least three arguments");
    }
    int last = call.count() - 1;
    GoValue found = call.value(last);
    for (int i = 0; i < last - 1; i++) {
      if (!(found instanceof GoValue.Mapping map) || !map.type().equals(MAP)) {
        throw conversion(found, "map[string]interface {}");
      }
      if (!(call.value(i) instanceof GoValue.Text(String key))) {
        throw conversion(call.value(i), "string");
      }
      GoValue next = map.get(key);
      if (next == null) {
        return call.value(last - 1);
      }
      found = next;
    }
    return found;
  }

  private static GoError conversion(GoValue found, String wanted) {
    return new GoError(
        "interface conversion: interface {} is %s, not %s"
            .formatted(found instanceof GoValue.Nil ? "nil" : found.type().name(), wanted));
  }

  private static GoValue deepCopy(Arguments call) {
    if (call.value(0) instanceof GoValue.Nil) {
      throw new GoError("reflect: call of reflect.Value.Type on zero Value");
    }
    call.budget().use(GoValues.weight(call.value(0)));
    return copy(call.value(0));
  }

  private static GoValue copy(GoValue value) {
    return switch (value) {
      case GoValue.Mapping map when !map.isNil() -> {
        Map<String, GoValue> entries = new LinkedHashMap<>();
        map.entries().forEach((key, each) -> entries.put(key, copy(each)));
        yield GoValue.Mapping.of(map.type(), entries);
      }
      case GoValue.Sequence list ->
          new GoValue.Sequence(
              list.type(), list.items().stream().map(SprigMaps::copy).toList(), list.isNil());
      case GoValue.Nil _, GoValue.Bool _, GoValue.Int _, GoValue.Decimal _ -> value;
      case GoValue.Text _, GoValue.Mapping _, GoValue.Struct _ -> value;
      case GoValue.Time _, GoValue.Instance _ -> value;
    };
  }
}
