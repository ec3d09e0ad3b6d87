package io.openclustermanagement.dsl.parser;

import org.jspecify.annotations.Nullable;

/** What people call the rules and tokens of the grammar. */
final class RuleNames {

  private RuleNames() {}

  /** What a rule is called where it is expected, or null if its parts are better named. */
  static @Nullable String phrase(int rule) {
    return switch (rule) {
      case OcmGrammar.RULE_expr, OcmGrammar.RULE_expression -> "an expression";
      case OcmGrammar.RULE_name, OcmGrammar.RULE_qualifiedName, OcmGrammar.RULE_nameRefs ->
          "a name";
      case OcmGrammar.RULE_nameList -> "a name or a list of names";
      case OcmGrammar.RULE_word, OcmGrammar.RULE_key, OcmGrammar.RULE_keyPath -> "a field name";
      case OcmGrammar.RULE_kind, OcmGrammar.RULE_kinds -> "a kind";
      case OcmGrammar.RULE_type -> "a type";
      case OcmGrammar.RULE_list -> "a list in brackets";
      case OcmGrammar.RULE_literal -> "a value";
      case OcmGrammar.RULE_argument, OcmGrammar.RULE_arguments -> "an argument";
      case OcmGrammar.RULE_parameter -> "a parameter";
      case OcmGrammar.RULE_entry -> "a field";
      case OcmGrammar.RULE_resource, OcmGrammar.RULE_manifest -> "a resource";
      case OcmGrammar.RULE_declaration -> "a declaration";
      default -> {
        String owner = owner(rule);
        yield owner == null ? null : "a clause of " + owner;
      }
    };
  }

  /** The construct whose clauses a rule describes, or null. */
  static @Nullable String owner(int rule) {
    return switch (rule) {
      case OcmGrammar.RULE_clusterSetClause -> "clusterset";
      case OcmGrammar.RULE_placementClause -> "placement";
      case OcmGrammar.RULE_preference -> "prefer";
      case OcmGrammar.RULE_groupItem -> "groups";
      case OcmGrammar.RULE_policyClause -> "policy";
      case OcmGrammar.RULE_ruleClause -> "rule";
      case OcmGrammar.RULE_policySetClause -> "policyset";
      case OcmGrammar.RULE_exemptionClause -> "exemption";
      case OcmGrammar.RULE_deployClause -> "deploy";
      case OcmGrammar.RULE_rolloutClause -> "rollout";
      case OcmGrammar.RULE_fleetMember -> "fleet";
      case OcmGrammar.RULE_clusterClause -> "cluster";
      case OcmGrammar.RULE_fleetRuleClause -> "fleetrule";
      case OcmGrammar.RULE_testStep -> "test";
      default -> null;
    };
  }

  /** Whether recovery may skip to the end of what a rule describes. */
  static boolean isRecoverable(int rule) {
    return owner(rule) != null
        || switch (rule) {
          case OcmGrammar.RULE_file,
              OcmGrammar.RULE_interpolation,
              OcmGrammar.RULE_header,
              OcmGrammar.RULE_importDeclaration,
              OcmGrammar.RULE_declaration,
              OcmGrammar.RULE_manifest,
              OcmGrammar.RULE_entry,
              OcmGrammar.RULE_expression ->
              true;
          default -> false;
        };
  }

  static boolean isName(int rule) {
    return switch (rule) {
      case OcmGrammar.RULE_name,
          OcmGrammar.RULE_qualifiedName,
          OcmGrammar.RULE_nameRefs,
          OcmGrammar.RULE_nameList,
          OcmGrammar.RULE_parameter ->
          true;
      default -> false;
    };
  }

  /** Whether a token can stand between an expression and its continuation. */
  static boolean continuesExpression(int type) {
    return switch (type) {
      case OcmTokens.DOT,
          OcmTokens.SAFE_DOT,
          OcmTokens.LBRACKET,
          OcmTokens.LPAREN,
          OcmTokens.TIMES,
          OcmTokens.SLASH,
          OcmTokens.PLUS,
          OcmTokens.MINUS,
          OcmTokens.LESS,
          OcmTokens.LESS_EQUAL,
          OcmTokens.GREATER,
          OcmTokens.GREATER_EQUAL,
          OcmTokens.EQUAL,
          OcmTokens.NOT_EQUAL ->
          true;
      default -> isOperatorWord(type);
    };
  }

  /** Whether a word can stand between two operands. */
  static boolean isOperatorWord(int type) {
    return switch (type) {
      case OcmTokens.NOT,
          OcmTokens.IN,
          OcmTokens.CONTAINS,
          OcmTokens.STARTS_WITH,
          OcmTokens.ENDS_WITH,
          OcmTokens.MATCHES,
          OcmTokens.LIKE,
          OcmTokens.IS,
          OcmTokens.COMPLIES,
          OcmTokens.AND,
          OcmTokens.OR,
          OcmTokens.IMPLIES ->
          true;
      default -> false;
    };
  }

  /** What a token is called where it is expected. */
  static String tokenPhrase(int type) {
    return switch (type) {
      case OcmTokens.STRING -> "a text in quotes";
      case OcmTokens.FENCE -> "a fenced text";
      case OcmTokens.IDENT -> "a name";
      case OcmTokens.INT -> "a whole number";
      case OcmTokens.DATE -> "a date such as `2026-12-31`";
      default -> "`" + Keywords.text(type) + "`";
    };
  }
}
