package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.syntax.Expression.ArithmeticOperator;
import io.openclustermanagement.dsl.syntax.Expression.ComparisonOperator;
import io.openclustermanagement.dsl.syntax.Expression.MembershipOperator;
import io.openclustermanagement.dsl.syntax.Expression.QuantifierKind;
import org.antlr.v4.runtime.Token;

/** Which operator a token is. */
final class Operators {

  private Operators() {}

  static ArithmeticOperator arithmetic(Token token) {
    return switch (token.getType()) {
      case OcmTokens.PLUS -> ArithmeticOperator.ADD;
      case OcmTokens.MINUS -> ArithmeticOperator.SUBTRACT;
      case OcmTokens.TIMES -> ArithmeticOperator.MULTIPLY;
      case OcmTokens.SLASH -> ArithmeticOperator.DIVIDE;
      default -> throw unknown(token);
    };
  }

  static ComparisonOperator comparison(Token token) {
    return switch (token.getType()) {
      case OcmTokens.EQUAL -> ComparisonOperator.EQUAL;
      case OcmTokens.NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
      case OcmTokens.LESS -> ComparisonOperator.LESS;
      case OcmTokens.LESS_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
      case OcmTokens.GREATER -> ComparisonOperator.GREATER;
      case OcmTokens.GREATER_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
      default -> throw unknown(token);
    };
  }

  static MembershipOperator membership(Token token) {
    return switch (token.getType()) {
      case OcmTokens.IN -> MembershipOperator.IN;
      case OcmTokens.CONTAINS -> MembershipOperator.CONTAINS;
      case OcmTokens.STARTS_WITH -> MembershipOperator.STARTS_WITH;
      case OcmTokens.ENDS_WITH -> MembershipOperator.ENDS_WITH;
      case OcmTokens.MATCHES -> MembershipOperator.MATCHES;
      case OcmTokens.LIKE -> MembershipOperator.LIKE;
      default -> throw unknown(token);
    };
  }

  static QuantifierKind quantifier(Token token) {
    return switch (token.getType()) {
      case OcmTokens.ANY -> QuantifierKind.ANY;
      case OcmTokens.NO -> QuantifierKind.NO;
      case OcmTokens.EVERY -> QuantifierKind.EVERY;
      default -> throw unknown(token);
    };
  }

  private static IllegalStateException unknown(Token token) {
    return new IllegalStateException("no operator: " + token.getText());
  }
}
