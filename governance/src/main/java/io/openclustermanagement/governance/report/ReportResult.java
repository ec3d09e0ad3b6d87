package io.openclustermanagement.governance.report;

/**
 * One result in a report.
 *
 * @param policy name, behind its namespace and a slash if it has one
 * @param outcome {@code pass}, {@code fail}, {@code warn}, {@code error} or {@code skip}
 * @param message in the words of who wrote the report
 * @param object that it is about, such as {@code Pod shop/web}; empty if the report does not say
 */
public record ReportResult(String policy, String outcome, String message, String object) {

  /** The message with the object. */
  String text() {
    return object.isEmpty() ? message : "%s (on %s)".formatted(message, object);
  }
}
