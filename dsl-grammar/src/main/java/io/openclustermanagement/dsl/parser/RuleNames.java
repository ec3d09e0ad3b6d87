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

  /** What a rule is called where it is expected right behind a token. */
  static @Nullable String phrase(int rule, int previous) {
    String special =
        switch (rule) {
          case OcmGrammar.RULE_expr, OcmGrammar.RULE_expression -> operand(previous);
          case OcmGrammar.RULE_name -> named(previous);
          default -> null;
        };
    return special == null ? phrase(rule) : special;
  }

  /** What the expression behind a word of a clause is for, or null. */
  private static @Nullable String operand(int word) {
    return switch (word) {
      case OcmTokens.CHOOSE -> "a number";
      case OcmTokens.SIZE, OcmTokens.MOST, OcmTokens.FAILURES -> "a number or a percentage";
      case OcmTokens.OVER -> "what to spread over";
      default -> null;
    };
  }

  /** What the name behind the first word of a declaration is the name of, or null. */
  private static @Nullable String named(int word) {
    return switch (word) {
      case OcmTokens.CLUSTERSET,
          OcmTokens.PLACEMENT,
          OcmTokens.POLICY,
          OcmTokens.RULE,
          OcmTokens.TEMPLATE,
          OcmTokens.POLICYSET,
          OcmTokens.EXEMPTION,
          OcmTokens.DEPLOY,
          OcmTokens.FLEET,
          OcmTokens.CLUSTER,
          OcmTokens.FLEETRULE,
          OcmTokens.GROUP ->
          "the name of the " + Keywords.text(word);
      case OcmTokens.PARAM -> "the name of the parameter";
      case OcmTokens.FUN -> "the name of the function";
      default -> null;
    };
  }

  /** Whether a name has to follow a word that begins a declaration or clause. */
  static boolean beginsNamed(int word) {
    return named(word) != null;
  }

  /** Whether a token may stand behind the name of a declaration, but not in place of it. */
  static boolean followsName(int type) {
    return switch (type) {
      case OcmTokens.LBRACE, OcmTokens.LPAREN, OcmTokens.COLON, OcmTokens.ASSIGN -> true;
      default -> false;
    };
  }

  /** Whether a token is a value on its own. */
  static boolean isLiteral(int type) {
    return switch (type) {
      case OcmTokens.STRING,
          OcmTokens.FENCE,
          OcmTokens.INT,
          OcmTokens.FLOAT,
          OcmTokens.UNIT,
          OcmTokens.PERCENT,
          OcmTokens.VERSION_NUMBER,
          OcmTokens.DATE ->
          true;
      default -> false;
    };
  }

  /** What one of the things is called that stand in a block, or null for the fields of objects. */
  static @Nullable String item(int rule) {
    return switch (rule) {
      case OcmGrammar.RULE_preference -> "preference";
      case OcmGrammar.RULE_manifest -> "resource";
      case OcmGrammar.RULE_header, OcmGrammar.RULE_importDeclaration, OcmGrammar.RULE_declaration ->
          "declaration";
      default -> owner(rule) == null ? null : "clause";
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
