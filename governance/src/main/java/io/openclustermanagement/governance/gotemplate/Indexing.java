package io.openclustermanagement.governance.gotemplate;

/** The functions {@code index} and {@code slice}. */
final class Indexing {
  private Indexing() {}

  static GoValue index(Arguments call) {
    Operand item = call.operand(0);
    if (item.isNil()) {
      throw new GoError("index of untyped nil");
    }
    for (int i = 1; i < call.count(); i++) {
      if (item.isNil()) {
        throw new GoError("index of nil pointer");
      }
      item = entry(item.value(), call.operand(i));
    }
    return item.value();
  }

  private static Operand entry(GoValue item, Operand index) {
    return switch (item) {
      case GoValue.Text(String text) -> {
        byte[] bytes = GoBytes.of(text);
        int at = position(index, bytes.length);
        check(at, bytes.length, "string index out of range");
        yield Operand.of(new GoValue.Int(bytes[at] & 0xFF, GoType.UINT8));
      }
      case GoValue.Sequence list -> {
        int at = position(index, list.items().size());
        check(at, list.items().size(), "slice index out of range");
        yield Operand.element(list.items().get(at), list.type());
      }
      case GoValue.Mapping map -> value(map, index);
      case GoValue.Nil _, GoValue.Bool _, GoValue.Int _, GoValue.Decimal _ -> throw none(item);
      case GoValue.Struct _, GoValue.Time _, GoValue.Instance _ -> throw none(item);
    };
  }

  private static GoError none(GoValue item) {
    return new GoError("can't index item of type " + item.type());
  }

  private static void check(int at, int length, String message) {
    if (at >= length) {
      throw new GoError("reflect: " + message);
    }
  }

  private static Operand value(GoValue.Mapping map, Operand key) {
    if (key.isNil()) {
      throw new GoError("value is nil; should be of type string");
    }
    if (!(key.value() instanceof GoValue.Text(String name))) {
      throw new GoError("value has type %s; should be string".formatted(key.value().type()));
    }
    GoValue value = map.get(name);
    GoType element = map.type().element();
    return value == null
        ? Operand.element(element == null ? GoValue.NIL : element.zero(), map.type())
        : Operand.element(value, map.type());
  }

  private static int position(Operand index, int length) {
    if (index.isNil()) {
      throw new GoError("cannot index slice/array with nil");
    }
    if (!(index.value() instanceof GoValue.Int(long at, _))) {
      throw new GoError("cannot index slice/array with type " + index.value().type());
    }
    if (at < 0 || at > length) {
      throw new GoError("index out of range: " + at);
    }
    return (int) at;
  }

  static GoValue slice(Arguments call) {
    GoValue item = call.value(0);
    if (item instanceof GoValue.Nil) {
      throw new GoError("slice of untyped nil");
    }
    int count = call.count() - 1;
    if (count > 3) {
      throw new GoError("too many slice indexes: " + count);
    }
    return switch (item) {
      case GoValue.Text(String text) -> {
        if (count == 3) {
          throw new GoError("cannot 3-index slice a string");
        }
        int[] range = range(call, GoBytes.length(text));
        yield new GoValue.Text(GoBytes.slice(text, range[0], range[1]));
      }
      case GoValue.Sequence list -> {
        int[] range = range(call, list.items().size());
        yield new GoValue.Sequence(
            list.type(), list.items().subList(range[0], range[1]), list.isNil());
      }
      case GoValue.Nil _, GoValue.Bool _, GoValue.Int _, GoValue.Decimal _ -> throw whole(item);
      case GoValue.Mapping _, GoValue.Struct _ -> throw whole(item);
      case GoValue.Time _, GoValue.Instance _ -> throw whole(item);
    };
  }

  private static GoError whole(GoValue item) {
    return new GoError("can't slice item of type " + item.type());
  }

  private static int[] range(Arguments call, int length) {
    int[] range = {0, length, length};
    for (int i = 1; i < call.count(); i++) {
      range[i - 1] = position(call.operand(i), length);
    }
    if (range[0] > range[1]) {
      throw new GoError("invalid slice index: %d > %d".formatted(range[0], range[1]));
    }
    if (range[1] > range[2]) {
      throw new GoError("invalid slice index: %d > %d".formatted(range[1], range[2]));
    }
    return range;
  }
}
