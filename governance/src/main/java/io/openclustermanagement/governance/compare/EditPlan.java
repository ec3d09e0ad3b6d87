package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.governance.compare.Edit.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Edits that lead from an object to what is wanted, value by value. Some may not be needed: {@link
 * NearestChange} tries.
 */
final class EditPlan {
  private static final Set<String> NEVER_EDITED = Set.of("apiVersion", "kind", "metadata");
  private static final Set<String> KEPT = Set.of("apiVersion", "kind", "metadata", "status");

  private final List<Edit> edits = new ArrayList<>();
  private final boolean altersItems;

  private EditPlan(boolean altersItems) {
    this.altersItems = altersItems;
  }

  /**
   * The edits.
   *
   * @param altersItems whether an item without a name may be changed to one that is wanted, if that
   *     takes fewer values than to append the wanted one
   */
  static List<Edit> of(
      JsonObject wanted,
      JsonObject existing,
      Strictness strictness,
      Strictness metadataStrictness,
      boolean altersItems) {
    EditPlan plan = new EditPlan(altersItems);
    plan.metadata(wanted.object("metadata"), existing.object("metadata"), metadataStrictness);
    boolean isSecret = existing.text("kind").filter("Secret"::equals).isPresent();
    for (Map.Entry<String, JsonValue> each : wanted.fields().entrySet()) {
      FieldPath path = FieldPath.ROOT.field(each.getKey());
      if (isSecret && each.getKey().equals("stringData")) {
        plan.stringData(each.getValue(), existing);
      } else if (!NEVER_EDITED.contains(each.getKey())) {
        plan.value(path, each.getValue(), existing.get(each.getKey()), strictness);
      }
    }
    if (strictness == Strictness.EXACT) {
      plan.removeSurplus(FieldPath.ROOT, wanted, existing, KEPT);
    }
    return EditedObject.inOrder(plan.edits);
  }

  /** Whole fields, as enforcement writes them. */
  static List<Edit> ofFields(JsonObject target, JsonObject existing) {
    EditPlan plan = new EditPlan(false);
    target
        .fields()
        .forEach(
            (name, value) -> {
              if (!value.equals(existing.get(name))) {
                plan.add(Operation.SET, FieldPath.ROOT.field(name), value, existing.get(name));
              }
            });
    plan.removeSurplus(FieldPath.ROOT, target, existing, KEPT);
    return EditedObject.inOrder(plan.edits);
  }

  private void metadata(JsonObject wanted, JsonObject existing, Strictness strictness) {
    FieldPath path = FieldPath.ROOT.field("metadata");
    for (String name : List.of("labels", "annotations")) {
      JsonValue own = wanted.get(name);
      if (own != null) {
        value(path.field(name), own, existing.get(name), strictness);
      }
    }
  }

  /** The server keeps the texts in base64, and they have to be all that the Secret has. */
  private void stringData(JsonValue wanted, JsonObject existing) {
    Map<String, JsonValue> encoded = new LinkedHashMap<>();
    if (wanted instanceof JsonObject(Map<String, JsonValue> texts)) {
      texts.forEach(
          (key, text) -> {
            byte[] bytes = GoText.of(text).getBytes(StandardCharsets.UTF_8);
            encoded.put(key, new JsonString(Base64.getEncoder().encodeToString(bytes)));
          });
    }
    JsonObject data = new JsonObject(encoded);
    value(FieldPath.ROOT.field("data"), data, existing.get("data"), Strictness.EXACT);
  }

  private void value(
      FieldPath path, JsonValue wanted, @Nullable JsonValue existing, Strictness strictness) {
    if (wanted instanceof JsonObject object && existing instanceof JsonObject other) {
      fields(path, object, other, strictness);
    } else if (wanted instanceof JsonArray list && existing instanceof JsonArray other) {
      lists(path, list, other, strictness);
    } else if (!isMet(wanted, existing, strictness)) {
      add(Operation.SET, path, withoutNulls(wanted), existing);
    }
  }

  /** Where it is not sure it says no, because an edit that is not needed is found out later. */
  private static boolean isMet(
      JsonValue wanted, @Nullable JsonValue existing, Strictness strictness) {
    if (wanted instanceof JsonNull) {
      return existing == null
          || existing instanceof JsonNull
          || (strictness == Strictness.AT_LEAST && existing instanceof JsonObject);
    }
    boolean isScalar = !(wanted instanceof JsonObject || wanted instanceof JsonArray);
    return existing != null
        && isScalar
        && GoText.isAlike(wanted, existing)
        && isEqualField(wanted, existing);
  }

