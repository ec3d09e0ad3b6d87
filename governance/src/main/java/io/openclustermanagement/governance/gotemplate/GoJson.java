package io.openclustermanagement.governance.gotemplate;

import io.openclustermanagement.governance.compare.GoText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Values as JSON ({@code encoding/json}). */
public final class GoJson {
  private static final String RFC_3339 = "2006-01-02T15:04:05.999999999Z07:00";

  private final StringBuilder text = new StringBuilder();
  private final boolean escapesHtml;
  private final String indent;

  private GoJson(boolean escapesHtml, String indent) {
    this.escapesHtml = escapesHtml;
    this.indent = indent;
  }

  /** {@code json.Marshal}, which escapes what HTML could take for a tag. */
  public static String of(GoValue value) {
    return new GoJson(true, "").write(value);
  }

  /** The same without escaping for HTML. */
  public static String raw(GoValue value) {
    return new GoJson(false, "").write(value);
  }

  /** {@code json.MarshalIndent} with two spaces. */
  public static String pretty(GoValue value) {
    return new GoJson(true, "  ").write(value);
  }

  private String write(GoValue value) {
    value(value, 0);
    return text.toString();
  }

  private void value(GoValue value, int depth) {
    GoValues.checkSize(text.length(), depth);
    switch (value) {
      case GoValue.Nil _ -> text.append("null");
      case GoValue.Bool(boolean bool) -> text.append(bool);
      case GoValue.Int(long number, _) -> text.append(number);
      case GoValue.Decimal(double number) -> text.append(number(number));
      case GoValue.Text(String string) -> string(string);
      case GoValue.Sequence list when list.isNil() -> text.append("null");
      case GoValue.Sequence list -> list(list.items(), depth);
      case GoValue.Mapping map when map.isNil() -> text.append("null");
      case GoValue.Mapping map -> fields(map.entries(), depth);
      case GoValue.Struct(_, Map<String, GoValue> fields) -> fields(fields, depth);
      case GoValue.Time(var time) -> string(TimeLayout.format(time, RFC_3339));
      case GoValue.Instance instance -> string(instance.print());
    }
  }

  private void list(List<GoValue> items, int depth) {
    text.append('[');
    for (int i = 0; i < items.size(); i++) {
      text.append(i > 0 ? "," : "");
      newLine(depth + 1);
      value(items.get(i), depth + 1);
    }
    if (!items.isEmpty()) {
      newLine(depth);
    }
    text.append(']');
  }

  private void fields(Map<String, GoValue> fields, int depth) {
    text.append('{');
    boolean first = true;
    for (Map.Entry<String, GoValue> field : fields.entrySet()) {
      text.append(first ? "" : ",");
      newLine(depth + 1);
      string(field.getKey());
      text.append(indent.isEmpty() ? ":" : ": ");
      value(field.getValue(), depth + 1);
      first = false;
    }
    if (!first) {
      newLine(depth);
    }
    text.append('}');
  }

  private void newLine(int depth) {
    if (!indent.isEmpty()) {
      text.append('\n').append(indent.repeat(depth));
    }
  }

  /**
   * A number as JSON.
   *
   * @throws GoError if JSON has no such number
   */
  private static String number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new GoError("json: unsupported value: " + GoFormat.print(new GoValue.Decimal(number)));
    }
    double size = Math.abs(number);
    if (size == 0 || (size >= 1e-6 && size < 1e21)) {
      return number == 0 && 1 / number < 0
          ? "-0"
          : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
    // e-09 is written e-9
    return GoText.decimal(number).replaceFirst("e-0(\\d)$", "e-$1");
  }

  private void string(String string) {
    text.append('"');
    for (int at = 0; at < string.length(); ) {
      int point = string.codePointAt(at);
      at += Character.charCount(point);
      character(point);
    }
    text.append('"');
  }

  private void character(int point) {
    switch (point) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        boolean html = escapesHtml && (point == '<' || point == '>' || point == '&');
        if (point < ' ' || html || point == 0x2028 || point == 0x2029) {
          text.append("\\u%04x".formatted(point));
        } else if (GoBytes.isEscaped(point)) {
          text.append("\\ufffd");
        } else {
          text.appendCodePoint(point);
        }
      }
    }
  }
}
