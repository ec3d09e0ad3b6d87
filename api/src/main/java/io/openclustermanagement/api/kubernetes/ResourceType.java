package io.openclustermanagement.api.kubernetes;

/**
 * A kind of a Kubernetes API.
 *
 * @param group the API group, empty for the core group
 * @param version the version, such as {@code v1}
 * @param kind the kind, such as {@code Deployment}
 * @param plural the name of the resource in URLs, such as {@code deployments}
 * @param namespaced whether objects live in a namespace, otherwise they belong to the cluster
 * @param root the fields of an object, with {@code apiVersion}, {@code kind} and {@code metadata}
 */
public record ResourceType(
    String group, String version, String kind, String plural, boolean namespaced, StructType root) {

  /** Group and version as manifests have them. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  @Override
  public String toString() {
    return kind + "@" + apiVersion();
  }
}
