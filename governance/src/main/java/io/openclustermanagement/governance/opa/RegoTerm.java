package io.openclustermanagement.governance.opa;

import io.openclustermanagement.governance.gotemplate.GoFormat;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A value of Rego, which knows sets beside lists ({@code v1/ast/term.go} of OPA). */
sealed interface RegoTerm {

  /** {@code true}, {@code false} or {@code null}. */
  record Word(String text) implements RegoTerm {}

  /** A number as it was written. */
  record Numeral(String text) implements RegoTerm {}

  /** A string. */
  record Text(String value) implements RegoTerm {}

  /** A list. */
  record Array(List<RegoTerm> items) implements RegoTerm {}

  /** An object. */
  record Entries(Map<String, RegoTerm> fields) implements RegoTerm {}

  /** A set; sorted, without duplicates. */
  record Elements(List<RegoTerm> items) implements RegoTerm {}

  /** The order of Rego: words, numbers, strings, lists, objects, sets. */
  Comparator<RegoTerm> ORDER =
      Comparator.<RegoTerm>comparingInt(RegoTermParser::rank)
          .thenComparing(RegoTermParser::compareAlike);

  /** Reads what the runtime of WebAssembly writes for a value. */
  static RegoTerm parse(String text) {
    return new RegoTermParser(text).parse();
  }

  /** The term as OPA prints it. */
  default String print() {
    return switch (this) {
      case Word(String text) -> text;
      case Numeral(String text) -> text;
      case Text(String value) -> GoFormat.format("%q", List.of(new GoValue.Text(value)));
      case Array(List<RegoTerm> items) -> "[" + joined(items) + "]";
      case Entries(Map<String, RegoTerm> fields) ->
          new TreeMap<>(fields)
              .entrySet().stream()
                  .map(each -> new Text(each.getKey()).print() + ": " + each.getValue().print())
                  .collect(Collectors.joining(", ", "{", "}"));
      case Elements(List<RegoTerm> items) -> items.isEmpty() ? "set()" : "{" + joined(items) + "}";
    };
  }

  private static String joined(List<RegoTerm> items) {
    return items.stream().map(RegoTerm::print).collect(Collectors.joining(", "));
  }

  /** What Go's {@code fmt} gets: numbers and strings as such, anything else as its text. */
  default GoValue goValue() {
    return switch (this) {
      case Text(String value) -> new GoValue.Text(value);
      case Numeral(String text) -> number(text);
      case Word _, Array _, Entries _, Elements _ -> new GoValue.Text(print());
    };
  }

  private static GoValue number(String text) {
    BigDecimal number = new BigDecimal(text);
    boolean isLong = number.scale() <= 0 && number.precision() - number.scale() <= 18;
    return isLong
        ? GoValue.Int.of(number.longValueExact())
        : new GoValue.Decimal(number.doubleValue());
  }
}
