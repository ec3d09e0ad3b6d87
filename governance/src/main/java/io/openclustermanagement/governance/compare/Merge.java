package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** What does not change is handed on as it is, so that it need not be compared again. */
  private static Merge fields(JsonObject wanted, JsonObject existing, Leniency leniency) {
    Map<String, JsonValue> merged = new LinkedHashMap<>();
    boolean missingKey = false;
    boolean changed = false;
    for (Map.Entry<String, JsonValue> field : wanted.fields().entrySet()) {
      JsonValue other = existing.get(field.getKey());
      Merge value =
          other == null ? new Merge(field.getValue(), true) : of(field.getValue(), other, leniency);
      merged.put(field.getKey(), value.value());
      missingKey |= value.missingKey();
      changed |= !Identity.isSame(value.value(), other);
    }
    if (!changed) {
      return new Merge(existing, missingKey);
    }
    existing.fields().forEach(merged::putIfAbsent);
    return new Merge(new JsonObject(merged), missingKey);
  }

  /** For each wanted item the existing one that takes it, or null. */
  static List<@Nullable JsonValue> takers(JsonArray wanted, JsonArray existing) {
    ListMerge merge = new ListMerge(wanted, Leniency.STRICT);
    merge.with(existing);
    return merge.takers();
  }

  /** The one merge key there is: containers, ports and subjects alike. */
  static boolean isSameName(JsonValue own, JsonValue item) {
    return own instanceof JsonObject object
        && item instanceof JsonObject other
        && name(other).filter(name -> name(object).equals(Optional.of(name))).isPresent();
  }

  private static Optional<String> name(JsonObject item) {
    return item.text("name").filter(name -> !name.isEmpty());
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
          new Merge(wanted.equals(existing) ? existing : wanted, false);
    };
  }

  /** The merge of one list: each existing item takes the first wanted items that it satisfies. */
  private static final class ListMerge {
    private final List<JsonValue> wanted;
    private final List<JsonValue> merged;
    private final @Nullable JsonValue[] takers;
    private final Leniency leniency;
    private boolean missingKey;
    private @Nullable OtherNames otherNames;

    ListMerge(JsonArray wanted, Leniency leniency) {
      this.wanted = wanted.items();
      this.merged = new ArrayList<>(wanted.items());
      this.takers = new JsonValue[wanted.items().size()];
      this.leniency = leniency;
    }

    Merge with(JsonArray existing) {
      Map<Printed, Integer> distinct = new LinkedHashMap<>();
      for (JsonValue item : existing.items()) {
        distinct.merge(Printed.of(item, existing.items().size()), 1, Integer::sum);
      }
      distinct.forEach((item, count) -> place(item.value, count));
      if (otherNames != null) {
        missingKey = otherNames.missingKey(leniency);
      }
      return new Merge(isAs(existing) ? existing : new JsonArray(merged), missingKey);
    }

    private boolean isAs(JsonArray existing) {
      boolean same = merged.size() == existing.items().size();
      for (int i = 0; same && i < merged.size(); i++) {
        same = Identity.isSame(merged.get(i), existing.items().get(i));
      }
      return same;
    }

    List<@Nullable JsonValue> takers() {
      List<@Nullable JsonValue> list = new ArrayList<>();
      for (JsonValue taker : takers) {
        list.add(taker);
      }
      return list;
    }

    /** Existing items that no wanted one asks for go to the end. */
    private void place(JsonValue item, int count) {
      for (int i = take(item, count); i < count; i++) {
        merged.add(item);
      }
    }

    private int take(JsonValue item, int most) {
      int count = 0;
      for (int i = 0; i < wanted.size() && count < most; i++) {
        if (takers[i] != null) {
          continue;
        }
        if (hasOtherName(wanted.get(i), item)) {
          continue;
        }
        JsonValue candidate = candidate(wanted.get(i), item);
        Equality equality = Equality.toFirstDifference(candidate, item, leniency);
        missingKey |= equality.missingKey();
        if (isSameName(wanted.get(i), item) || equality.equal()) {
          count++;
          merged.set(i, candidate);
          takers[i] = item;
        }
      }
      return count;
    }

    /**
     * Maps of different names are never equal, so they need not be merged. They may be the last
     * ones looked at, though.
     */
    private boolean hasOtherName(JsonValue own, JsonValue item) {
      if (own instanceof JsonObject object
          && item instanceof JsonObject other
          && object.get("name") instanceof JsonString(String name)
          && other.get("name") instanceof JsonString(String otherName)
          && !name.equals(otherName)
          && !Quantity.isValid(name)) {
        otherNames = new OtherNames(object, other);
        return true;
      }
      return false;
    }

    private JsonValue candidate(JsonValue own, JsonValue item) {
      if (!(item instanceof JsonObject other)) {
        return own.equals(item) ? item : own;
      }
      if (own instanceof JsonObject object) {
        Merge merge = fields(object, other, leniency);
        // Not "or": upstream assigns here, so that the last map looked at decides.
        missingKey = merge.missingKey();
        otherNames = null;
        return merge.value();
      }
      // An existing empty map is taken for whatever is wanted that is no map.
      return JsonObject.EMPTY;
    }
  }

  /** Two maps that were looked at and not merged. */
  private record OtherNames(JsonObject wanted, JsonObject existing) {
    boolean missingKey(Leniency leniency) {
      return fields(wanted, existing, leniency).missingKey();
    }
  }

  /** An item of a list, which is told apart from others by its printed form. */
  private static final class Printed {
    private static final int FEW = 32;
    private static final int BEGINNING = 64;

    private final JsonValue value;
    private final int hash;

    private Printed(JsonValue value, int hash) {
      this.value = value;
      this.hash = hash;
    }

    /** Of few items the beginnings are enough to tell most of them apart. */
    static Printed of(JsonValue value, int items) {
      int characters = items <= FEW ? BEGINNING : Integer.MAX_VALUE;
      return new Printed(value, PrintedHash.of(value, characters));
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Printed printed
          && hash == printed.hash
          && GoText.isAlike(value, printed.value);
    }
  }
}
