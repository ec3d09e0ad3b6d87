package io.openclustermanagement.governance.operator;

/**
 * One observation about an operator ({@code controllers/operatorpolicy_status.go}).
 *
 * @param compliant whether it is as the policy wants it
 * @param message in upstream's words
 */
record OperatorCondition(boolean compliant, String message) {

  static OperatorCondition good(String message) {
    return new OperatorCondition(true, message);
  }

  static OperatorCondition bad(String message) {
    return new OperatorCondition(false, message);
  }

  static OperatorCondition undetermined(String kind) {
    return bad(
        "the status of the %s could not be determined because the policy is invalid"
            .formatted(kind));
  }

  static OperatorCondition missing(String kind) {
    return bad("the %s required by the policy was not found".formatted(kind));
  }

  static OperatorCondition created(String kind) {
    return good("the %s required by the policy was created".formatted(kind));
  }

  static OperatorCondition matches(String kind) {
    return good("the %s matches what is required by the policy".formatted(kind));
  }

  static OperatorCondition mismatch(String kind) {
    return bad("the %s found on the cluster does not match the policy".formatted(kind));
  }

  static OperatorCondition updated(String kind) {
    return good("the %s was updated to match the policy".formatted(kind));
  }

  static OperatorCondition absent(String kind) {
    return good("the %s is not present".formatted(kind));
  }

  static OperatorCondition kept(String kind) {
    return good("the policy specifies to keep the " + kind);
  }

  static OperatorCondition notApplicable(String kind) {
    return good("MustNotHave policies ignore kind " + kind);
  }

  /**
   * Objects that must not be there.
   *
   * @param names of them, none to leave them out
   * @param deleted whether enforcement takes them away
   */
  static OperatorCondition forbidden(String kind, String names, boolean several, boolean deleted) {
    String what =
        "the " + kind + (several ? "s" : "") + (names.isEmpty() ? "" : " (" + names + ")");
    String verb = deleted ? several ? " were" : " was" : several ? " are" : " is";
    return new OperatorCondition(deleted, what + verb + (deleted ? " deleted" : " present"));
  }
}
