package io.openclustermanagement.api.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a manifest or an object.
 *
 * @param kind what sort of mistake it is
 * @param message what is wrong, a sentence
 * @param help what to do about it, a sentence that starts with a verb
 * @param path where it is, a JSON pointer; empty for the object itself
 * @param found the offending value or name as text
 * @param wanted the values or names that would be right, where they can be listed
 * @param position where it is in the file; absent for objects that come from no file
 */
public record Problem(
    Kind kind,
    String message,
    @Nullable String help,
    String path,
    @Nullable String found,
    List<String> wanted,
    @Nullable Position position) {

  /** The sorts of mistakes. */
  public enum Kind {
    /** A field that the kind does not have. */
    UNKNOWN_FIELD,
    /** Text that is not YAML. */
    YAML_SYNTAX,
    /** Bytes that are not UTF-8, or characters that YAML forbids. */
    YAML_ENCODING,
    /** A tab where YAML wants spaces. */
    YAML_TAB,
    /** Aliases that expand to too much, or into themselves. */
    YAML_ALIASES,
    /** Deeper nesting than is read. */
    YAML_NESTING,
    /** A larger file than is read. */
    YAML_TOO_LARGE,
    /** More documents than are read. */
    YAML_TOO_MANY_DOCUMENTS,
    /** A key that comes twice in a map. */
    YAML_DUPLICATE_KEY,
    /** A document that is not an object. */
    MANIFEST_NOT_AN_OBJECT,
    /** An object without apiVersion or kind. */
    MANIFEST_KIND_MISSING,
    /** A kind that its group does not have. */
    MANIFEST_KIND_UNKNOWN,
    /** A version that the kind does not have. */
    MANIFEST_VERSION_UNKNOWN,
    /** A required field that is not there. */
    FIELD_MISSING,
    /** A value of another type than the field takes. */
    FIELD_TYPE,
    /** A text that is none of those allowed. */
    FIELD_ENUM,
    /** A text of another form than the field takes. */
    FIELD_PATTERN,
    /** A number outside of the range. */
    FIELD_RANGE,
    /** A text that is too short or too long. */
    FIELD_LENGTH,
    /** A list with too many or too few items. */
    FIELD_ITEMS,
    /** A text that is not a quantity. */
    FIELD_QUANTITY,
    /** A text that is not a time. */
    FIELD_TIME,
    /** Two items of a list with the same keys. */
    ITEM_DUPLICATE,
    /** Fields that do not go together. */
    FIELD_CONFLICT
  }

  public Problem {
    wanted = List.copyOf(wanted);
  }

  /** A problem that says everything in its message. */
  public static Problem of(Kind kind, String path, String message) {
    return new Problem(kind, message, null, path, null, List.of(), null);
  }

  /** The same with advice. */
  public Problem withHelp(@Nullable String advice) {
    return new Problem(kind, message, advice, path, found, wanted, position);
  }

  /** The same with the offending value. */
  public Problem withFound(String value) {
    return new Problem(kind, message, help, path, value, wanted, position);
  }

  /** The same with the values that would be right. */
  public Problem withWanted(List<String> values) {
    return new Problem(kind, message, help, path, found, values, position);
  }

  /** The same at a position. */
  public Problem at(@Nullable Position where) {
    return new Problem(kind, message, help, path, found, wanted, where);
  }
}
