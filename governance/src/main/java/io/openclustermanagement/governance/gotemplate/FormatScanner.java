package io.openclustermanagement.governance.gotemplate;

import java.util.List;

/** Reads the format of {@code printf}. */
final class FormatScanner {
  private static final int MAX_SIZE = 1_000_000;

  private final String format;
  private final List<GoValue> values;
  private final StringBuilder text = new StringBuilder();
  private int at;
  private int argument;
  private boolean reordered;
  private boolean goodIndex;
  private boolean afterIndex;

  FormatScanner(String format, List<GoValue> values) {
    this.format = format;
    this.values = values;
  }

  String run() {
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c == '%') {
        verb();
      } else {
        text.append(c);
      }
      if (text.length() > MAX_SIZE * 4) {
        throw new GoError("the formatted text is too long");
      }
    }
    if (!reordered && argument < values.size()) {
      extra();
    }
    return text.toString();
  }

  private void extra() {
    text.append("%!(EXTRA ");
    for (int i = argument; i < values.size(); i++) {
      GoValue value = values.get(i);
      text.append(i > argument ? ", " : "");
      text.append(
          value instanceof GoValue.Nil ? "<nil>" : value.type() + "=" + GoFormat.print(value));
    }
    text.append(')');
  }

  private void verb() {
    Printer printer = new Printer(text);
    goodIndex = true;
    afterIndex = false;
    flags(printer);
    index();
    if (!star(printer, true)) {
      int width = number();
      if (width >= 0) {
        printer.width = width;
        if (afterIndex) {
          goodIndex = false;
        }
      }
    }
    if (at + 1 <= format.length() && peek() == '.') {
      precision(printer);
    }
    if (!afterIndex) {
      index();
    }
    if (at >= format.length()) {
      text.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(at);
    at += Character.charCount(verb);
    print(printer, verb);
  }

  private void print(Printer printer, int verb) {
    String shown = Character.toString(verb);
    if (verb == '%') {
      text.append('%');
    } else if (!goodIndex) {
      text.append("%!").append(shown).append("(BADINDEX)");
    } else if (argument >= values.size()) {
      text.append("%!").append(shown).append("(MISSING)");
    } else {
      if (verb == 'v') {
        printer.sharpV = printer.sharp;
        printer.plusV = printer.plus;
        printer.sharp = false;
        printer.plus = false;
      }
      printer.print(values.get(argument++), verb);
    }
  }

  private char peek() {
    return at < format.length() ? format.charAt(at) : 0;
  }

  private void flags(Printer printer) {
    while (true) {
      switch (peek()) {
        case '#' -> printer.sharp = true;
        case '0' -> printer.zero = true;
        case '+' -> printer.plus = true;
        case '-' -> printer.minus = true;
        case ' ' -> printer.space = true;
        default -> {
          return;
        }
      }
      at++;
    }
  }

  private void precision(Printer printer) {
    at++;
    if (afterIndex) {
      goodIndex = false;
    }
    index();
    if (!star(printer, false)) {
      int precision = number();
      printer.precision = Math.max(precision, 0);
      if (precision >= 0 && afterIndex) {
        goodIndex = false;
      }
    }
  }

  /** Reads a {@code *}, which takes a width or precision from an argument. */
  private boolean star(Printer printer, boolean width) {
    if (peek() != '*') {
      return false;
    }
    at++;
    int size = -1;
    boolean good = false;
    if (argument < values.size()
        && values.get(argument++) instanceof GoValue.Int(long n, _)
        && Math.abs(n) <= MAX_SIZE) {
      size = (int) n;
      good = width || n >= 0;
    }
    if (!good) {
      text.append(width ? "%!(BADWIDTH)" : "%!(BADPREC)");
    } else if (width) {
      printer.minus |= size < 0;
      printer.width = Math.abs(size);
    } else {
      printer.precision = size;
    }
    afterIndex = false;
    return true;
  }

  /** Reads {@code [n]}, which chooses an argument. */
  private void index() {
    if (peek() != '[') {
      return;
    }
    reordered = true;
    int close = format.indexOf(']', at);
    if (close < 0) {
      goodIndex = false;
      at++;
      return;
    }
    String digits = format.substring(at + 1, close);
    at = close + 1;
    int chosen = digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    if (chosen < 1 || chosen > values.size()) {
      goodIndex = false;
    } else {
      argument = chosen - 1;
      afterIndex = true;
    }
  }

  /** Reads a number; -1 if there is none. */
  private int number() {
    int start = at;
    int number = 0;
    while (at < format.length() && Character.isDigit(peek()) && peek() < 0x80) {
      number = number * 10 + (peek() - '0');
      at++;
      if (number > MAX_SIZE) {
        return -1;
      }
    }
    return at > start ? number : -1;
  }
}
