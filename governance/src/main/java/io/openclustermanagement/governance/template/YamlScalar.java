package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.gotemplate.GoNumbers;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a plain scalar of YAML stands for ({@code resolve.go} of gopkg.in/yaml.v3). */
final class YamlScalar {
  private static final Map<String, GoValue> WORDS =
      Map.ofEntries(
          Map.entry("", GoValue.NIL),
          Map.entry("~", GoValue.NIL),
          Map.entry("null", GoValue.NIL),
          Map.entry("Null", GoValue.NIL),
          Map.entry("NULL", GoValue.NIL),
          Map.entry("true", new GoValue.Bool(true)),
          Map.entry("True", new GoValue.Bool(true)),
          Map.entry("TRUE", new GoValue.Bool(true)),
          Map.entry("false", new GoValue.Bool(false)),
          Map.entry("False", new GoValue.Bool(false)),
          Map.entry("FALSE", new GoValue.Bool(false)),
          Map.entry(".nan", new GoValue.Decimal(Double.NaN)),
          Map.entry(".NaN", new GoValue.Decimal(Double.NaN)),
          Map.entry(".NAN", new GoValue.Decimal(Double.NaN)),
          Map.entry(".inf", new GoValue.Decimal(Double.POSITIVE_INFINITY)),
          Map.entry(".Inf", new GoValue.Decimal(Double.POSITIVE_INFINITY)),
          Map.entry(".INF", new GoValue.Decimal(Double.POSITIVE_INFINITY)),
          Map.entry("+.inf", new GoValue.Decimal(Double.POSITIVE_INFINITY)),
          Map.entry("+.Inf", new GoValue.Decimal(Double.POSITIVE_INFINITY)),
          Map.entry("+.INF", new GoValue.Decimal(Double.POSITIVE_INFINITY)),
          Map.entry("-.inf", new GoValue.Decimal(Double.NEGATIVE_INFINITY)),
          Map.entry("-.Inf", new GoValue.Decimal(Double.NEGATIVE_INFINITY)),
          Map.entry("-.INF", new GoValue.Decimal(Double.NEGATIVE_INFINITY)));
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:([Tt ])(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?"
              + "(Z|[-+]\\d{2}:\\d{2})?)?");
  private static final int UNSIGNED_BITS = 64;

  private YamlScalar() {}

  /** The value of a scalar without quotes and tag. */
  static GoValue of(String plain) {
    GoValue word = WORDS.get(plain);
    if (word != null) {
      return word;
    }
    char first = plain.charAt(0);
    if (first == '.') {
      return GoNumbers.decimal(plain)
          .<GoValue>map(GoValue.Decimal::new)
          .orElse(new GoValue.Text(plain));
    }
    boolean numeric = (first >= '0' && first <= '9') || first == '+' || first == '-';
    return numeric
        ? time(plain).or(() -> number(plain.replace("_", ""))).orElse(new GoValue.Text(plain))
        : new GoValue.Text(plain);
  }

  private static Optional<GoValue> number(String plain) {
    Optional<BigInteger> whole = GoNumbers.wholeNumber(plain);
    if (whole.isPresent() && whole.get().bitLength() < UNSIGNED_BITS) {
      return Optional.of(GoValue.Int.of(whole.get().longValue()));
    }
    if (whole.isPresent()
        && whole.get().signum() > 0
        && !plain.startsWith("+")
        && whole.get().bitLength() == UNSIGNED_BITS) {
      return Optional.of(new GoValue.Decimal(whole.get().doubleValue()));
    }
    return DECIMAL.matcher(plain).matches()
        ? GoNumbers.decimal(plain).map(GoValue.Decimal::new)
        : Optional.empty();
  }

  private static Optional<GoValue> time(String plain) {
    Matcher parts = TIME.matcher(plain);
    if (!parts.matches()) {
      return Optional.empty();
    }
    // with a blank there is no zone, with a letter there must be one
    boolean blank = " ".equals(parts.group(4));
    if (parts.group(4) != null && blank == (parts.group(9) != null)) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(part(parts, 1), part(parts, 2), part(parts, 3), 0, 0)
              .withHour(part(parts, 5))
              .withMinute(part(parts, 6))
              .withSecond(part(parts, 7))
              .withNano(nanos(parts.group(8)));
      return Optional.of(new GoValue.Time(local.atZone(zone(parts.group(9)))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZoneId zone(@org.jspecify.annotations.Nullable String text) {
    return text == null || text.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  private static int part(Matcher parts, int group) {
    String text = parts.group(group);
    return text == null ? 0 : Integer.parseInt(text);
  }

  private static int nanos(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
  }
}
