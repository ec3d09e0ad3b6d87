package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.PolicyApi;

/** Keys of labels and annotations of the policy framework. */
final class PolicyLabels {
  /** What the keys of the framework start with. */
  static final String PREFIX = PolicyApi.GROUP + "/";

  static final String CLUSTER_NAME = PREFIX + "cluster-name";
  static final String CLUSTER_NAMESPACE = PREFIX + "cluster-namespace";
  static final String ROOT_POLICY = PREFIX + "root-policy";

  /** Label of what a policy puts on a cluster: the policy. */
  static final String POLICY = PREFIX + "policy";

  /** Annotation: {@code "true"} leaves templates as they are. */
  static final String DISABLE_TEMPLATES = PREFIX + "disable-templates";

  /** Annotation of a template: why its hub templates could not be resolved. */
  static final String HUB_TEMPLATES_ERROR = PREFIX + "hub-templates-error";

  /** Annotation: Argo CD must not take a replica for its own. */
  static final String COMPARE_OPTIONS = "argocd.argoproj.io/compare-options";

  private PolicyLabels() {}
}
