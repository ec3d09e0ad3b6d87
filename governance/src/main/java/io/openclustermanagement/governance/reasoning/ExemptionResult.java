package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What an exemption does.
 *
 * @param exemption the exemption
 * @param state whether it applies
 * @param days from today to its last day; negative after it
 * @param findings what it covers; of one that has ended, what it would cover
 * @param problem why it covers nothing, as a sentence
 */
public record ExemptionResult(
    Exemption exemption, State state, long days, List<Finding> findings, Optional<String> problem) {

  /** Whether an exemption applies. */
  public enum State {
    ACTIVE("Active"),
    /** It applies, and ends within {@value Rules#NOTICE_DAYS} days. */
    ENDING("Ending"),
    /** It does not apply any more. */
    EXPIRED("Expired"),
    /** It cannot be applied as it is. */
    INVALID("Invalid");

    private final String wireName;

    State(String wireName) {
      this.wireName = wireName;
    }

    /** The name in output. */
    public String wireName() {
      return wireName;
    }
  }

  public ExemptionResult {
    findings = List.copyOf(findings);
  }
}
