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
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.governance.compare.Difference.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a merged value equals the existing one ({@code deeplyEquivalent} in {@code
 * controllers/configurationpolicy_utils.go}): lists in any order, texts as quantities where they
 * are some, everything else by its printed form.
 *
 * @param differences why not, in the order of the merged value; empty if they are equal
 * @param missingKey whether they are equal only because an absent value counts as the zero value
 */
record Equality(List<Difference> differences, boolean missingKey) {

  /** Whether there is no difference. */
  boolean equal() {
    return differences.isEmpty();
  }

  /** Compares two values; {@code null} is an absent one. */
  static Equality of(@Nullable JsonValue merged, @Nullable JsonValue existing, Leniency leniency) {
    return of(FieldPath.ROOT, merged, existing, leniency);
  }

  /** The same with the place of the values, to which differences refer. */
  static Equality of(
      FieldPath path, @Nullable JsonValue merged, @Nullable JsonValue existing, Leniency leniency) {
    Walk walk = new Walk(false);
    walk.values(path, merged, existing, leniency);
    return walk.result();
  }

  /** The same, but of several differences only the first is found. */
  static Equality toFirstDifference(
      @Nullable JsonValue merged, @Nullable JsonValue existing, Leniency leniency) {
    Walk walk = new Walk(true);
    walk.values(FieldPath.ROOT, merged, existing, leniency);
    return walk.result();
  }

  private static final class Walk {
    private final List<Difference> differences = new ArrayList<>();
    private final boolean stopsEarly;
    private boolean missingKey;

    Walk(boolean stopsEarly) {
      this.stopsEarly = stopsEarly;
    }

    Equality result() {
      return new Equality(List.copyOf(differences), missingKey && differences.isEmpty());
    }

    /** The merge hands on what did not change, so that most values are compared by this alone. */
    void values(
        FieldPath path,
        @Nullable JsonValue merged,
        @Nullable JsonValue existing,
        Leniency leniency) {
      if (merged != null && Identity.isSame(merged, existing)) {
        return;
      }
      switch (merged) {
        case JsonObject object -> objects(path, object, existing, leniency);
        case JsonArray list -> topLevelLists(path, list, existing);
        case null -> scalars(path, null, existing, leniency);
        case JsonNull _ -> scalars(path, null, existing, leniency);
        case JsonString _, JsonBoolean _, JsonInteger _, JsonDecimal _ ->
            scalars(path, merged, existing, leniency);
      }
    }

    private void objects(
        FieldPath path, JsonObject merged, @Nullable JsonValue existing, Leniency leniency) {
      if (existing instanceof JsonObject object) {
        fields(path, merged, object, leniency);
      } else {
        report(path, absent(existing) ? Rule.MISSING : Rule.TYPE, merged, existing);
      }
    }

    /**
     * Here upstream hands the two lists over the other way round, so that a surplus zero value of
     * an existing item is no difference, and one of a wanted item is.
     */
    private void topLevelLists(FieldPath path, JsonArray merged, @Nullable JsonValue existing) {
      if (existing instanceof JsonArray list) {
        lists(path, list, merged, true);
      } else if (!merged.items().isEmpty() || !absent(existing)) {
        report(path, absent(existing) ? Rule.MISSING : Rule.TYPE, merged, existing);
      }
    }

    private void scalars(
        FieldPath path,
        @Nullable JsonValue merged,
        @Nullable JsonValue existing,
        Leniency leniency) {
      boolean equal =
          leniency == Leniency.ZERO_IS_ABSENT && absent(merged) != absent(existing)
              ? isZero(absent(merged) ? existing : merged)
              : GoText.of(merged).equals(GoText.of(existing));
      if (!equal) {
        report(path, absent(existing) ? Rule.MISSING : Rule.DIFFERENT, merged, existing);
      }
    }

    private void fields(FieldPath path, JsonObject merged, JsonObject existing, Leniency leniency) {
      int before = differences.size();
      for (Map.Entry<String, JsonValue> field : merged.fields().entrySet()) {
        JsonValue other = existing.get(field.getKey());
        if (!Identity.isSame(field.getValue(), other)) {
          field(path.field(field.getKey()), field.getValue(), other, leniency);
          if (stopsEarly && !differences.isEmpty()) {
            return;
          }
        }
      }
      // With fewer fields than the existing object has, one of those must be surplus.
      if (differences.size() == before && merged.fields().size() < existing.fields().size()) {
        existing.fields().entrySet().stream()
            .filter(field -> merged.get(field.getKey()) == null)
            .forEach(field -> surplus(path, field));
      }
    }

    private void surplus(FieldPath path, Map.Entry<String, JsonValue> field) {
      report(path.field(field.getKey()), Rule.SURPLUS, null, field.getValue());
    }

    private void field(
        FieldPath path, JsonValue merged, @Nullable JsonValue existing, Leniency leniency) {
      switch (merged) {
        case JsonObject object -> objectField(path, object, existing, leniency);
        case JsonArray list -> listField(path, list, existing);
        case JsonString(String text) -> textField(path, text, merged, existing);
        case JsonNull _, JsonBoolean _, JsonInteger _, JsonDecimal _ ->
            scalarField(path, merged, existing);
      }
    }

