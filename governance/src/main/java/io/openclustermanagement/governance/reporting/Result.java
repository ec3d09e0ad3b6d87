package io.openclustermanagement.governance.reporting;

import java.util.Optional;

/**
 * The unit that is counted: a check on one object, or the check itself if it is about none.
 *
 * @param object what it is about
 * @param waiver what lets it be, for an exempted result; what once did for another
 */
public record Result(
    Check check, Optional<ReportedObject> object, ReportState state, Optional<Waiver> waiver) {

  /** The namespace of the object; empty if there is none. */
  public String namespace() {
    return object.map(ReportedObject::namespace).orElse("");
  }

  /** Names it among all results of a report, and is the same in the next report. */
  public String id() {
    ReportedPolicy policy = check.policy();
    return String.join(
        "/",
        policy.namespace(),
        policy.name(),
        Integer.toString(check.index()),
        check.template(),
        check.cluster(),
        object
            .map(
                each ->
                    String.join("/", each.apiVersion(), each.kind(), each.namespace(), each.name()))
            .orElse(""));
  }
}
