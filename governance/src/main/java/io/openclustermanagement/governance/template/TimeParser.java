package io.openclustermanagement.governance.template;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times in the usual elements of Go's layouts. */
final class TimeParser {
  private static final Pattern ELEMENT =
      Pattern.compile(
          "2006|January|Jan|Monday|Mon|01|02|15|03|04|05|06|_2|1|2|3|4|5|PM|pm|MST"
              + "|Z07:00|Z0700|-07:00|-0700");
  private static final Map<String, String> EXPRESSIONS =
      Map.ofEntries(
          Map.entry("2006", "(\\d{4})"),
          Map.entry("January", "([A-Za-z]+)"),
          Map.entry("Jan", "([A-Za-z]{3})"),
          Map.entry("Monday", "([A-Za-z]+)"),
          Map.entry("Mon", "([A-Za-z]{3})"),
          Map.entry("_2", "\\s*(\\d{1,2})"),
          Map.entry("PM", "(AM|PM)"),
          Map.entry("pm", "(am|pm)"),
          Map.entry("MST", "([A-Z]{3,4})"),
          Map.entry("Z07:00", "(Z|[-+]\\d{2}:\\d{2})"),
          Map.entry("Z0700", "(Z|[-+]\\d{4})"),
          Map.entry("-07:00", "([-+]\\d{2}:\\d{2})"),
          Map.entry("-0700", "([-+]\\d{4})"));

  private int year;
  private int month = 1;
  private int day = 1;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private boolean afternoon;
  private boolean twelve;
  private ZoneOffset offset = ZoneOffset.UTC;

  private TimeParser() {}

  /** The time of a text; nothing if it does not have the layout. */
  static Optional<ZonedDateTime> parse(String text, String layout) {
    List<String> elements = new ArrayList<>();
    Matcher matcher = pattern(layout, elements).matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      TimeParser parser = new TimeParser();
      for (int i = 0; i < elements.size(); i++) {
        String value = matcher.group(i + 1);
        if (value != null) {
          parser.set(elements.get(i), value);
        }
      }
      return Optional.of(parser.time());
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Pattern pattern(String layout, List<String> elements) {
    StringBuilder expression = new StringBuilder();
    Matcher matcher = ELEMENT.matcher(layout);
    int from = 0;
    while (matcher.find()) {
      String element = matcher.group();
      expression.append(Pattern.quote(layout.substring(from, matcher.start())));
      expression.append(EXPRESSIONS.getOrDefault(element, digits(element)));
      elements.add(element);
      from = matcher.end();
      if (element.equals("05") || element.equals("5")) {
        expression.append("(\\.\\d{1,9})?");
        elements.add(".");
      }
    }
    return Pattern.compile(expression.append(Pattern.quote(layout.substring(from))).toString());
  }

  private static String digits(String element) {
    return element.length() == 2 ? "(\\d{2})" : "(\\d{1,2})";
  }

  private void set(String element, String value) {
    switch (element) {
      case "2006" -> year = Integer.parseInt(value);
      case "06" -> year = Integer.parseInt(value) + (Integer.parseInt(value) >= 69 ? 1900 : 2000);
      case "01", "1" -> month = Integer.parseInt(value);
      case "January" -> month = month(value, TextStyle.FULL);
      case "Jan" -> month = month(value, TextStyle.SHORT);
      case "02", "2", "_2" -> day = Integer.parseInt(value);
      case "15" -> hour = Integer.parseInt(value);
      case "03", "3" -> {
        hour = Integer.parseInt(value);
        twelve = true;
      }
      case "04", "4" -> minute = Integer.parseInt(value);
      case "05", "5" -> second = Integer.parseInt(value);
      case "." -> nanos = Integer.parseInt((value.substring(1) + "000000000").substring(0, 9));
      case "PM", "pm" -> afternoon = value.equalsIgnoreCase("pm");
      case "Monday", "Mon", "MST" -> {}
      default -> offset = ZoneOffset.of(value);
    }
  }

  private static int month(String name, TextStyle style) {
    for (Month each : Month.values()) {
      if (each.getDisplayName(style, Locale.ENGLISH).equalsIgnoreCase(name)) {
        return each.getValue();
      }
    }
    throw new IllegalArgumentException(name);
  }

  private ZonedDateTime time() {
    int of24 = twelve ? hour % 12 + (afternoon ? 12 : 0) : hour;
    return LocalDateTime.of(year, month, day, of24, minute, second, nanos).atZone(offset);
  }
}
