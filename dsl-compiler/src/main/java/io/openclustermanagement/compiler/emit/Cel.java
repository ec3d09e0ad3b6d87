package io.openclustermanagement.compiler.emit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of CEL and how strongly it holds together, so that parentheses stand where they are
 * needed and nowhere else.
 */
record Cel(String text, Rank rank) {

  /** From the loosest to the tightest. */
  enum Rank {
    CONDITIONAL,
    OR,
    AND,
    RELATION,
    SUM,
    PRODUCT,
    UNARY,
    PRIMARY
  }

  static final Cel TRUE = primary("true");
  static final Cel FALSE = primary("false");

  static Cel primary(String text) {
    return new Cel(text, Rank.PRIMARY);
  }

  static Cel relation(String text) {
    return new Cel(text, Rank.RELATION);
  }

  /** A guard: a call, or a relation of two things. */
  static Cel guard(String text) {
    return new Cel(text, text.contains(" ") ? Rank.RELATION : Rank.PRIMARY);
  }

  /** The text where something of this rank is needed. */
  String in(Rank needed) {
    return rank.compareTo(needed) < 0 ? "(" + text + ")" : text;
  }

  Cel negated() {
    return new Cel("!" + in(Rank.UNARY), Rank.UNARY);
  }

  /** All hold; nothing at all is true. */
  static Cel all(List<Cel> operands) {
    List<Cel> needed = operands.stream().filter(each -> !each.equals(TRUE)).toList();
    return joined(needed, " && ", Rank.AND, TRUE);
  }

  /** Some hold; of nothing none does. */
  static Cel any(List<Cel> operands) {
    return joined(operands, " || ", Rank.OR, FALSE);
  }

  private static Cel joined(List<Cel> operands, String operator, Rank rank, Cel empty) {
    return switch (operands.size()) {
      case 0 -> empty;
      case 1 -> operands.getFirst();
      default ->
          new Cel(
              operands.stream().map(each -> each.in(rank)).collect(Collectors.joining(operator)),
              rank);
    };
  }

  static Cel conditional(Cel condition, Cel yes, Cel no) {
    return new Cel(
        condition.in(Rank.OR) + " ? " + yes.in(Rank.OR) + " : " + no.in(Rank.CONDITIONAL),
        Rank.CONDITIONAL);
  }
}
