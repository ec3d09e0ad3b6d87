package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what is wanted into what exists ({@code mergeMaps} and {@code mergeArrays} in {@code
 * controllers/configurationpolicy_controller.go}). An object is as it should be if the merge is
 * equal to it.
 *
 * @param value the merged value
 * @param missingKey whether something is wanted that the existing value does not have, so that only
 *     an API server knows whether its default is the same
 */
record Merge(JsonValue value, boolean missingKey) {

  /** The merge of two objects. */
  static Merge ofObjects(
      JsonObject wanted, JsonObject existing, Strictness strictness, Leniency leniency) {
    return strictness == Strictness.EXACT
        ? new Merge(wanted, false)
        : fields(wanted, existing, leniency);
  }

  /** The merge of two lists. */
  static Merge ofLists(
      JsonArray wanted, JsonArray existing, Strictness strictness, Leniency leniency) {
    return strictness == Strictness.EXACT
        ? new Merge(wanted, false)
        : new ListMerge(wanted, leniency).with(existing);
  }

  private static Merge fields(JsonObject wanted, JsonObject existing, Leniency leniency) {
    Map<String, JsonValue> merged = new LinkedHashMap<>(wanted.fields());
    boolean missingKey = false;
    for (Map.Entry<String, JsonValue> field : existing.fields().entrySet()) {
      JsonValue own = wanted.get(field.getKey());
      Merge value =
          own == null ? new Merge(field.getValue(), false) : of(own, field.getValue(), leniency);
      merged.put(field.getKey(), value.value());
      missingKey |= value.missingKey();
    }
    boolean hasMore = merged.size() > existing.fields().size();
    return new Merge(new JsonObject(merged), missingKey || hasMore);
  }

  private static Merge of(JsonValue wanted, JsonValue existing, Leniency leniency) {
    return switch (wanted) {
      case JsonObject object when existing instanceof JsonObject other ->
          fields(object, other, leniency);
      case JsonArray list when existing instanceof JsonArray other && !other.items().isEmpty() ->
          new ListMerge(list, leniency).with(other);
      // A null takes over a map: the policy does not care about it.
      case JsonNull _ when existing instanceof JsonObject -> new Merge(existing, false);
      case JsonObject _,
          JsonArray _,
          JsonNull _,
          JsonString _,
          JsonBoolean _,
          JsonInteger _,
          JsonDecimal _ ->
          new Merge(wanted, false);
    };
  }

  /** The merge of one list: each existing item takes the first wanted items that it satisfies. */
  private static final class ListMerge {
    private final List<JsonValue> wanted;
    private final List<JsonValue> merged;
    private final boolean[] taken;
    private final Leniency leniency;
    private boolean missingKey;

    ListMerge(JsonArray wanted, Leniency leniency) {
      this.wanted = wanted.items();
      this.merged = new ArrayList<>(wanted.items());
      this.taken = new boolean[wanted.items().size()];
      this.leniency = leniency;
    }

    Merge with(JsonArray existing) {
      Map<String, Counted> distinct = new LinkedHashMap<>();
      for (JsonValue item : existing.items()) {
        distinct.merge(GoText.of(item), new Counted(item, 1), (one, _) -> one.again());
      }
      distinct.values().forEach(this::place);
      return new Merge(new JsonArray(merged), missingKey);
    }

    /** Existing items that no wanted one asks for go to the end. */
    private void place(Counted existing) {
      int count = take(existing);
      for (int i = count; i < existing.count(); i++) {
        merged.add(existing.item());
      }
    }

    private int take(Counted existing) {
      int count = 0;
      for (int i = 0; i < wanted.size() && count < existing.count(); i++) {
        if (taken[i]) {
          continue;
        }
        JsonValue candidate = candidate(wanted.get(i), existing.item());
        Equality equality = Equality.of(candidate, existing.item(), leniency);
        missingKey |= equality.missingKey();
        if (isSameName(wanted.get(i), existing.item()) || equality.equal()) {
          count++;
          merged.set(i, candidate);
          taken[i] = true;
        }
      }
      return count;
    }

    private JsonValue candidate(JsonValue own, JsonValue item) {
      if (!(item instanceof JsonObject other)) {
        return own;
      }
      if (own instanceof JsonObject object) {
        Merge merge = fields(object, other, leniency);
        // Not "or": upstream assigns here, so that the last map looked at decides.
        missingKey = merge.missingKey();
        return merge.value();
      }
      // An existing empty map is taken for whatever is wanted that is no map.
      return JsonObject.EMPTY;
    }

    /** The one merge key there is: containers, ports and subjects alike. */
    private static boolean isSameName(JsonValue own, JsonValue item) {
      return own instanceof JsonObject object
          && item instanceof JsonObject other
          && name(other).filter(name -> name(object).equals(Optional.of(name))).isPresent();
    }

    private static Optional<String> name(JsonObject item) {
      return item.text("name").filter(name -> !name.isEmpty());
    }
  }

  /** An item of a list and how often the list has it. */
  private record Counted(JsonValue item, int count) {
    Counted again() {
      return new Counted(item, count + 1);
    }
  }
}
