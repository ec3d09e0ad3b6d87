package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.PolicyApi;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.ResourceKind;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The state of objects that no replicated policy brings, as the cluster has them ({@code
 * processDependencies} of the framework add-on's {@code controllers/templatesync}).
 */
record DependencyLookup(Optional<ClusterState> cluster) {
  private static final String GATEKEEPER_TEMPLATES = "templates.gatekeeper.sh/";
  private static final String GATEKEEPER_CONSTRAINTS = "constraints.gatekeeper.sh/";

  /**
   * What is known of an object.
   *
   * @param state empty if it does not exist or has none
   * @param reason why there is no state
   */
  record Found(Optional<VerdictState> state, String reason) {
    static Found of(VerdictState state) {
      return new Found(Optional.of(state), UnmetDependency.MISMATCH);
    }

    static Found nothing(String reason) {
      return new Found(Optional.empty(), reason);
    }
  }

  Found find(PolicyDependency dependency) {
    return cluster.map(state -> find(dependency, state)).orElse(Found.of(VerdictState.UNKNOWN));
  }

  private static Found find(PolicyDependency dependency, ClusterState state) {
    Inventory inventory = state.inventory();
    Optional<ResourceKind> kind = inventory.resource(dependency.apiVersion(), dependency.kind());
    boolean template = dependency.apiVersion().startsWith(GATEKEEPER_TEMPLATES);
    Optional<JsonObject> object =
        kind.flatMap(
                each ->
                    inventory.find(
                        each, namespace(dependency, each, state.name()), dependency.name()))
            .filter(each -> !isReplica(each));
    if (template) {
      return Found.of(object.isPresent() ? VerdictState.COMPLIANT : VerdictState.NON_COMPLIANT);
    }
    if (kind.isEmpty()) {
      return Found.nothing(UnmetDependency.NO_MAPPING);
    }
    return object
        .map(each -> state(dependency, each.object("status")))
        .orElse(Found.nothing(UnmetDependency.NOT_FOUND));
  }

  /** Policies stand in the namespace of the cluster, whatever the dependency says. */
  private static String namespace(
      PolicyDependency dependency, ResourceKind kind, String clusterName) {
    if (!kind.namespaced()) {
      return "";
    }
    String named = Objects.requireNonNullElse(dependency.namespace(), "");
    boolean policy =
        dependency.apiVersion().startsWith(PolicyApi.GROUP + "/")
            && dependency.kind().endsWith("Policy");
    return named.isEmpty() || policy ? clusterName : named;
  }

  /** A replica that the cluster has from before counts only if the cluster still gets it. */
  private static boolean isReplica(JsonObject object) {
    return object.object("metadata").object("labels").get(PolicyLabels.ROOT_POLICY) != null;
  }

  private static Found state(PolicyDependency dependency, JsonObject status) {
    if (dependency.apiVersion().startsWith(GATEKEEPER_CONSTRAINTS)) {
      return status.get("totalViolations") instanceof JsonInteger(long violations)
          ? Found.of(violations == 0 ? VerdictState.COMPLIANT : VerdictState.NON_COMPLIANT)
          : Found.nothing(UnmetDependency.NO_STATE);
    }
    return status
        .text("compliant")
        .flatMap(
            text ->
                Arrays.stream(VerdictState.values())
                    .filter(state -> state.wireName().equals(text))
                    .findFirst())
        .map(Found::of)
        .orElse(Found.nothing(UnmetDependency.NO_STATE));
  }
}
