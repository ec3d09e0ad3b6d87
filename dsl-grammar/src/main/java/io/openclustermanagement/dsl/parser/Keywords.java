package io.openclustermanagement.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * The words of the language, read from the rules {@code soft} and {@code hard} of the grammar. For
 * tools that colour or complete text.
 */
public final class Keywords {

  private static final IntervalSet SOFT = wordsOf(OcmGrammar.RULE_soft);
  private static final IntervalSet HARD = wordsOf(OcmGrammar.RULE_hard);

  private Keywords() {}

  /** Words with a meaning in some places that may also name anything. */
  public static List<String> soft() {
    return texts(SOFT);
  }

  /** Reserved words, which may be fields and keys but not names. */
  public static List<String> hard() {
    return texts(HARD);
  }

  /** Words between operands. */
  public static List<String> operators() {
    return List.of(
        "and",
        "or",
        "not",
        "implies",
        "in",
        "is",
        "has",
        "contains",
        "startsWith",
        "endsWith",
        "matches",
        "like",
        "complies");
  }

  /** Words that stand for a value. */
  public static List<String> constants() {
    return List.of("true", "false", "null");
  }

  static boolean isSoft(int type) {
    return SOFT.contains(type);
  }

  static boolean isHard(int type) {
    return HARD.contains(type);
  }

  /** Whether a token looks like a name, reserved or not. */
  static boolean isWord(Token token) {
    return token.getType() == OcmTokens.IDENT || isSoft(token.getType()) || isHard(token.getType());
  }

  /** The text of a token type that is always written the same, without quotes. */
  static String text(int type) {
    String literal = OcmGrammar.VOCABULARY.getLiteralName(type);
    return literal == null ? "" : literal.substring(1, literal.length() - 1);
  }

  private static IntervalSet wordsOf(int rule) {
    return OcmGrammar._ATN.nextTokens(OcmGrammar._ATN.ruleToStartState[rule]);
  }

  private static List<String> texts(IntervalSet types) {
    List<String> texts = new ArrayList<>();
    types.toList().forEach(type -> texts.add(text(type)));
    return texts;
  }
}
