package io.openclustermanagement.api.schema;

import io.openclustermanagement.api.schema.Problem.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The limits that the API server holds values to, besides their type. Each check finds at most one
 * problem: a text that is too long is not matched against its pattern as well.
 */
public final class Checks {
  private Checks() {}

  /** Length, pattern and format of a text. */
  public static @Nullable Problem text(Schema.StringType type, String value, FieldPath path) {
    if (type.minLength() != null || type.maxLength() != null) {
      Problem problem = length(type, value.codePointCount(0, value.length()), path);
      if (problem != null) {
        return problem.withFound(value);
      }
    }
    if (type.format().equals("byte") && !isBase64(value)) {
      return Problem.of(
              Kind.FIELD_PATTERN, path.pointer(), is(path, value) + ", which is not base64.")
          .withHelp("Use the output of `base64`.")
          .withFound(value);
    }
    return pattern(type.pattern(), value, path);
  }

  /** The form of the text of a number or text. */
  public static @Nullable Problem pattern(@Nullable Regex pattern, String value, FieldPath path) {
    if (pattern == null || pattern.matches(value)) {
      return null;
    }
    return Problem.of(
            Kind.FIELD_PATTERN, path.pointer(), is(path, value) + ", which has the wrong form.")
        .withHelp("Use " + Patterns.describe(pattern.source()) + ".")
        .withFound(value)
        .withWanted(List.of(pattern.source()));
  }

  /** The form of the key of a map. */
  public static @Nullable Problem key(@Nullable Regex pattern, String key, FieldPath path) {
    if (pattern == null || pattern.matches(key)) {
      return null;
    }
    return Problem.of(
            Kind.FIELD_PATTERN,
            path.pointer(),
            "The key %s has the wrong form.".formatted(Words.quote(key)))
        .withHelp("Use " + Patterns.describe(pattern.source()) + ".")
        .withFound(key)
        .withWanted(List.of(pattern.source()));
  }

  /** The range of an integer. */
  public static @Nullable Problem range(Schema.IntegerType type, long value, FieldPath path) {
    if (value >= type.lowest() && value <= type.highest()) {
      return null;
    }
    return outOfRange(type, Long.toString(value), path);
  }

  /** An integer that is out of range, as text because it may not fit into 64 bits. */
  public static Problem outOfRange(Schema.IntegerType type, String value, FieldPath path) {
    String range =
        type.minimum() != null && type.maximum() == null
            ? "at least " + type.minimum()
            : type.lowest() + " to " + type.highest();
    return Problem.of(
            Kind.FIELD_RANGE,
            path.pointer(),
            "`%s` is %s, but takes %s.".formatted(path.dotted(), Words.shorten(value), range))
        .withFound(value);
  }

  /** A text that is none of the constants. */
  public static Problem notInEnum(Schema.EnumType type, String value, FieldPath path) {
    List<String> names = type.names();
    return Problem.of(
            Kind.FIELD_ENUM,
            path.pointer(),
            "%s, but takes only %s.".formatted(is(path, value), Words.anyOf(names)))
        .withHelp(
            Suggestions.nearest(value, names)
                .map(name -> "Use " + Words.quote(name) + ".")
                .orElse(null))
        .withFound(value)
        .withWanted(names);
  }

  /** The number of items of a list, and that no two have the same keys. */
  public static List<Problem> items(Schema.ArrayType type, List<?> items, FieldPath path) {
    List<Problem> problems = new ArrayList<>();
    if (type.minItems() != null && items.size() < type.minItems()) {
      problems.add(count(items, "at least", type.minItems(), path));
    }
    if (type.maxItems() != null && items.size() > type.maxItems()) {
      problems.add(count(items, "at most", type.maxItems(), path));
    }
    if (!type.mapKeys().isEmpty() && type.items() instanceof Schema.ObjectType object) {
      duplicates(type, object, items, path, problems);
    }
    return problems;
  }

  private static Problem count(List<?> items, String bound, long limit, FieldPath path) {
    String found = items.isEmpty() ? "no items" : Words.count(items.size(), "item");
    String message = "`%s` has %s, but takes %s %s.";
    return Problem.of(
            Kind.FIELD_ITEMS,
            path.pointer(),
            message.formatted(path.dotted(), found, bound, Words.number(limit)))
        .withFound(Integer.toString(items.size()));
  }

  private static void duplicates(
      Schema.ArrayType type,
      Schema.ObjectType object,
      List<?> items,
      FieldPath path,
      List<Problem> problems) {
    Set<List<@Nullable Object>> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Record item) {
        List<@Nullable Object> key = new ArrayList<>();
        for (String name : type.mapKeys()) {
          Field field = object.byName().get(name);
          key.add(field == null ? null : field.get(item));
        }
        if (!seen.add(key)) {
          problems.add(duplicate(type.mapKeys(), key, path.item(i)));
        }
      }
    }
  }

  private static Problem duplicate(List<String> names, List<@Nullable Object> key, FieldPath path) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      parts.add("%s %s".formatted(names.get(i), Words.quote(String.valueOf(key.get(i)))));
    }
    String keys = String.join(" and ", parts);
    return Problem.of(
            Kind.ITEM_DUPLICATE,
            path.pointer(),
            "`%s` repeats the %s.".formatted(path.dotted(), keys))
        .withHelp("Remove one of the two items.")
        .withFound(keys);
  }

  private static @Nullable Problem length(Schema.StringType type, int length, FieldPath path) {
    Long least = type.minLength();
    Long most = type.maxLength();
    if (most != null && length > most) {
      return wrongLength(path, length, "at most " + Words.number(most));
    }
    if (least != null && length < least) {
      return wrongLength(path, length, "at least " + Words.number(least));
    }
    return null;
  }

  private static Problem wrongLength(FieldPath path, int length, String wanted) {
    return Problem.of(
        Kind.FIELD_LENGTH,
        path.pointer(),
        "`%s` has %s, but takes %s."
            .formatted(path.dotted(), Words.count(length, "character"), wanted));
  }

  /** Base64 with padding; Go's decoder takes line breaks anywhere. */
  private static boolean isBase64(String value) {
    int digits = 0;
    int padding = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '=') {
        padding++;
      } else if (c != '\n' && c != '\r') {
        boolean digit = c < 0x80 && Character.isLetterOrDigit(c) || c == '+' || c == '/';
        if (!digit || padding > 0) {
          return false;
        }
        digits++;
      }
    }
    return padding <= 2 && (digits + padding) % 4 == 0;
  }

  private static String is(FieldPath path, String value) {
    return value.isEmpty()
        ? "`%s` is the empty text".formatted(path.dotted())
        : "`%s` is %s".formatted(path.dotted(), Words.quote(value));
  }
}
