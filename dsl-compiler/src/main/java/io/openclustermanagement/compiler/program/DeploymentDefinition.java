package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.dsl.syntax.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@code deploy}, checked.
 *
 * @param namespace the hub namespace
 * @param nameOrigin the declared name
 * @param origin the whole declaration
 */
public record DeploymentDefinition(
    GlobalName name,
    String namespace,
    ObjectMetadata metadata,
    List<Use> placements,
    List<Manifest> manifests,
    Optional<Rollout> rollout,
    Optional<Apply> apply,
    List<Health> health,
    List<Report> reports,
    Optional<ServiceAccount> account,
    Optional<Deletion> deletion,
    Origin nameOrigin,
    Origin origin) {
  public DeploymentDefinition {
    placements = List.copyOf(placements);
    manifests = List.copyOf(manifests);
    health = List.copyOf(health);
    reports = List.copyOf(reports);
  }

  /** What tells its manifests from each other, in their order. */
  public List<ManifestReference> references() {
    return manifests.stream().map(ManifestReference::of).toList();
  }

  /**
   * In which steps the clusters get it.
   *
   * @param firstGroups decision groups that must succeed before the others begin
   * @param atMost how many clusters may be in progress at a time
   * @param soak how long a cluster must be healthy before it counts
   * @param deadline after which a cluster counts as failed
   */
  public record Rollout(
      Steps steps,
      List<Located> firstGroups,
      Optional<Amount> atMost,
      Optional<Period> soak,
      Optional<Period> deadline,
      Optional<Amount> maxFailures,
      Origin origin) {
    public Rollout {
      firstGroups = List.copyOf(firstGroups);
    }
  }

  /** The forms of a rollout. */
  public enum Steps {
    ALL,
    PROGRESSIVE,
    PER_GROUP
  }

  /** A number of clusters, or a share of them in percent. */
  public record Amount(int number, boolean isPercent, Origin origin) {}

  /** A time span in whole seconds. */
  public record Period(Duration duration, Origin origin) {}

  /**
   * How the agent writes the manifests.
   *
   * @param ignoring JSON pointers of fields that others own
   */
  public record Apply(ApplyMode mode, boolean force, List<Located> ignoring, Origin origin) {
    public Apply {
      ignoring = List.copyOf(ignoring);
    }
  }

  /** The update strategies of a ManifestWork. */
  public enum ApplyMode {
    UPDATE,
    SERVER_SIDE,
    CREATE_ONLY,
    READ_ONLY
  }

  /**
   * One of the manifests.
   *
   * @param resource the plural of its kind
   */
  public record ManifestReference(
      String group, String resource, String name, Optional<String> namespace) {

    /** The reference to a manifest; the plural of an unknown kind is guessed as upstream does. */
    public static ManifestReference of(Manifest manifest) {
      KindReference kind = manifest.kind();
      return new ManifestReference(
          kind.group(),
          kind.type().map(ResourceType::plural).orElseGet(() -> plural(kind.kind())),
          manifest.name().orElse(""),
          manifest.namespace());
    }

    /** See {@code meta.UnsafeGuessKindToResource} of apimachinery. */
    private static String plural(String kind) {
      String word = kind.toLowerCase(Locale.ROOT);
      if (word.endsWith("s")) {
        return word + "es";
      }
      return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }
  }

  /**
   * When a manifest counts as healthy.
   *
   * @param condition over the manifest, whose fields have bare names
   */
  public record Health(ManifestReference manifest, ResourceScope condition, Origin origin) {}

  /**
   * What the hub gets to know of a manifest.
   *
   * @param paths JSON paths with a name each; empty for the well-known status
   */
  public record Report(ManifestReference manifest, List<NamedPath> paths, Origin origin) {
    public Report {
      paths = List.copyOf(paths);
    }
  }

  /** A JSON path and what its value is called. */
  public record NamedPath(String name, String path, Origin origin) {}

  /** With whose rights the agent writes. */
  public record ServiceAccount(String namespace, String name, Origin origin) {}

  /** What becomes of the manifests when the deployment is deleted. */
  public record Deletion(Propagation propagation, Origin origin) {}

  /** The forms of a deletion. */
  public enum Propagation {
    FOREGROUND,
    BACKGROUND,
    ORPHAN
  }
}