    private void objectField(
        FieldPath path, JsonObject merged, @Nullable JsonValue existing, Leniency leniency) {
      boolean ignored = leniency == Leniency.ZERO_IS_ABSENT && merged.isEmpty();
      if (existing instanceof JsonObject || !ignored) {
        objects(path, merged, existing, leniency);
      }
    }

    private void listField(FieldPath path, JsonArray merged, @Nullable JsonValue existing) {
      if (existing instanceof JsonArray list) {
        lists(path, merged, list, false);
      } else if (!merged.items().isEmpty()) {
        report(path, absent(existing) ? Rule.MISSING : Rule.TYPE, merged, existing);
      }
    }

    private void textField(
        FieldPath path, String text, JsonValue merged, @Nullable JsonValue existing) {
      if (existing instanceof JsonString(String same) && same.equals(text)) {
        return;
      }
      if (!Quantity.isValid(text)) {
        if (existing == null || !GoText.of(existing).equals(text)) {
          report(path, existing == null ? Rule.MISSING : Rule.DIFFERENT, merged, existing);
        }
      } else if (!(existing instanceof JsonString(String other))) {
        report(path, absent(existing) ? Rule.MISSING : Rule.NOT_A_QUANTITY, merged, existing);
      } else if (!Quantity.isValid(other)
          || new Quantity(text).compareTo(new Quantity(other)) != 0) {
        report(path, Rule.QUANTITY, merged, existing);
      }
    }

    private void scalarField(FieldPath path, JsonValue merged, @Nullable JsonValue existing) {
      if (absent(existing) && !absent(merged) && isZero(merged)) {
        missingKey = true;
      } else if (!GoText.of(merged).equals(GoText.of(existing))) {
        report(path, absent(existing) ? Rule.MISSING : Rule.DIFFERENT, merged, existing);
      }
    }

    /** Both lists in the order of their printed items, then item by item. */
    private void lists(FieldPath path, JsonArray left, JsonArray right, boolean leftExists) {
      if (left.items().size() != right.items().size()) {
        report(path, Rule.LENGTH, leftExists ? right : left, leftExists ? left : right);
        return;
      }
      if (isInPlace(left.items(), right.items())) {
        return;
      }
      IdentityHashMap<JsonValue, String> printed = new IdentityHashMap<>();
      List<JsonValue> ours = sorted(left, printed);
      List<JsonValue> theirs = sorted(right, printed);
      for (int i = 0; i < ours.size(); i++) {
        JsonValue own = ours.get(i);
        JsonValue other = theirs.get(i);
        if (!isSameItem(own, other)) {
          report(
              path.item((leftExists ? right : left).items().indexOf(leftExists ? other : own)),
              Rule.ITEM,
              leftExists ? other : own,
              leftExists ? own : other);
          return;
        }
      }
    }

    /** Whether the items are the very same ones in the same order. */
    private static boolean isInPlace(List<JsonValue> left, List<JsonValue> right) {
      for (int i = 0; i < left.size(); i++) {
        if (!Identity.isSame(left.get(i), right.get(i))) {
          return false;
        }
      }
      return true;
    }

    private boolean isSameItem(JsonValue merged, JsonValue existing) {
      if (Identity.isSame(merged, existing)) {
        return true;
      }
      if (existing instanceof JsonObject object) {
        return merged instanceof JsonObject own && isSameObject(own, object);
      }
      return GoText.of(merged).equals(GoText.of(existing));
    }

    private boolean isSameObject(JsonObject merged, JsonObject existing) {
      Walk walk = new Walk(true);
      walk.fields(FieldPath.ROOT, merged, existing, Leniency.ZERO_IS_ABSENT);
      missingKey |= walk.missingKey;
      return walk.differences.isEmpty();
    }

    private void report(
        FieldPath path, Rule rule, @Nullable JsonValue wanted, @Nullable JsonValue found) {
      differences.add(new Difference(path.pointer(), rule, wanted, found));
    }

    /** Most items of the two lists are the very same ones, which are printed once. */
    private static List<JsonValue> sorted(
        JsonArray list, IdentityHashMap<JsonValue, String> printed) {
      list.items().forEach(item -> printed.computeIfAbsent(item, GoText::sorted));
      return list.items().stream().sorted(Comparator.comparing(printed::get)).toList();
    }

    private static boolean absent(@Nullable JsonValue value) {
      return value == null || value instanceof JsonNull;
    }

    /** The zero value of its type, for which Go omits a field. */
    private static boolean isZero(@Nullable JsonValue value) {
      return switch (value) {
        case null -> true;
        case JsonNull _ -> true;
        case JsonString(String text) -> text.isEmpty();
        case JsonBoolean(boolean bool) -> !bool;
        case JsonInteger(long number) -> number == 0;
        case JsonDecimal(double number) -> number == 0;
        case JsonArray(List<JsonValue> items) -> items.isEmpty();
        case JsonObject object -> object.isEmpty();
      };
    }
  }
}
