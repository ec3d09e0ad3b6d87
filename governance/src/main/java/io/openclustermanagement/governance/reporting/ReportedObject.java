package io.openclustermanagement.governance.reporting;

import java.util.List;

/**
 * An object that a check is about.
 *
 * @param namespace empty for what belongs to the whole cluster
 * @param name {@code -} where there is no object to name
 * @param reason in upstream's words
 * @param diff the unified difference between the object and what is wanted; empty if there is none
 * @param explanation one line for each difference, such as {@code /spec/replicas: wanted 2, found
 *     1}; without values where they must not be shown
 */
public record ReportedObject(
    String apiVersion,
    String kind,
    String namespace,
    String name,
    String reason,
    String diff,
    List<String> explanation) {

  public ReportedObject {
    explanation = List.copyOf(explanation);
  }

  /** Such as {@code Pod team-a/web}. */
  public String label() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
