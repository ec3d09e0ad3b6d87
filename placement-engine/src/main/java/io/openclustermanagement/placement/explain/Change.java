package io.openclustermanagement.placement.explain;

import io.openclustermanagement.api.cluster.ClusterLabels;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.ManagedClusterSetBindingSpec;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.Quantity;
import org.jspecify.annotations.Nullable;

/** One fact of a cluster, or one field of a placement, that could be otherwise. */
public sealed interface Change {

  /** The cluster has the label with this value. */
  record SetLabel(String cluster, String key, String value) implements Change {}

  /** The cluster does not have the label. */
  record RemoveLabel(String cluster, String key) implements Change {}

  /** The cluster reports the claim with this value. */
  record SetClaim(String cluster, String name, String value) implements Change {}

  /** The cluster does not report the claim. */
  record RemoveClaim(String cluster, String name) implements Change {}

  /** The cluster does not have the taint. */
  record RemoveTaint(String cluster, String key, @Nullable String value, TaintEffect effect)
      implements Change {}

  /** The cluster is in the exclusive cluster set. */
  record JoinClusterSet(String cluster, String clusterSet) implements Change {}

  /** The cluster runs this Kubernetes version. */
  record SetVersion(String cluster, String version) implements Change {}

  /** The cluster has this allocatable amount. */
  record SetAllocatable(String cluster, String resource, Quantity amount) implements Change {}

  /** The cluster has this capacity. */
  record SetCapacity(String cluster, String resource, Quantity amount) implements Change {}

  /** An add-on reports this score of the cluster. */
  record SetScore(String cluster, String resourceName, String scoreName, int value)
      implements Change {}

  /** The placement chooses this many clusters. */
  record SetNumberOfClusters(int number) implements Change {}

  /** A spread constraint of the placement allows this skew. */
  record SetMaxSkew(int constraint, int maxSkew) implements Change {}

  /** The placement may choose from this cluster set as well. */
  record AddClusterSet(String clusterSet) implements Change {}

  /** The cluster set is bound to the placement's namespace. */
  record BindClusterSet(String namespace, String clusterSet) implements Change {}

  /** Whether it is the placement or its namespace that changes, not the cluster. */
  default boolean isOfPlacement() {
    return switch (this) {
      case SetNumberOfClusters c -> true;
      case SetMaxSkew c -> true;
      case AddClusterSet c -> true;
      case BindClusterSet c -> true;
      case SetLabel c -> false;
      case RemoveLabel c -> false;
      case SetClaim c -> false;
      case RemoveClaim c -> false;
      case RemoveTaint c -> false;
      case JoinClusterSet c -> false;
      case SetVersion c -> false;
      case SetAllocatable c -> false;
      case SetCapacity c -> false;
      case SetScore c -> false;
    };
  }

  /** The change in words, beginning with a verb. */
  default String describe() {
    return switch (this) {
      case SetLabel(String cluster, String key, String value) ->
          "set label " + key + " = \"" + value + "\"";
      case RemoveLabel(String cluster, String key) -> "remove label " + key;
      case SetClaim(String cluster, String name, String value) ->
          "set claim " + name + " = \"" + value + "\"";
      case RemoveClaim(String cluster, String name) -> "remove claim " + name;
      case RemoveTaint(String cluster, String key, var value, TaintEffect effect) ->
          "remove taint "
              + key
              + (value == null || value.isEmpty() ? "" : "=" + value)
              + ":"
              + effect.wireName();
      case JoinClusterSet(String cluster, String set) -> "join cluster set " + set;
      case SetVersion(String cluster, String version) -> "run Kubernetes " + version;
      case SetAllocatable(String cluster, String resource, Quantity amount) ->
          "set allocatable " + resource + " = " + amount;
      case SetCapacity(String cluster, String resource, Quantity amount) ->
          "set capacity " + resource + " = " + amount;
      case SetScore(String cluster, String resource, String score, int value) ->
          "report score " + resource + "/" + score + " = " + value;
      case SetNumberOfClusters(int number) -> "set numberOfClusters to " + number;
      case SetMaxSkew(int constraint, int maxSkew) ->
          "set maxSkew of spread constraint " + (constraint + 1) + " to " + maxSkew;
      case AddClusterSet(String set) -> "add " + set + " to the placement's clusterSets";
      case BindClusterSet(String namespace, String set) ->
          "bind cluster set " + set + " to namespace " + namespace;
    };
  }

  /** The fleet and placement with the change made. */
  default Hypothesis apply(Hypothesis now) {
    return switch (this) {
      case SetLabel(String cluster, String key, String value) ->
          now.withCluster(cluster, c -> Edits.label(c, key, value));
      case RemoveLabel(String cluster, String key) ->
          now.withCluster(cluster, c -> Edits.label(c, key, null));
      case SetClaim(String cluster, String name, String value) ->
          now.withCluster(cluster, c -> Edits.claim(c, name, value));
      case RemoveClaim(String cluster, String name) ->
          now.withCluster(cluster, c -> Edits.claim(c, name, null));
      case RemoveTaint taint -> now.withCluster(taint.cluster(), c -> Edits.without(c, taint));
      case JoinClusterSet(String cluster, String set) ->
          now.withCluster(cluster, c -> Edits.label(c, ClusterLabels.CLUSTER_SET, set));
      case SetVersion(String cluster, String version) ->
          now.withCluster(cluster, c -> Edits.version(c, version));
      case SetAllocatable(String cluster, String resource, Quantity amount) ->
          now.withCluster(cluster, c -> Edits.allocatable(c, resource, amount));
      case SetCapacity(String cluster, String resource, Quantity amount) ->
          now.withCluster(cluster, c -> Edits.capacity(c, resource, amount));
      case SetScore score -> new Hypothesis(Edits.score(now.fleet(), score), now.placement());
      case SetNumberOfClusters(int number) ->
          new Hypothesis(now.fleet(), Edits.number(now.placement(), number));
      case SetMaxSkew(int constraint, int maxSkew) ->
          new Hypothesis(now.fleet(), Edits.maxSkew(now.placement(), constraint, maxSkew));
      case AddClusterSet(String set) ->
          new Hypothesis(now.fleet(), Edits.clusterSet(now.placement(), set));
      case BindClusterSet(String namespace, String set) ->
          new Hypothesis(
              now.fleet()
                  .with(
                      new ManagedClusterSetBinding(
                          ObjectMeta.named(namespace, set),
                          new ManagedClusterSetBindingSpec(set),
                          null)),
              now.placement());
    };
  }
}
