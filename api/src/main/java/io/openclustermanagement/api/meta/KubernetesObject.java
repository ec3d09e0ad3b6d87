package io.openclustermanagement.api.meta;

/** An object of the Kubernetes API. */
public interface KubernetesObject {
  /** Group and version, such as {@code cluster.open-cluster-management.io/v1}. */
  String apiVersion();

  /** The kind, such as {@code ManagedCluster}. */
  String kind();

  /** Name, namespace, labels and the rest of the metadata. */
  ObjectMeta metadata();
}
