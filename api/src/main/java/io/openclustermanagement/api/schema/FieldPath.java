package io.openclustermanagement.api.schema;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in an object. Rendered only when it is reported.
 *
 * @param parent the path of the value that holds this one; absent for the object itself
 * @param token the name of a field, the key of a map or the index of an item
 */
public record FieldPath(@Nullable FieldPath parent, Object token) {
  /** The object itself. */
  public static final FieldPath ROOT = new FieldPath(null, "");

  /** A field or an entry of a map. */
  public FieldPath field(String name) {
    return new FieldPath(this, name);
  }

  /** An item of a list. */
  public FieldPath item(int index) {
    return new FieldPath(this, index);
  }

  /** As a JSON pointer (RFC 6901). */
  public String pointer() {
    StringBuilder text = new StringBuilder();
    appendPointer(text);
    return text.toString();
  }

  /** One step of a JSON pointer: the name of a field or the key of a map, escaped. */
  public static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** As people write it: {@code spec.tolerations[0].key}. */
  public String dotted() {
    StringBuilder text = new StringBuilder();
    appendDotted(text);
    return text.toString();
  }

  private void appendPointer(StringBuilder text) {
    if (parent != null) {
      parent.appendPointer(text);
      text.append('/').append(escape(token.toString()));
    }
  }

  private void appendDotted(StringBuilder text) {
    if (parent == null) {
      return;
    }
    parent.appendDotted(text);
    if (token instanceof Integer) {
      text.append('[').append(token).append(']');
    } else if (isPlain(token.toString())) {
      text.append(text.isEmpty() ? "" : ".").append(Words.shorten(token.toString()));
    } else {
      text.append('[').append(Words.shorten(token.toString())).append(']');
    }
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }
}
