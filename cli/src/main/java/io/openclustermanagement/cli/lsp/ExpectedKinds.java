package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.compiler.check.SymbolKind;
import java.util.List;

/** Which kinds of declarations a name can mean, by the clause it stands in. */
final class ExpectedKinds {
  private ExpectedKinds() {}

  /**
   * @param rule the clause as the grammar calls it
   * @param text the clause up to the name
   */
  static List<SymbolKind> of(String rule, String text) {
    String[] words = text.strip().split("[\\s\\[,]+", -1);
    String first = words[0];
    String second = words.length > 1 ? words[1] : "";
    return switch (rule) {
      case "placementClause", "clusterClause" -> List.of(SymbolKind.CLUSTER_SET);
      case "policySetClause" ->
          List.of(first.equals("policies") ? SymbolKind.POLICY : SymbolKind.PLACEMENT);
      case "deployClause" -> List.of(SymbolKind.PLACEMENT);
      case "policyClause", "exemptionClause" -> policyPart(first, second);
      case "declaration" -> declaration(first, text);
      case "fleetMember" -> text.contains(" on ") ? List.of() : List.of(SymbolKind.POLICY);
      case "testStep" -> step(first, second, text);
      case "expr" -> List.of(SymbolKind.POLICY, SymbolKind.POLICY_SET);
      case "violation" -> List.of(SymbolKind.RULE);
      default -> List.of();
    };
  }

  private static List<SymbolKind> policyPart(String first, String second) {
    if (first.equals("on")) {
      return List.of(SymbolKind.PLACEMENT);
    }
    return switch (second) {
      case "rule" -> List.of(SymbolKind.RULE);
      case "policyset" -> List.of(SymbolKind.POLICY_SET);
      case "policy" -> List.of(SymbolKind.POLICY);
      default -> List.of();
    };
  }

  private static List<SymbolKind> declaration(String first, String text) {
    return switch (first) {
      case "test" -> List.of(SymbolKind.FLEET);
      case "bind" ->
          text.matches("(?s).*\\sto\\s.*")
              ? List.of(SymbolKind.PLACEMENT)
              : List.of(SymbolKind.POLICY, SymbolKind.POLICY_SET);
      default -> List.of(SymbolKind.POLICY);
    };
  }

  private static List<SymbolKind> step(String first, String second, String text) {
    if (text.matches("(?s).*\\s(on|selects|exactly)\\s.*")) {
      return List.of();
    }
    if (first.equals("given")) {
      return List.of(SymbolKind.POLICY, SymbolKind.POLICY_SET);
    }
    return switch (second) {
      case "placement" -> List.of(SymbolKind.PLACEMENT);
      case "policy" -> List.of(SymbolKind.POLICY);
      case "rollout" -> List.of(SymbolKind.DEPLOYMENT);
      case "fleetrule" -> List.of(SymbolKind.FLEET_RULE);
      default -> List.of();
    };
  }
}
