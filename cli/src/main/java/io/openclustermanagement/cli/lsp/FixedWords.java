package io.openclustermanagement.cli.lsp;

import java.util.List;

/** Words that are no keywords but the only ones that a clause knows. */
final class FixedWords {
  private static final List<String> EFFECTS =
      List.of("NoSelect", "PreferNoSelect", "NoSelectIfNew");
  private static final List<String> STATES =
      List.of("Compliant", "NonCompliant", "Pending", "Unknown");

  private FixedWords() {}

  /**
   * @param rule the clause as the grammar calls it
   * @param text the clause up to the word
   */
  static List<String> of(String rule, String text) {
    String last = text.stripTrailing().replaceFirst("(?s).*\\s", "");
    String first = text.strip().replaceFirst("(?s)\\s.*", "");
    if (last.equals("severity")) {
      return List.of("low", "medium", "high", "critical");
    }
    if (last.equals("effect") || (rule.equals("clusterClause") && first.equals("taint"))) {
      return EFFECTS;
    }
    if (last.equals("is")) {
      return STATES;
    }
    if (last.equals("condition")) {
      return List.of("Available", "HubAccepted", "Joined");
    }
    if (rule.equals("conditionStatus") || (rule.equals("clusterClause") && last.equals("="))) {
      return List.of("True", "False", "Unknown");
    }
    return rule.equals("preference") && last.equals("allocatable")
        ? List.of("cpu", "memory")
        : List.of();
  }
}
