package io.openclustermanagement.governance.template;

import static io.openclustermanagement.governance.gotemplate.GoType.ANY;
import static io.openclustermanagement.governance.gotemplate.GoType.INT;

import io.openclustermanagement.governance.gotemplate.Arguments;
import io.openclustermanagement.governance.gotemplate.GoBytes;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoType;
import io.openclustermanagement.governance.gotemplate.GoValue;
import io.openclustermanagement.governance.gotemplate.GoValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Functions of lists. Each of them that can fail has a twin that begins with {@code must}. */
final class SprigLists {
  static final List<GoFunction> FUNCTIONS =
      Stream.of(
              Stream.of(
                  GoFunction.variadic("list", c -> GoValue.Sequence.of(c.from(0)), ANY),
                  GoFunction.of("sortAlpha", SprigLists::sorted, ANY),
                  GoFunction.variadic("concat", SprigLists::concat, ANY)),
              twins("append", c -> append(c), ANY, ANY),
              twins("prepend", c -> prepend(c), ANY, ANY),
              twins("first", c -> edge(items(c, 0, "find first on"), List::getFirst), ANY),
              twins("last", c -> edge(items(c, 0, "find last on"), List::getLast), ANY),
              twins("rest", c -> rest(items(c, 0, "find rest on")), ANY),
              twins("initial", c -> initial(items(c, 0, "find initial on")), ANY),
              twins(
                  "reverse",
                  c -> GoValue.Sequence.of(items(c, 0, "find reverse on").reversed()),
                  ANY),
              twins("uniq", c -> distinct(c, items(c, 0, "find uniq on")), ANY),
              twins("compact", c -> compact(items(c, 0, "compact on")), ANY),
              twins("has", SprigLists::has, ANY, ANY),
              twins("chunk", SprigLists::chunk, INT, ANY),
              Stream.of(
                  GoFunction.variadic("without", SprigLists::without, ANY, ANY),
                  GoFunction.variadic("mustWithout", SprigLists::without, ANY, ANY),
                  GoFunction.variadic("slice", SprigLists::slice, ANY, ANY),
                  GoFunction.variadic("mustSlice", SprigLists::slice, ANY, ANY)))
          .flatMap(each -> each)
          .toList();

  private SprigLists() {}

  private static Stream<GoFunction> twins(String name, GoFunction.Body body, GoType... parameters) {
    String twin = "must" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return Stream.of(GoFunction.of(name, body, parameters), GoFunction.of(twin, body, parameters));
  }

  private static List<GoValue> items(Arguments call, int index, String doing) {
    GoValue value = call.value(index);
    if (value instanceof GoValue.Sequence list) {
      return list.items();
    }
    if (value instanceof GoValue.Nil) {
      throw new GoError("runtime error: invalid memory address or nil pointer dereference");
    }
    throw new GoError("Cannot %s type %s".formatted(doing, Conversions.kind(value)));
  }

  private static GoValue append(Arguments call) {
    List<GoValue> all = new ArrayList<>(items(call, 0, "push on"));
    all.add(call.value(1));
    return GoValue.Sequence.of(all);
  }

  private static GoValue prepend(Arguments call) {
    List<GoValue> all = new ArrayList<>(List.of(call.value(1)));
    all.addAll(items(call, 0, "prepend on"));
    return GoValue.Sequence.of(all);
  }

  private static GoValue edge(List<GoValue> items, Function<List<GoValue>, GoValue> edge) {
    return items.isEmpty() ? GoValue.NIL : edge.apply(items);
  }

  private static GoValue rest(List<GoValue> items) {
    return items.isEmpty()
        ? GoValue.Sequence.nil(GoType.LIST)
        : GoValue.Sequence.of(items.subList(1, items.size()));
  }

  private static GoValue initial(List<GoValue> items) {
    return items.isEmpty()
        ? GoValue.Sequence.nil(GoType.LIST)
        : GoValue.Sequence.of(items.subList(0, items.size() - 1));
  }

  private static GoValue distinct(Arguments call, List<GoValue> items) {
    call.budget().use(GoValues.weight(call.value(0)));
    List<GoValue> distinct = new ArrayList<>();
    for (GoValue item : items) {
      call.budget().use(distinct.size());
      if (!distinct.contains(item)) {
        distinct.add(item);
      }
    }
    return GoValue.Sequence.of(distinct);
  }

  private static GoValue compact(List<GoValue> items) {
    return GoValue.Sequence.of(items.stream().filter(item -> !Conversions.isEmpty(item)).toList());
  }

  private static GoValue has(Arguments call) {
    call.budget().use(GoValues.weight(call.value(0)) + GoValues.weight(call.value(1)));
    return Conversions.of(
        !(call.value(1) instanceof GoValue.Nil)
            && items(call, 1, "find has on").contains(call.value(0)));
  }

  private static GoValue without(Arguments call) {
    List<GoValue> omitted = call.from(1);
    call.budget().use(GoValues.weight(call.value(0)) * omitted.size());
    return GoValue.Sequence.of(
        items(call, 0, "find without on").stream()
            .filter(item -> !omitted.contains(item))
            .toList());
  }

  private static GoValue chunk(Arguments call) {
    List<GoValue> items = items(call, 1, "chunk");
    long size = call.integer(0);
    if (size <= 0) {
      throw new GoError("runtime error: makeslice: len out of range");
    }
    List<GoValue> chunks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += (int) Math.min(size, items.size())) {
      int to = (int) Math.min(items.size(), from + size);
      chunks.add(GoValue.Sequence.of(items.subList(from, to)));
    }
    return new GoValue.Sequence(GoType.listOf(GoType.LIST), chunks, false);
  }

  private static GoValue slice(Arguments call) {
    if (!(call.value(0) instanceof GoValue.Sequence list)) {
      if (call.value(0) instanceof GoValue.Nil) {
        throw new GoError("runtime error: invalid memory address or nil pointer dereference");
      }
      throw new GoError(
          "list should be type of slice or array but " + Conversions.kind(call.value(0)));
    }
    int size = list.items().size();
    if (size == 0) {
      return GoValue.NIL;
    }
    long from = call.count() > 1 ? Conversions.integer(call.value(1)) : 0;
    long to = call.count() > 2 ? Conversions.integer(call.value(2)) : size;
    if (from < 0 || from > to || to > size) {
      throw new GoError("reflect.Value.Slice: slice index out of bounds");
    }
    return new GoValue.Sequence(list.type(), list.items().subList((int) from, (int) to), false);
  }

  private static GoValue sorted(Arguments call) {
    return GoValue.Sequence.ofTexts(
        call.value(0) instanceof GoValue.Sequence
            ? Conversions.texts(call.value(0)).stream().sorted(GoBytes::compare).toList()
            : List.of(Conversions.text(call.value(0))));
  }

  private static GoValue concat(Arguments call) {
    List<GoValue> all = new ArrayList<>();
    for (GoValue each : call.from(0)) {
      if (each instanceof GoValue.Nil) {
        throw new GoError("runtime error: invalid memory address or nil pointer dereference");
      }
      if (!(each instanceof GoValue.Sequence list)) {
        throw new GoError("Cannot concat type %s as list".formatted(Conversions.kind(each)));
      }
      all.addAll(list.items());
    }
    return all.isEmpty() ? GoValue.Sequence.nil(GoType.LIST) : GoValue.Sequence.of(all);
  }
}
