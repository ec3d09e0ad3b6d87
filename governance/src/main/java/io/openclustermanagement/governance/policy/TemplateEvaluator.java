package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.meta.JsonObject;

/**
 * Judges the templates of policies that are of certain kinds. One evaluator serves all clusters,
 * from several threads, so that what it prepares for a template is prepared once.
 */
public interface TemplateEvaluator {

  /** Whether templates of this kind are its business. */
  boolean judges(String apiVersion, String kind);

  /**
   * How a cluster stands with a template.
   *
   * @param template of a kind that it judges, with the remediation that is in effect
   */
  TemplateVerdict evaluate(JsonObject template, ClusterState cluster);

  /**
   * Whether templates of this kind are put on the cluster as they are, so that others can refer to
   * them, as constraints do to their ConstraintTemplate.
   */
  default boolean delivers(String apiVersion, String kind) {
    return false;
  }
}
