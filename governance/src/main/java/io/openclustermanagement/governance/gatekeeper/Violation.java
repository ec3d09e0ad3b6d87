package io.openclustermanagement.governance.gatekeeper;

import io.openclustermanagement.api.meta.GenericObject;

/** An object that violates a constraint, and why. */
record Violation(GenericObject object, String message) {
  private static final int MAX_MESSAGE = 256;

  /** As upstream words it; Gatekeeper keeps the beginning of a long message. */
  String text(String enforcementAction) {
    String name = object.namespace().map(each -> each + "/").orElse("") + object.name().orElse("");
    return "%s - %s (on %s %s)".formatted(enforcementAction, shortened(), object.kind(), name);
  }

  private String shortened() {
    return message.length() <= MAX_MESSAGE
        ? message
        : message.substring(0, MAX_MESSAGE - 3) + "...";
  }
}
