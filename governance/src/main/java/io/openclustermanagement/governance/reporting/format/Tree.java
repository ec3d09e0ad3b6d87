package io.openclustermanagement.governance.reporting.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object of JSON or YAML whose members come in the order in which they are put. */
final class Tree {
  private final Map<String, Object> members = new LinkedHashMap<>();

  static Tree of(String name, Object value) {
    return new Tree().put(name, value);
  }

  Tree put(String name, Object value) {
    members.put(name, value instanceof Tree tree ? tree.members : value);
    return this;
  }

  /** Puts a member unless it is an empty text or collection. */
  Tree putUnlessEmpty(String name, Object value) {
    boolean empty =
        switch (value) {
          case String text -> text.isEmpty();
          case Collection<?> items -> items.isEmpty();
          case Map<?, ?> map -> map.isEmpty();
          default -> false;
        };
    return empty ? this : put(name, value);
  }

  Map<String, Object> members() {
    return members;
  }
}
