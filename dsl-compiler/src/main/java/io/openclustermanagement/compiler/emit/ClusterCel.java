package io.openclustermanagement.compiler.emit;

import static io.openclustermanagement.compiler.emit.CelWriter.quoted;

import io.openclustermanagement.compiler.program.Property;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How CEL reaches the properties of a ManagedCluster. */
final class ClusterCel {

  /** The variable of the cluster in a selector of a placement. */
  static final String ROOT = "managedCluster";

  /** Upstream's {@code semver} takes no version with a {@code v}, and no flag to be tolerant. */
  private static final String WITHOUT_V = ".replace(\"v\", \"\", 1)";

  /**
   * How CEL reaches a property.
   *
   * @param guards what must hold first, in this order
   */
  record Access(Set<String> guards, String value) {}

  private ClusterCel() {}

  /**
   * @param root what stands for the cluster
   */
  static Access access(String root, Property property) {
    return switch (property) {
      case Property.Label(String key) -> entry(root + ".metadata.labels", key, "%s[%s]");
      case Property.Claim(String key) -> claim(root + ".status.clusterClaims", key);
      case Property.Allocatable(String resource) ->
          entry(root + ".status.allocatable", resource, "quantity(%s[%s])");
      case Property.Capacity(String resource) ->
          entry(root + ".status.capacity", resource, "quantity(%s[%s])");
      case Property.KubernetesVersion() -> {
        String version = root + ".status.version.kubernetes";
        String bare = version + WITHOUT_V;
        yield new Access(
            ordered("has(" + version + ")", "isSemver(" + bare + ")"), "semver(" + bare + ")");
      }
      case Property.Name() -> new Access(ordered(), root + ".metadata.name");
      case Property.Available() -> available(root + ".status.conditions");
    };
  }

  private static Access claim(String claims, String key) {
    String name = "c.name == " + quoted(key);
    return new Access(
        ordered("has(" + claims + ")", claims + ".exists(c, " + name + ")"),
        claims + ".filter(c, " + name + ")[0].value");
  }

  /** A cluster without conditions has {@code null} there: the field is never left out of JSON. */
  private static Access available(String conditions) {
    return new Access(
        ordered("has(" + conditions + ")", "type(" + conditions + ") == list"),
        conditions
            + ".exists(c, c.type == \"ManagedClusterConditionAvailable\""
            + " && c.status == \"True\")");
  }

  private static Access entry(String map, String key, String format) {
    return new Access(
        ordered("has(" + map + ")", quoted(key) + " in " + map),
        format.formatted(map, quoted(key)));
  }

  private static Set<String> ordered(String... guards) {
    return new LinkedHashSet<>(List.of(guards));
  }
}
