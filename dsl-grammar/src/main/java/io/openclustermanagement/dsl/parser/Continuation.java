package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * Something that may stand at a place.
 *
 * @param slot what it is
 * @param word the keyword, for {@link Slot#WORD}
 * @param path the constructs around it, outermost first
 */
public record Continuation(Slot slot, String word, List<Construct> path) {

  public Continuation {
    path = List.copyOf(path);
  }

  /** The kinds of things that people name or choose. */
  public enum Slot {
    /** A keyword. */
    WORD,
    /** A bare name: a new one, or one that has no dots. */
    NAME,
    /** The name of something declared, perhaps with dots. */
    REFERENCE,
    EXPRESSION,
    /** The field behind a dot. */
    FIELD,
    /** The key of an entry of an object. */
    KEY,
    /** A Kubernetes kind. */
    KIND,
    TYPE,
    /** A text in quotes. */
    STRING
  }

  /**
   * A construct that has begun before the place.
   *
   * @param rule its name in the grammar, such as {@code placementClause}
   * @param text from its beginning to the place
   */
  public record Construct(String rule, SourceSpan text) {}

  /** The innermost construct of a rule. */
  public Optional<Construct> inside(String rule) {
    return path.reversed().stream().filter(each -> each.rule().equals(rule)).findFirst();
  }

  /** The rule right around the place. */
  public String rule() {
    return path.isEmpty() ? "file" : path.getLast().rule();
  }

  /** The word that names the block whose clause may begin at the place, such as {@code rule}. */
  public Optional<String> clauseOf() {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Construct last = path.getLast();
    boolean begins = last.text().start() == last.text().end();
    return begins ? CaretContext.owner(last.rule()) : Optional.empty();
  }
}
