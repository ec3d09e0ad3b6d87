package io.openclustermanagement.placement.cel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code format} of the strings extension ({@code ext/formatting_v2.go}). */
final class StringFormat {
  private static final int DEFAULT_PRECISION = 6;
  private static final int LARGEST_PRECISION = 1_000;

  private final String template;
  private int at;

  private StringFormat(String template) {
    this.template = template;
  }

  /** A place in a template that takes an argument. */
  record Clause(char verb, int precision) {}

  /** A piece of a template: a literal text, a clause, or what is wrong with the rest. */
  sealed interface Piece {
    record Literal(String text) implements Piece {}

    record Argument(Clause clause) implements Piece {}

    record Invalid(String problem) implements Piece {}
  }

  /** Cuts a template into pieces; after an invalid one nothing follows. */
  static List<Piece> parse(String template) {
    return new StringFormat(template).pieces();
  }

  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    while (at < template.length()) {
      int percent = template.indexOf('%', at);
      int end = percent < 0 ? template.length() : percent;
      if (end > at) {
        pieces.add(new Piece.Literal(template.substring(at, end)));
      }
      at = end;
      if (percent >= 0) {
        pieces.add(clause());
        if (pieces.getLast() instanceof Piece.Invalid) {
          return pieces;
        }
      }
    }
    return pieces;
  }

  private Piece clause() {
    if (++at == template.length()) {
      return new Piece.Invalid("unexpected end of string");
    }
    if (template.charAt(at) == '%') {
      at++;
      return new Piece.Literal("%");
    }
    int precision = template.charAt(at) == '.' ? precision() : DEFAULT_PRECISION;
    if (precision < 0) {
      return new Piece.Invalid("could not parse formatting clause: error while parsing precision");
    }
    char verb = template.charAt(at++);
    return "sdfebxXo".indexOf(verb) >= 0
        ? new Piece.Argument(new Clause(verb, precision))
        : new Piece.Invalid(
            "could not parse formatting clause: unrecognized formatting clause \"%s\""
                .formatted(verb));
  }

  private int precision() {
    int start = ++at;
    while (at < template.length() && template.charAt(at) >= '0' && template.charAt(at) <= '9') {
      at++;
    }
    boolean number = at > start && at < template.length() && at - start <= 4;
    return number ? Integer.parseInt(template, start, at, 10) : -1;
  }

  /** The template with its clauses replaced, or an {@link EvaluationError}. */
  static Object format(Evaluation evaluation, String template, List<?> arguments) {
    evaluation.work(template.length());
    StringBuilder text = new StringBuilder();
    int index = 0;
    for (Piece piece : parse(template)) {
      switch (piece) {
        case Piece.Literal literal -> text.append(literal.text());
        case Piece.Invalid invalid -> {
          return new EvaluationError(invalid.problem());
        }
        case Piece.Argument argument -> {
          if (index >= arguments.size()) {
            return new EvaluationError("index %d out of range".formatted(index));
          }
          Object value = arguments.get(index++);
          String part = print(evaluation, argument.clause(), value);
          if (part == null) {
            return new EvaluationError(
                "error during formatting: %%%s cannot print a value of type %s"
                    .formatted(argument.clause().verb(), Values.typeOf(value)));
          }
          text.append(part);
        }
      }
    }
    return text.toString();
  }

  private static @Nullable String print(Evaluation evaluation, Clause clause, Object value) {
    evaluation.work(1L + clause.precision());
    return switch (clause.verb()) {
      case 's' -> text(evaluation, value);
      case 'd' -> value instanceof Double d ? GoFormat.decimal(d) : integer(value, 10);
      case 'f' -> real(value, clause.precision(), false);
      case 'e' -> real(value, clause.precision(), true);
      case 'b' -> value instanceof Boolean b ? (b ? "1" : "0") : integer(value, 2);
      case 'o' -> integer(value, 8);
      case 'x' -> hexadecimal(evaluation, value, HexFormat.of());
      default -> hexadecimal(evaluation, value, HexFormat.of().withUpperCase());
    };
  }

  private static @Nullable String integer(Object value, int radix) {
    return switch (value) {
      case Long l -> Long.toString(l, radix);
      case Uint u -> Long.toUnsignedString(u.bits(), radix);
      default -> null;
    };
  }

  private static @Nullable String real(Object value, int precision, boolean scientific) {
    // [Q] Go prints an integer with %f or %e as an error note, and upstream passes it on.
    if (value instanceof Long || value instanceof Uint) {
      String verb = scientific ? "%!e" : "%!f";
      return "%s(%s=%s)"
          .formatted(verb, value instanceof Long ? "int64" : "uint64", padded(value, precision));
    }
    if (!(value instanceof Double d) || precision > LARGEST_PRECISION) {
      return null;
    }
    if (Double.isNaN(d) || Double.isInfinite(d)) {
      return GoFormat.decimal(d);
    }
    return scientific ? GoFormat.scientific(d, precision) : GoFormat.fixed(d, precision);
  }

  private static String padded(Object integer, int precision) {
    String text = integer.toString();
    String sign = text.startsWith("-") ? "-" : "";
    String digits = text.substring(sign.length());
    if (precision == 0 && digits.equals("0")) {
      return "";
    }
    return sign + "0".repeat(Math.max(0, precision - digits.length())) + digits;
  }

  private static @Nullable String hexadecimal(
      Evaluation evaluation, Object value, HexFormat format) {
    return switch (value) {
      case Long l -> signedHexadecimal(l, format);
      case Uint u -> upper(Long.toHexString(u.bits()), format);
      case String s -> {
        evaluation.work(2L * s.length());
        yield format.formatHex(s.getBytes(StandardCharsets.UTF_8));
      }
      case Bytes b -> {
        evaluation.work(2L * b.octets().length);
        yield format.formatHex(b.octets());
      }
      default -> null;
    };
  }

  private static String signedHexadecimal(long value, HexFormat format) {
    return upper(Long.toString(value, 16), format);
  }

  private static String upper(String digits, HexFormat format) {
    return format.isUpperCase() ? digits.toUpperCase(Locale.ROOT) : digits;
  }

  private static @Nullable String text(Evaluation evaluation, Object value) {
    String text =
        switch (value) {
          case String s -> s;
          case Boolean b -> b.toString();
          case Long l -> l.toString();
          case Uint u -> u.toString();
          case Double d -> GoFormat.decimal(d);
          case Bytes b -> b.toString();
          case Duration d -> GoFormat.duration(d);
          case Timestamp t -> new Timestamp(t.instant(), 0).toString();
          case NullValue n -> "null";
          case TypeValue t -> t.name();
          case List<?> list -> list(evaluation, list);
          case Map<?, ?> map -> map(evaluation, map);
          default -> null;
        };
    evaluation.work(text == null ? 0 : text.length());
    return text;
  }

  private static @Nullable String list(Evaluation evaluation, List<?> list) {
    List<String> parts = new ArrayList<>();
    for (Object element : list) {
      String part = text(evaluation, element);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return "[" + String.join(", ", parts) + "]";
  }

  private static @Nullable String map(Evaluation evaluation, Map<?, ?> map) {
    List<Map.Entry<String, String>> entries = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = text(evaluation, entry.getKey());
      String value = text(evaluation, entry.getValue());
      if (key == null || value == null) {
        return null;
      }
      entries.add(Map.entry(key, value));
    }
    entries.sort(Map.Entry.comparingByKey());
    List<String> parts = new ArrayList<>();
    entries.forEach(entry -> parts.add(entry.getKey() + ": " + entry.getValue()));
    return "{" + String.join(", ", parts) + "}";
  }
}
