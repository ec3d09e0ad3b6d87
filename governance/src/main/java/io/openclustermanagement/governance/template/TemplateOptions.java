package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.gotemplate.Budget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How templates are resolved.
 *
 * @param delimiters hub or managed
 * @param lookupNamespace the only namespace that look-ups may read, empty for all
 * @param clusterScoped what look-ups restricted to a namespace may read outside of namespaces
 * @param denied functions that must not be called
 * @param skipObject whether {@code skipObject} is a function, as in a ConfigurationPolicy
 * @param encryption whether values of Secrets and of {@code protect} are encrypted, as on a hub
 * @param now the time that {@code now} gives; without one, {@code now} is an error
 * @param limits what one resolution may use
 */
public record TemplateOptions(
    Delimiters delimiters,
    String lookupNamespace,
    List<ClusterScopedObject> clusterScoped,
    Set<String> denied,
    boolean skipObject,
    Optional<Encryption> encryption,
    Optional<Instant> now,
    Budget.Limits limits) {
  /** What encloses a template. */
  public enum Delimiters {
    /** Resolved on the cluster: <code>{{ … }}</code>. */
    MANAGED("{{", "}}"),
    /** Resolved on the hub for each cluster: <code>{{hub … hub}}</code>. */
    HUB("{{hub", "hub}}");

    private final String left;
    private final String right;

    Delimiters(String left, String right) {
      this.left = left;
      this.right = right;
    }

    /** The beginning. */
    public String left() {
      return left;
    }

    /** The end. */
    public String right() {
      return right;
    }
  }

  /** An object or objects without namespace; {@code *} stands for all. */
  public record ClusterScopedObject(String group, String kind, String name) {}

  public TemplateOptions {
    clusterScoped = List.copyOf(clusterScoped);
    denied = Set.copyOf(denied);
  }

  /** Managed templates of a ConfigurationPolicy, which may read everything. */
  public static TemplateOptions managed() {
    return new TemplateOptions(
        Delimiters.MANAGED,
        "",
        List.of(),
        Set.of(),
        true,
        Optional.empty(),
        Optional.empty(),
        Budget.Limits.DEFAULT);
  }

  /**
   * Hub templates, which may read the namespace of the policy and the ManagedCluster.
   *
   * @param namespace of the policy
   * @param cluster the name of the ManagedCluster
   */
  public static TemplateOptions hub(String namespace, String cluster) {
    return new TemplateOptions(
        Delimiters.HUB,
        namespace,
        List.of(
            new ClusterScopedObject(
                "cluster.open-cluster-management.io", "ManagedCluster", cluster)),
        Set.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        Budget.Limits.DEFAULT);
  }

  /** The same with a time that {@code now} gives. */
  public TemplateOptions at(Instant time) {
    return new TemplateOptions(
        delimiters,
        lookupNamespace,
        clusterScoped,
        denied,
        skipObject,
        encryption,
        Optional.of(time),
        limits);
  }

  /** The same with encryption. */
  public TemplateOptions with(Encryption keys) {
    return new TemplateOptions(
        delimiters,
        lookupNamespace,
        clusterScoped,
        denied,
        skipObject,
        Optional.of(keys),
        now,
        limits);
  }

  /** The same with other limits. */
  public TemplateOptions within(Budget.Limits other) {
    return new TemplateOptions(
        delimiters, lookupNamespace, clusterScoped, denied, skipObject, encryption, now, other);
  }

  /** The same for look-ups that may read everything, such as those of a service account. */
  public TemplateOptions unrestricted() {
    return new TemplateOptions(
        delimiters, "", List.of(), denied, skipObject, encryption, now, limits);
  }
}
