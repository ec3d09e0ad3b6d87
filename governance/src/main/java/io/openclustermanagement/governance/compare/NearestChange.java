package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The smallest change that makes an object what a policy wants: of the ways that are known the one
 * that writes the fewest values, without any edit that is not needed.
 *
 * @param edits in an order in which they can be done one after the other
 */
public record NearestChange(List<Edit> edits) {

  /** A change with more edits is not searched for parts that are not needed. */
  private static final int MAX_EDITS = 200;

  /** Enforcement may have to write twice before an object is stable. */
  private static final int MAX_MERGES = 3;

  public NearestChange {
    edits = List.copyOf(edits);
  }

  /**
   * The smallest change.
   *
   * @param isCompliant whether an object is as it should be
   * @return empty if no change is known that helps
   */
  public static Optional<NearestChange> find(
      JsonObject wanted,
      JsonObject existing,
      Strictness strictness,
      Strictness metadataStrictness,
      Predicate<JsonObject> isCompliant) {
    Search search = new Search(existing, isCompliant);
    return search
        .best(
            List.of(
                EditPlan.of(wanted, existing, strictness, metadataStrictness, true),
                EditPlan.of(wanted, existing, strictness, metadataStrictness, false)))
        .or(() -> search.best(enforced(wanted, existing, strictness, metadataStrictness)));
  }

  /** What enforcement would write, at last the template itself. */
  private static List<List<Edit>> enforced(
      JsonObject wanted,
      JsonObject existing,
      Strictness strictness,
      Strictness metadataStrictness) {
    List<List<Edit>> plans = new ArrayList<>();
    JsonObject written = existing;
    for (int i = 0; i < MAX_MERGES; i++) {
      written = ObjectComparison.compare(wanted, written, strictness, metadataStrictness).merged();
      plans.add(EditPlan.ofFields(written, existing));
    }
    JsonObject whole = new JsonObject(wanted.fields());
    plans.add(EditPlan.ofFields(whole.with("metadata", written.object("metadata")), existing));
    return plans;
  }

  private record Search(JsonObject existing, Predicate<JsonObject> isCompliant) {
    Optional<NearestChange> best(List<List<Edit>> plans) {
      return plans.stream()
          .map(NearestChange::new)
          .filter(change -> isCompliant.test(change.applyTo(existing)))
          .map(change -> change.needed(existing, isCompliant))
          .min(Comparator.comparingInt(NearestChange::size));
    }
  }

  /** The object after the change. */
  public JsonObject applyTo(JsonObject object) {
    return EditedObject.apply(object, edits);
  }

  /** How many values are written or removed. */
  public int size() {
    return edits.stream().mapToInt(NearestChange::size).sum();
  }

  /** The same for a reader who must not see the values. */
  public NearestChange withoutValues() {
    return new NearestChange(edits.stream().map(Edit::withoutValues).toList());
  }

  static int size(Edit edit) {
    return edit.value() == null ? 1 : size(edit.value());
  }

  /** The number of scalars; an empty map or list counts like one. */
  static int size(JsonValue value) {
    return Math.max(
        1,
        switch (value) {
          case JsonObject object ->
              object.fields().values().stream().mapToInt(NearestChange::size).sum();
          case JsonArray(List<JsonValue> items) ->
              items.stream().mapToInt(NearestChange::size).sum();
          default -> 1;
        });
  }

  /** Leaves out edits one by one until none can be left out. */
  private NearestChange needed(JsonObject existing, Predicate<JsonObject> isCompliant) {
    if (edits.size() > MAX_EDITS) {
      return this;
    }
    NearestChange change = this;
    int size;
    do {
      size = change.edits.size();
      change = change.pass(existing, isCompliant);
    } while (change.edits.size() < size);
    return change;
  }

  private NearestChange pass(JsonObject existing, Predicate<JsonObject> isCompliant) {
    List<Edit> kept = new ArrayList<>(edits);
    for (Edit edit : edits) {
      List<Edit> fewer = new ArrayList<>(kept);
      fewer.remove(edit);
      if (isCompliant.test(new NearestChange(fewer).applyTo(existing))) {
        kept = fewer;
      }
    }
    return new NearestChange(kept);
  }
}
