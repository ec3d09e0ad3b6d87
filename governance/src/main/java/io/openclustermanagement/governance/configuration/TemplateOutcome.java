package io.openclustermanagement.governance.configuration;

/**
 * The condition of one object template.
 *
 * @param compliant whether all is as it should be
 * @param reason of the condition, in upstream's words
 * @param message in upstream's words
 */
public record TemplateOutcome(boolean compliant, String reason, String message) {

  /** The part of the policy's message that is about this template. */
  String text() {
    return (compliant ? "notification - " : "violation - ") + message;
  }
}