  private static boolean isEqualField(JsonValue wanted, JsonValue existing) {
    return Equality.toFirstDifference(
            new JsonObject(Map.of("value", wanted)),
            new JsonObject(Map.of("value", existing)),
            Leniency.STRICT)
        .equal();
  }

  private void fields(
      FieldPath path, JsonObject wanted, JsonObject existing, Strictness strictness) {
    for (Map.Entry<String, JsonValue> each : wanted.fields().entrySet()) {
      value(path.field(each.getKey()), each.getValue(), existing.get(each.getKey()), strictness);
    }
    if (strictness == Strictness.EXACT) {
      removeSurplus(path, wanted, existing, Set.of());
    }
  }

  private void removeSurplus(
      FieldPath path, JsonObject wanted, JsonObject existing, Set<String> kept) {
    existing
        .fields()
        .forEach(
            (name, value) -> {
              if (wanted.get(name) == null && !kept.contains(name)) {
                add(Operation.REMOVE, path.field(name), null, value);
              }
            });
  }

  private void lists(FieldPath path, JsonArray wanted, JsonArray existing, Strictness strictness) {
    int[] partners =
        strictness == Strictness.EXACT
            ? equalPartners(wanted, existing)
            : Pairings.partners(wanted, existing);
    boolean[] used = new boolean[existing.items().size()];
    for (int partner : partners) {
      if (partner >= 0) {
        used[partner] = true;
      }
    }
    for (int i = 0; i < partners.length; i++) {
      item(path, wanted.items().get(i), existing, partners[i], used, strictness);
    }
    for (int i = 0; strictness == Strictness.EXACT && i < used.length; i++) {
      if (!used[i]) {
        add(Operation.REMOVE, path.item(i), null, existing.items().get(i));
      }
    }
  }

  private void item(
      FieldPath path,
      JsonValue wanted,
      JsonArray existing,
      int partner,
      boolean[] used,
      Strictness strictness) {
    int chosen = partner >= 0 ? partner : nearest(wanted, existing, used, strictness);
    if (chosen < 0) {
      add(Operation.APPEND, path, withoutNulls(wanted), null);
    } else {
      used[chosen] = true;
      value(path.item(chosen), wanted, existing.items().get(chosen), strictness);
    }
  }

  /** The free item that becomes the wanted one with the fewest values, if they are few enough. */
  private int nearest(JsonValue wanted, JsonArray existing, boolean[] used, Strictness strictness) {
    int best = -1;
    int least = NearestChange.size(wanted);
    for (int i = 0; i < used.length; i++) {
      JsonValue item = existing.items().get(i);
      if (used[i] || !mayBecome(wanted, item)) {
        continue;
      }
      EditPlan trial = new EditPlan(altersItems);
      trial.value(FieldPath.ROOT, wanted, item, strictness);
      int size = trial.edits.stream().mapToInt(NearestChange::size).sum();
      if (size < least) {
        least = size;
        best = i;
      }
    }
    return best;
  }

  /** Nobody wants an item to be renamed. */
  private boolean mayBecome(JsonValue wanted, JsonValue item) {
    if (!(wanted instanceof JsonObject own) || !(item instanceof JsonObject other)) {
      return false;
    }
    return Merge.isSameName(own, other)
        || (altersItems && own.get("name") == null && other.get("name") == null);
  }

  private static int[] equalPartners(JsonArray wanted, JsonArray existing) {
    boolean[] used = new boolean[existing.items().size()];
    int[] partners = new int[wanted.items().size()];
    for (int i = 0; i < partners.length; i++) {
      partners[i] = -1;
      for (int j = 0; j < used.length && partners[i] < 0; j++) {
        if (!used[j] && isEqualItem(wanted.items().get(i), existing.items().get(j))) {
          used[j] = true;
          partners[i] = j;
        }
      }
    }
    return partners;
  }

  private static boolean isEqualItem(JsonValue wanted, JsonValue existing) {
    return isEqualField(new JsonArray(List.of(wanted)), new JsonArray(List.of(existing)));
  }

  /** An API server keeps no null. */
  private static JsonValue withoutNulls(JsonValue value) {
    return switch (value) {
      case JsonObject(Map<String, JsonValue> fields) -> {
        Map<String, JsonValue> kept = new LinkedHashMap<>();
        fields.forEach(
            (name, each) -> {
              if (!(each instanceof JsonNull)) {
                kept.put(name, withoutNulls(each));
              }
            });
        yield new JsonObject(kept);
      }
      case JsonArray(List<JsonValue> items) ->
          new JsonArray(items.stream().map(EditPlan::withoutNulls).toList());
      default -> value;
    };
  }

  private void add(
      Operation operation, FieldPath path, @Nullable JsonValue value, @Nullable JsonValue found) {
    edits.add(new Edit(operation, path.pointer(), value, found));
  }
}
