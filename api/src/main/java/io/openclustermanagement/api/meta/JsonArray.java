package io.openclustermanagement.api.meta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of JSON.
 *
 * @param items the items in order
 */
public record JsonArray(List<JsonValue> items) implements JsonValue {
  /** The list without items. */
  public static final JsonArray EMPTY = new JsonArray(List.of());

  public JsonArray {
    items = Copies.of(items);
  }

  @Override
  public List<@Nullable Object> toTree() {
    List<@Nullable Object> tree = new ArrayList<>(items.size());
    items.forEach(item -> tree.add(item.toTree()));
    return Collections.unmodifiableList(tree);
  }
}
