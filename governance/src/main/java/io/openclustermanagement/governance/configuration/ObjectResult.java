package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.compare.Difference;
import java.util.List;
import java.util.Optional;

/**
 * One object that a policy is about.
 *
 * @param namespace empty for what belongs to the whole cluster
 * @param name {@code -} where there is no object to name
 * @param reason in upstream's words
 * @param change the difference between the object and what is wanted
 * @param matchesAfterDryRun whether what is wanted changes nothing after all
 * @param mayMatchAfterDefaulting whether the defaults of an API server could make it match
 * @param desired what enforcement would write, or has to be there; empty where it must not be shown
 * @param differences why it does not match; without values where they must not be shown
 */
public record ObjectResult(
    String apiVersion,
    String kind,
    String namespace,
    String name,
    boolean compliant,
    String reason,
    ObjectDiff change,
    boolean matchesAfterDryRun,
    boolean mayMatchAfterDefaulting,
    Optional<JsonObject> desired,
    List<Difference> differences) {

  public ObjectResult {
    differences = List.copyOf(differences);
  }

  /** An object of which no more is known than whether it is as it should be. */
  public static ObjectResult of(
      String apiVersion,
      String kind,
      String namespace,
      String name,
      boolean compliant,
      String reason) {
    return new ObjectResult(
        apiVersion,
        kind,
        namespace,
        name,
        compliant,
        reason,
        ObjectDiff.NONE,
        false,
        false,
        Optional.empty(),
        List.of());
  }

  /** The unified difference between the object and what is wanted; empty if there is none. */
  public String diff() {
    return change.text();
  }

  /** Whether it is about the same object as another. */
  boolean isSameObject(ObjectResult other) {
    return apiVersion.equals(other.apiVersion)
        && kind.equals(other.kind)
        && namespace.equals(other.namespace)
        && name.equals(other.name);
  }
}
