package io.openclustermanagement.compiler.check;

/** What a resource is written for, which decides what it must have. */
enum Purpose {
  /** Compared with what a cluster has: any part will do, and it may depend on the cluster. */
  POLICY,
  /** Merged into what a cluster has, or given to a rule: any part will do, the same everywhere. */
  PATCH,
  /** Given to clusters, the same to each: it has to be whole. */
  DEPLOYMENT,
  /** What a cluster of a test has: it has to be whole. */
  FIXTURE;

  /** Whether everything must be there that an API server asks for. */
  boolean isWhole() {
    return this == DEPLOYMENT || this == FIXTURE;
  }

  /** Whether values may be templates, which are resolved for each cluster. */
  boolean mayUseTemplates() {
    return this == POLICY;
  }
}
