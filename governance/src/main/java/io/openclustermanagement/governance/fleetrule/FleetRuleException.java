package io.openclustermanagement.governance.fleetrule;

/** A rule cannot be evaluated; the message is a sentence for a person. */
final class FleetRuleException extends Exception {
  private static final long serialVersionUID = 1L;

  FleetRuleException(String message) {
    super(message, null, false, false);
  }
}
