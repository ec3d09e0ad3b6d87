package io.openclustermanagement.governance.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A pattern of names in the manner of Go's {@code filepath.Match}: {@code *} and {@code ?} do not
 * cross a slash, {@code [a-z]} and {@code [^a-z]} are classes, a backslash escapes.
 */
final class Glob {

  private static final IntPredicate NO_SLASH = character -> character != '/';

  /** Stands for {@code *} among the tests of single characters. */
  private static final IntPredicate STAR = _ -> true;

  private final List<IntPredicate> elements;

  private Glob(List<IntPredicate> elements) {
    this.elements = List.copyOf(elements);
  }

  /** The pattern of a text; empty if it is malformed. */
  static Optional<Glob> parse(String text) {
    Parser parser = new Parser(text.codePoints().toArray());
    return parser.parse() ? Optional.of(new Glob(parser.elements)) : Optional.empty();
  }

  /** Whether all of the name matches. Takes back only the last star, so that no pattern is slow. */
  boolean matches(String name) {
    int[] characters = name.codePoints().toArray();
    int element = 0;
    int star = -1;
    int resume = 0;
    int at = 0;
    while (at < characters.length) {
      if (element < elements.size() && elements.get(element) == STAR) {
        star = element++;
        resume = at;
      } else if (element < elements.size() && elements.get(element).test(characters[at])) {
        element++;
        at++;
      } else if (star >= 0 && NO_SLASH.test(characters[resume])) {
        element = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return elements.subList(element, elements.size()).stream().allMatch(each -> each == STAR);
  }

  private static final class Parser {
    private final int[] text;
    private final List<IntPredicate> elements = new ArrayList<>();
    private int at;

    Parser(int[] text) {
      this.text = text;
    }

    /** Whether the text is a pattern. */
    boolean parse() {
      boolean valid = true;
      while (valid && at < text.length) {
        int character = text[at++];
        valid =
            switch (character) {
              case '*' -> elements.add(STAR);
              case '?' -> elements.add(NO_SLASH);
              case '[' -> characterClass();
              case '\\' -> at < text.length && literal(text[at++]);
              default -> literal(character);
            };
      }
      return valid;
    }

    private boolean literal(int wanted) {
      return elements.add(character -> character == wanted);
    }

    private boolean characterClass() {
      boolean negated = at < text.length && text[at] == '^';
      at += negated ? 1 : 0;
      IntPredicate members = _ -> false;
      int start = at;
      while (at < text.length && (text[at] != ']' || at == start)) {
        int low = classCharacter();
        int high = low;
        if (at < text.length && text[at] == '-') {
          at++;
          high = classCharacter();
        }
        if (low < 0 || high < 0) {
          return false;
        }
        members = members.or(between(low, high));
      }
      boolean closed = at++ < text.length;
      return closed && elements.add(NO_SLASH.and(negated ? members.negate() : members));
    }

    private static IntPredicate between(int low, int high) {
      return character -> low <= character && character <= high;
    }

    /** The character at this place; -1 where none may stand. */
    private int classCharacter() {
      if (at >= text.length || text[at] == '-' || text[at] == ']') {
        return -1;
      }
      if (text[at] == '\\' && ++at >= text.length) {
        return -1;
      }
      return text[at++];
    }
  }
}
