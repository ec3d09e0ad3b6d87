package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.schema.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes visible how the merge of an object pairs the items of its lists. */
public final class Pairings {

  private final List<Pairing> found = new ArrayList<>();

  private Pairings() {}

  /**
   * The pairings of all lists that {@code musthave} compares, outer lists first.
   *
   * @param wanted the object as the policy wants it
   * @param existing the object as it is
   */
  public static List<Pairing> of(JsonObject wanted, JsonObject existing) {
    Pairings pairings = new Pairings();
    pairings.fields(FieldPath.ROOT, wanted, existing);
    return List.copyOf(pairings.found);
  }

  private void value(FieldPath path, JsonValue wanted, @Nullable JsonValue existing) {
    if (wanted instanceof JsonObject object && existing instanceof JsonObject other) {
      fields(path, object, other);
    } else if (wanted instanceof JsonArray list && existing instanceof JsonArray other) {
      lists(path, list, other);
    }
  }

  private void fields(FieldPath path, JsonObject wanted, JsonObject existing) {
    for (Map.Entry<String, JsonValue> each : wanted.fields().entrySet()) {
      value(path.field(each.getKey()), each.getValue(), existing.get(each.getKey()));
    }
  }

  private void lists(FieldPath path, JsonArray wanted, JsonArray existing) {
    int[] partners = partners(wanted, existing);
    for (int i = 0; i < partners.length; i++) {
      JsonValue own = wanted.items().get(i);
      JsonValue other = partners[i] < 0 ? null : existing.items().get(partners[i]);
      found.add(new Pairing(path.pointer(), i, other == null ? null : partners[i], by(own, other)));
    }
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        value(path.item(partners[i]), wanted.items().get(i), existing.items().get(partners[i]));
      }
    }
  }

  private static Pairing.By by(JsonValue wanted, @Nullable JsonValue existing) {
    if (existing == null) {
      return Pairing.By.NONE;
    }
    if (Merge.isSameName(wanted, existing)) {
      return Pairing.By.NAME;
    }
    return GoText.isAlike(wanted, existing) ? Pairing.By.EQUAL : Pairing.By.SUBSET;
  }

  /** For each wanted item the index of the existing one that takes it, or -1. */
  static int[] partners(JsonArray wanted, JsonArray existing) {
    List<@Nullable JsonValue> takers = Merge.takers(wanted, existing);
    boolean[] used = new boolean[existing.items().size()];
    int[] partners = new int[takers.size()];
    for (int i = 0; i < partners.length; i++) {
      partners[i] = indexOf(existing, takers.get(i), used);
    }
    return partners;
  }

  /** Items that print alike are one for the merge; here each of them is used once. */
  private static int indexOf(JsonArray list, @Nullable JsonValue item, boolean[] used) {
    for (int i = 0; item != null && i < used.length; i++) {
      if (!used[i] && GoText.isAlike(item, list.items().get(i))) {
        used[i] = true;
        return i;
      }
    }
    return -1;
  }
}
