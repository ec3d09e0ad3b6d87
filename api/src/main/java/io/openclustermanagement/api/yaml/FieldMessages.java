package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.schema.Field;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Problem.Kind;
import io.openclustermanagement.api.schema.Schema;
import io.openclustermanagement.api.schema.Suggestions;
import io.openclustermanagement.api.schema.Words;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for values and fields that are wrong in a file. */
final class FieldMessages {
  private static final int FEW = 8;

  private FieldMessages() {}

  static Problem unknownField(String kind, String name, Collection<String> known, FieldPath path) {
    String help =
        Suggestions.nearest(name, known)
            .map(near -> "Write `" + near + "`.")
            .orElseGet(
                () -> known.size() <= FEW ? "Use " + Words.anyOf(List.copyOf(known)) + "." : null);
    return Problem.of(
            Kind.UNKNOWN_FIELD,
            path.pointer(),
            "%s has no field `%s`.".formatted(kind, path.dotted()))
        .withHelp(help)
        .withFound(name)
        .withWanted(List.copyOf(known));
  }

  static Problem missing(Field field, FieldPath path) {
    return missing(field.name(), field.schema().noun(), path);
  }

  static Problem missing(String name, String noun, FieldPath path) {
    return Problem.of(
            Kind.FIELD_MISSING,
            path.pointer(),
            "The required field `%s` is missing.".formatted(path.dotted()))
        .withHelp("Add `%s` with %s.".formatted(name, noun));
  }

  static Problem duplicateKey(String name, int firstLine, FieldPath path) {
    return Problem.of(
            Kind.YAML_DUPLICATE_KEY,
            path.pointer(),
            "The key %s is on line %d already.".formatted(Words.quote(name), firstLine))
        .withHelp("Remove one of the two.")
        .withFound(name);
  }

  static Problem wrongType(Schema wanted, YamlNode node, FieldPath path) {
    String message = "`%s` is %s, but takes %s.";
    Problem problem =
        Problem.of(
                Kind.FIELD_TYPE,
                path.pointer(),
                message.formatted(path.dotted(), found(node), wanted.noun()))
            .withHelp(help(wanted, node));
    return node instanceof YamlNode.Scalar scalar ? problem.withFound(scalar.text()) : problem;
  }

  /** What a value is, with its article. */
  static String found(YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping map -> "a map";
      case YamlNode.Sequence list -> "a list";
      case YamlNode.Scalar scalar -> {
        Object value = Scalars.value(scalar);
        String text = Words.quote(scalar.text());
        yield value == Scalars.NULL
            ? "empty"
            : value instanceof String
                ? scalar.text().isEmpty() ? "the empty text" : "the text " + text
                : value instanceof Boolean
                    ? "the boolean " + text
                    : value instanceof Double ? "the number " + text : "the integer " + text;
      }
    };
  }

  private static @Nullable String help(Schema wanted, YamlNode node) {
    return switch (wanted) {
      case Schema.StringType type -> quotes(node);
      case Schema.EnumType type ->
          type.names().contains(text(node))
              ? quotes(node)
              : "Write " + Words.anyOf(type.names()) + ".";
      case Schema.IntegerType type -> unquote(node, Scalars.plain(text(node)) instanceof Long);
      case Schema.BooleanType type -> unquote(node, Scalars.plain(text(node)) instanceof Boolean);
      case Schema.DateTimeType type -> "Write it like `2026-01-31T12:00:00Z`.";
      case Schema.QuantityType type -> "Write it like `500m`, `2` or `8Gi`.";
      case Schema.IntOrStringType type -> quotes(node);
      case Schema.ArrayType type -> "Write each item on a line that starts with `- `.";
      case Schema.MapType type -> "Write lines of the form `key: value`.";
      case Schema.JsonType type -> "Write lines of the form `key: value`.";
      case Schema.ObjectType type ->
          "Use " + Words.anyOf(List.copyOf(type.byName().keySet())) + ".";
    };
  }

  private static @Nullable String quotes(YamlNode node) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      return null;
    }
    Object value = Scalars.value(scalar);
    if (value == Scalars.NULL) {
      return "Write `\"\"` for the empty text.";
    }
    boolean notText = value instanceof Boolean || value instanceof Number;
    return notText ? "Put it in quotes: `\"%s\"`.".formatted(scalar.text()) : null;
  }

  private static @Nullable String unquote(YamlNode node, boolean fits) {
    return fits && node instanceof YamlNode.Scalar scalar && !scalar.plain()
        ? "Remove the quotes."
        : null;
  }

  private static String text(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }
}
