package io.openclustermanagement.governance.gotemplate;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Go's layouts of times, which show how {@code Mon Jan 2 15:04:05 MST 2006} looks. */
public final class TimeLayout {
  /** The elements, longer ones before those they begin with. */
  private static final List<String> ELEMENTS =
      List.of(
          "January",
          "Jan",
          "Monday",
          "Mon",
          "MST",
          "2006",
          "Z07:00:00",
          "Z070000",
          "Z07:00",
          "Z0700",
          "Z07",
          "-07:00:00",
          "-070000",
          "-07:00",
          "-0700",
          "-07",
          "01",
          "02",
          "03",
          "04",
          "05",
          "06",
          "002",
          "__2",
          "_2006",
          "_2",
          "15",
          "PM",
          "pm",
          "1",
          "2",
          "3",
          "4",
          "5");

  private TimeLayout() {}

  /** The time in a layout. */
  public static String format(ZonedDateTime time, String layout) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < layout.length(); ) {
      int fraction = fraction(layout, at);
      String element = fraction > 0 ? "" : element(layout, at);
      if (fraction > 0) {
        text.append(fraction(time, layout.substring(at, at + fraction)));
        at += fraction;
      } else if (element.isEmpty()) {
        text.append(layout.charAt(at++));
      } else {
        text.append(value(time, element));
        at += element.length();
      }
    }
    return text.toString();
  }

  private static String element(String layout, int at) {
    for (String element : ELEMENTS) {
      if (layout.startsWith(element, at) && !isPartOfWord(layout, at, element)) {
        return element;
      }
    }
    return "";
  }

  /** {@code Jan} and {@code Mon} count only where no lower case letter follows. */
  private static boolean isPartOfWord(String layout, int at, String element) {
    int end = at + element.length();
    return (element.equals("Jan") || element.equals("Mon"))
        && end < layout.length()
        && Character.isLowerCase(layout.charAt(end));
  }

  /** The length of {@code .000} or {@code ,999}, 0 if there is none. */
  private static int fraction(String layout, int at) {
    char c = layout.charAt(at);
    if ((c != '.' && c != ',') || at + 1 >= layout.length()) {
      return 0;
    }
    char digit = layout.charAt(at + 1);
    if (digit != '0' && digit != '9') {
      return 0;
    }
    int end = at + 1;
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    boolean followed = end < layout.length() && Character.isDigit(layout.charAt(end));
    return followed || end - at > 10 ? 0 : end - at;
  }

  private static String fraction(ZonedDateTime time, String element) {
    String digits = "%09d".formatted(time.getNano()).substring(0, element.length() - 1);
    if (element.charAt(1) == '0') {
      return element.charAt(0) + digits;
    }
    String trimmed = digits.replaceAll("0+$", "");
    return trimmed.isEmpty() ? "" : element.charAt(0) + trimmed;
  }

  private static String value(ZonedDateTime time, String element) {
    int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return switch (element) {
      case "January" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "Jan" -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "Monday" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "Mon" -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "MST" -> zoneName(time);
      case "2006" -> "%04d".formatted(time.getYear());
      case "_2006" -> "_%04d".formatted(time.getYear());
      case "06" -> "%02d".formatted(Math.floorMod(time.getYear(), 100));
      case "01" -> "%02d".formatted(time.getMonthValue());
      case "1" -> Integer.toString(time.getMonthValue());
      case "02" -> "%02d".formatted(time.getDayOfMonth());
      case "_2" -> "%2d".formatted(time.getDayOfMonth());
      case "2" -> Integer.toString(time.getDayOfMonth());
      case "002" -> "%03d".formatted(time.getDayOfYear());
      case "__2" -> "%3d".formatted(time.getDayOfYear());
      case "15" -> "%02d".formatted(time.getHour());
      case "03" -> "%02d".formatted(hour12);
      case "3" -> Integer.toString(hour12);
      case "04" -> "%02d".formatted(time.getMinute());
      case "4" -> Integer.toString(time.getMinute());
      case "05" -> "%02d".formatted(time.getSecond());
      case "5" -> Integer.toString(time.getSecond());
      case "PM" -> time.getHour() >= 12 ? "PM" : "AM";
      case "pm" -> time.getHour() >= 12 ? "pm" : "am";
      default -> offset(time.getOffset().getTotalSeconds(), element);
    };
  }

  private static String zoneName(ZonedDateTime time) {
    String name = time.getZone().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return name.equals("Z") || time.getOffset().getTotalSeconds() == 0 ? "UTC" : name;
  }

  private static String offset(int seconds, String element) {
    if (element.startsWith("Z") && seconds == 0) {
      return "Z";
    }
    int absolute = Math.abs(seconds);
    String colon = element.contains(":") ? ":" : "";
    StringBuilder text = new StringBuilder(seconds < 0 ? "-" : "+");
    text.append("%02d".formatted(absolute / 3600));
    int digits = element.replace(":", "").length() - 1;
    if (digits >= 4) {
      text.append(colon).append("%02d".formatted(absolute / 60 % 60));
    }
    if (digits >= 6) {
      text.append(colon).append("%02d".formatted(absolute % 60));
    }
    return text.toString();
  }
}
