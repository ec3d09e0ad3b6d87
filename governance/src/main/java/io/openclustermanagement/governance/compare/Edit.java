package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One change of an object.
 *
 * @param operation what is done
 * @param path the JSON pointer of the place in the object as it is; of a list to append to, of the
 *     list
 * @param value what is written; null where something is removed
 * @param found what is there now; null where there is nothing
 */
public record Edit(
    Operation operation, String path, @Nullable JsonValue value, @Nullable JsonValue found) {

  /** What an edit does. */
  public enum Operation {
    /** Writes a field or an item. */
    SET("set"),
    /** Adds an item at the end of a list. */
    APPEND("append"),
    /** Takes a field or an item away. */
    REMOVE("remove");

    private final String wireName;

    Operation(String wireName) {
      this.wireName = wireName;
    }

    /** The name in output. */
    public String wireName() {
      return wireName;
    }
  }

  /** The same for a reader who must not see the values. */
  public Edit withoutValues() {
    return new Edit(operation, path, null, null);
  }
}
