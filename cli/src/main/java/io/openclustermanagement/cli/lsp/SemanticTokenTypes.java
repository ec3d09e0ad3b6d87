package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.check.SymbolKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** What tokens are coloured as, in the words that all editors know. */
enum SemanticTokenTypes {
  NAMESPACE,
  CLASS,
  TYPE,
  FUNCTION,
  METHOD,
  PARAMETER,
  VARIABLE,
  PROPERTY,
  ENUM_MEMBER("enumMember"),
  KEYWORD,
  COMMENT,
  STRING,
  NUMBER,
  OPERATOR;

  /** The bit of the only modifiers. */
  static final int DECLARATION = 1;

  static final int DOCUMENTATION = 2;

  static final SemanticTokensLegend LEGEND =
      new SemanticTokensLegend(
          Arrays.stream(values()).map(SemanticTokenTypes::word).toList(),
          List.of("declaration", "documentation"));

  private final String word;

  SemanticTokenTypes() {
    word = name().toLowerCase(Locale.ROOT);
  }

  SemanticTokenTypes(String word) {
    this.word = word;
  }

  /** Its place in the legend. */
  int number() {
    return LEGEND.getTokenTypes().indexOf(word);
  }

  String word() {
    return word;
  }

  static SemanticTokenTypes of(SymbolKind kind) {
    return switch (kind) {
      case CLUSTER_SET, PLACEMENT, POLICY, POLICY_SET, EXEMPTION, DEPLOYMENT, FLEET, FLEET_RULE ->
          CLASS;
      case PARAM -> VARIABLE;
      case FUN -> FUNCTION;
      case MODULE -> NAMESPACE;
      case CLUSTER, GROUP -> ENUM_MEMBER;
      case RULE -> METHOD;
      case VARIABLE -> PARAMETER;
    };
  }
}
