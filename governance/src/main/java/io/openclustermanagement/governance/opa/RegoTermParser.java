package io.openclustermanagement.governance.opa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads values of Rego as the runtime of WebAssembly writes them; it trusts that runtime. */
final class RegoTermParser {
  private final String text;
  private int at;

  RegoTermParser(String text) {
    this.text = text;
  }

  RegoTerm parse() {
    skipSpace();
    return switch (text.charAt(at)) {
      case '"' -> new RegoTerm.Text(string());
      case '[' -> new RegoTerm.Array(items(']'));
      case '{' -> braces();
      case 's' -> emptySet();
      default -> scalar();
    };
  }

  private RegoTerm emptySet() {
    at += "set()".length();
    return new RegoTerm.Elements(List.of());
  }

  private RegoTerm scalar() {
    int start = at;
    while (at < text.length() && ",]}: ".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return Character.isLetter(word.charAt(0))
        ? new RegoTerm.Word(word)
        : new RegoTerm.Numeral(word);
  }

  private List<RegoTerm> items(char end) {
    List<RegoTerm> items = new ArrayList<>();
    at++;
    skipSpace();
    while (text.charAt(at) != end) {
      items.add(parse());
      skipSeparator();
    }
    at++;
    return items;
  }

  /** An object or a set: what follows the first value tells. */
  private RegoTerm braces() {
    Map<String, RegoTerm> fields = new LinkedHashMap<>();
    List<RegoTerm> elements = new ArrayList<>();
    at++;
    skipSpace();
    while (text.charAt(at) != '}') {
      RegoTerm key = parse();
      skipSpace();
      if (text.charAt(at) == ':') {
        at++;
        fields.put(key instanceof RegoTerm.Text(String name) ? name : key.print(), parse());
      } else {
        elements.add(key);
      }
      skipSeparator();
    }
    at++;
    return elements.isEmpty()
        ? new RegoTerm.Entries(fields)
        : new RegoTerm.Elements(elements.stream().sorted(RegoTerm.ORDER).toList());
  }

  private void skipSeparator() {
    skipSpace();
    if (text.charAt(at) == ',') {
      at++;
      skipSpace();
    }
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private String string() {
    int start = at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    return Json.read(text.substring(start, at))
        .map(value -> String.valueOf(value.toTree()))
        .orElse("");
  }

  static int rank(RegoTerm term) {
    return switch (term) {
      case RegoTerm.Word(String word) -> word.equals("null") ? 0 : 1;
      case RegoTerm.Numeral _ -> 2;
      case RegoTerm.Text _ -> 3;
      case RegoTerm.Array _ -> 4;
      case RegoTerm.Entries _ -> 5;
      case RegoTerm.Elements _ -> 6;
    };
  }

  /** The order of two terms of one rank. */
  static int compareAlike(RegoTerm one, RegoTerm other) {
    return switch (one) {
      case RegoTerm.Word(String word) -> word.compareTo(other.print());
      case RegoTerm.Numeral(String number) ->
          new BigDecimal(number).compareTo(new BigDecimal(other.print()));
      case RegoTerm.Text(String value) ->
          other instanceof RegoTerm.Text(String second) ? value.compareTo(second) : 0;
      case RegoTerm.Array(List<RegoTerm> items) ->
          other instanceof RegoTerm.Array(List<RegoTerm> second) ? compare(items, second) : 0;
      case RegoTerm.Elements(List<RegoTerm> items) ->
          other instanceof RegoTerm.Elements(List<RegoTerm> second) ? compare(items, second) : 0;
      case RegoTerm.Entries(Map<String, RegoTerm> fields) ->
          other instanceof RegoTerm.Entries(Map<String, RegoTerm> second)
              ? compare(flat(fields), flat(second))
              : 0;
    };
  }

  private static List<RegoTerm> flat(Map<String, RegoTerm> fields) {
    List<RegoTerm> flat = new ArrayList<>();
    new TreeMap<>(fields)
        .forEach(
            (key, value) -> {
              flat.add(new RegoTerm.Text(key));
              flat.add(value);
            });
    return flat;
  }

  private static int compare(List<RegoTerm> one, List<RegoTerm> other) {
    Iterator<RegoTerm> second = other.iterator();
    for (RegoTerm item : one) {
      int order = second.hasNext() ? RegoTerm.ORDER.compare(item, second.next()) : 1;
      if (order != 0) {
        return order;
      }
    }
    return second.hasNext() ? -1 : 0;
  }
}
