package io.openclustermanagement.governance.gotemplate;

import java.util.List;

/** Printing as Go's {@code fmt} package does. */
public final class GoFormat {
  private GoFormat() {}

  /** {@code fmt.Sprint} of one value. */
  public static String print(GoValue value) {
    return value instanceof GoValue.Text(String text) ? text : Printer.print(value);
  }

  /** {@code fmt.Sprint}: spaces between values of which neither is a text. */
  public static String print(List<GoValue> values) {
    StringBuilder text = new StringBuilder();
    boolean afterText = true;
    for (GoValue value : values) {
      boolean isText = value instanceof GoValue.Text;
      if (!isText && !afterText) {
        text.append(' ');
      }
      text.append(print(value));
      afterText = isText;
    }
    return text.toString();
  }

  /** {@code fmt.Sprintln}. */
  public static String printLine(List<GoValue> values) {
    return String.join(" ", values.stream().map(GoFormat::print).toList()) + "\n";
  }

  /** {@code fmt.Sprintf}. */
  public static String format(String format, List<GoValue> values) {
    return new FormatScanner(format, values).run();
  }
}
