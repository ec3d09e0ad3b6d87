package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.compare.GoText;
import io.openclustermanagement.governance.gotemplate.GoBytes;
import io.openclustermanagement.governance.gotemplate.GoFormat;
import io.openclustermanagement.governance.gotemplate.GoValue;
import io.openclustermanagement.governance.gotemplate.GoValues;
import io.openclustermanagement.governance.gotemplate.TimeLayout;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes YAML as gopkg.in/yaml.v3 does with two spaces: templates are resolved in that text, so
 * quotes and indentation matter.
 */
final class YamlWriter {
  private static final Set<String> OLD_BOOLEANS =
      Set.of(
          "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off",
          "OFF");
  private static final Pattern BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
  private static final String RFC_3339 = "2006-01-02T15:04:05.999999999Z07:00";
  private static final int STEP = 2;
  private static final int LONGEST_SIMPLE_KEY = 128;

  private final StringBuilder text = new StringBuilder();

  private YamlWriter() {}

  /** A document, which ends with a line break. */
  static String write(GoValue value) {
    YamlWriter writer = new YamlWriter();
    writer.value(value, 0, false);
    return writer.text.toString();
  }

  /** Writes a value where the cursor is; the lines after the first are indented. */
  private void value(GoValue value, int indent, boolean afterKey) {
    GoValues.checkSize(text.length(), indent / STEP);
    switch (value) {
      case GoValue.Sequence list when !list.items().isEmpty() ->
          list(list.items(), indent, afterKey);
      case GoValue.Mapping map when !map.entries().isEmpty() ->
          map(map.entries(), indent, afterKey);
      case GoValue.Struct(_, Map<String, GoValue> fields) when !fields.isEmpty() ->
          map(fields, indent, afterKey);
      default -> {
        text.append(afterKey ? " " : "");
        scalar(value, indent);
      }
    }
  }

  private void list(List<GoValue> items, int indent, boolean afterKey) {
    boolean first = !afterKey;
    if (afterKey) {
      text.append('\n');
    }
    for (GoValue item : items) {
      text.append(first ? "" : " ".repeat(indent)).append("- ");
      value(item, indent + STEP, false);
      first = false;
    }
  }

  private void map(Map<String, GoValue> entries, int indent, boolean afterKey) {
    boolean first = !afterKey;
    if (afterKey) {
      text.append('\n');
    }
    Iterator<Map.Entry<String, GoValue>> sorted =
        entries.entrySet().stream()
            .sorted((a, b) -> YamlKeys.compare(a.getKey(), b.getKey()))
            .iterator();
    while (sorted.hasNext()) {
      Map.Entry<String, GoValue> entry = sorted.next();
      text.append(first ? "" : " ".repeat(indent));
      key(entry.getKey(), indent);
      value(entry.getValue(), indent + STEP, true);
      first = false;
    }
  }

  private void key(String key, int indent) {
    String shown = key(key);
    if (GoBytes.length(key) > LONGEST_SIMPLE_KEY) {
      text.append("? ").append(shown).append('\n').append(" ".repeat(indent)).append(':');
    } else {
      text.append(shown).append(':');
    }
  }

  private static String key(String key) {
    if (key.contains("\n") || !canBePlain(key)) {
      return doubleQuoted(key);
    }
    YamlText analysis = YamlText.of(key);
    if (!analysis.plain()) {
      return analysis.singleQuoted() ? singleQuoted(key) : doubleQuoted(key);
    }
    return key;
  }

  private void scalar(GoValue value, int indent) {
    switch (value) {
      case GoValue.Nil _ -> text.append("null\n");
      case GoValue.Bool(boolean bool) -> text.append(bool).append('\n');
      case GoValue.Int(long number, _) -> text.append(number).append('\n');
      case GoValue.Decimal(double number) -> text.append(decimal(number)).append('\n');
      case GoValue.Text(String string) -> string(string, indent);
      case GoValue.Sequence _ -> text.append("[]\n");
      case GoValue.Mapping _, GoValue.Struct _ -> text.append("{}\n");
      case GoValue.Time(var time) -> text.append(TimeLayout.format(time, RFC_3339)).append('\n');
      case GoValue.Instance instance -> string(GoFormat.print(instance), indent);
    }
  }

  private static String decimal(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    if (Double.isInfinite(number)) {
      return number < 0 ? "-.inf" : ".inf";
    }
    return GoText.decimal(number);
  }

  private void string(String string, int indent) {
    if (!GoBytes.isValid(string)) {
      String base64 = Base64.getEncoder().encodeToString(GoBytes.of(string));
      text.append("!!binary ").append(base64).append('\n');
      return;
    }
    YamlText analysis = YamlText.of(string);
    if (string.contains("\n")) {
      if (analysis.block()) {
        literal(string, indent == 0 ? STEP : indent);
      } else {
        text.append(doubleQuoted(string)).append('\n');
      }
    } else if (!canBePlain(string)) {
      text.append(doubleQuoted(string)).append('\n');
    } else if (analysis.plain()) {
      text.append(string).append('\n');
    } else {
      text.append(analysis.singleQuoted() ? singleQuoted(string) : doubleQuoted(string));
      text.append('\n');
    }
  }

  /** Whether the text without quotes would still be that text. */
  private static boolean canBePlain(String string) {
    return YamlScalar.of(string) instanceof GoValue.Text
        && !OLD_BOOLEANS.contains(string)
        && !BASE_60.matcher(string).matches();
  }

  private void literal(String string, int indent) {
    text.append('|');
    if (string.startsWith(" ") || string.startsWith("\n")) {
      text.append(STEP);
    }
    if (!string.endsWith("\n")) {
      text.append('-');
    } else if (string.length() == 1 || string.endsWith("\n\n")) {
      text.append('+');
    }
    // Go forgets a line break here if the text begins with one
    text.append(string.startsWith("\n") ? "" : "\n");
    String[] lines = string.split("\n", -1);
    int count = string.endsWith("\n") ? lines.length - 1 : lines.length;
    for (int i = 0; i < count; i++) {
      text.append(lines[i].isEmpty() ? "" : " ".repeat(indent)).append(lines[i]).append('\n');
    }
  }

  private static String singleQuoted(String string) {
    return "'" + string.replace("'", "''") + "'";
  }

  private static String doubleQuoted(String string) {
    StringBuilder quoted = new StringBuilder(string.length() + 2).append('"');
    string
        .codePoints()
        .forEach(
            point -> {
              if (YamlText.isPrintable(point) && point != '"' && point != '\\' && point != '\n') {
                quoted.appendCodePoint(point);
              } else {
                quoted.append(escape(point));
              }
            });
    return quoted.append('"').toString();
  }

  private static String escape(int point) {
    return switch (point) {
      case 0 -> "\\0";
      case 0x07 -> "\\a";
      case 0x08 -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0B -> "\\v";
      case 0x0C -> "\\f";
      case '\r' -> "\\r";
      case 0x1B -> "\\e";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 0x85 -> "\\N";
      case 0xA0 -> "\\_";
      case 0x2028 -> "\\L";
      case 0x2029 -> "\\P";
      default ->
          point <= 0xFF
              ? "\\x%02X".formatted(point)
              : point <= 0xFFFF ? "\\u%04X".formatted(point) : "\\U%08X".formatted(point);
    };
  }
}
