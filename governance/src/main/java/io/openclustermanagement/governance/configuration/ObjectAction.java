package io.openclustermanagement.governance.configuration;

import java.util.Optional;

/** What enforcement does to an object. */
public enum ObjectAction {
  /** It is not there and is made. */
  CREATE("create"),
  /** It is changed in place. */
  PATCH("patch"),
  /** It must not be there and is deleted. */
  DELETE("delete"),
  /** It goes with the policy that made it. */
  PRUNE("prune");

  private final String wireName;

  ObjectAction(String wireName) {
    this.wireName = wireName;
  }

  /** The name in output. */
  public String wireName() {
    return wireName;
  }

  /** What a verdict counts as done; nothing for an object that is left alone. */
  public static Optional<ObjectAction> of(ObjectResult object) {
    String reason = object.reason();
    if (reason.startsWith(Reasons.CREATED)) {
      return Optional.of(CREATE);
    }
    if (reason.startsWith(Reasons.UPDATED)) {
      return Optional.of(PATCH);
    }
    return reason.startsWith(Reasons.DELETED) ? Optional.of(DELETE) : Optional.empty();
  }
}
