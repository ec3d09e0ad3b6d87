package io.openclustermanagement.placement.cel;

import java.util.regex.Pattern;

/** Texts as numbers, as Go's {@code strconv} reads them. */
final class GoNumbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(D+\\.?(D+)?|\\.D+)([eE][+-]?D+)?".replace("D+", "[0-9](?:_?[0-9])*+"));
  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "[+-]?0[xX]_?(H+\\.?(H+)?|\\.H+)[pP][+-]?[0-9]+"
              .replace("H+", "[0-9a-fA-F](?:_?[0-9a-fA-F])*+"));
  private static final Pattern INFINITE =
      Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 1_000;

  private GoNumbers() {}

  static Object parseInt(String text) {
    try {
      return isAscii(text) ? Long.parseLong(text) : EvaluationError.conversion(text, "int");
    } catch (NumberFormatException e) {
      return EvaluationError.conversion(text, "int");
    }
  }

  static Object parseUint(String text) {
    try {
      return isAscii(text) && !text.startsWith("+")
          ? new Uint(Long.parseUnsignedLong(text))
          : EvaluationError.conversion(text, "uint");
    } catch (NumberFormatException e) {
      return EvaluationError.conversion(text, "uint");
    }
  }

  /** A finite number or one of the words for what is not; what is too large is an error. */
  static Object parseFloat(String text) {
    if (INFINITE.matcher(text).matches()) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (text.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    boolean number =
        text.length() <= LONGEST
            && (DECIMAL.matcher(text).matches() || HEXADECIMAL.matcher(text).matches());
    double value = number ? Double.parseDouble(text.replace("_", "")) : Double.NaN;
    return number && !Double.isInfinite(value)
        ? (Object) value
        : EvaluationError.conversion(text, "double");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
