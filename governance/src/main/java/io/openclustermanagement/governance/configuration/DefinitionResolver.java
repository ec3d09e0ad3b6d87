package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.template.ObjectLookup;
import java.time.Instant;
import java.util.Optional;

/** Resolves the Go templates of an object definition; shared by all clusters. */
@FunctionalInterface
interface DefinitionResolver {

  /** Takes a definition as it is. */
  static DefinitionResolver plain(JsonObject definition, boolean sensitive) {
    Resolution resolved = new Resolution.Resolved(definition, sensitive);
    return (_, _) -> resolved;
  }

  Resolution resolve(Target target, Surroundings surroundings);

  /**
   * What a template can look at.
   *
   * @param lookup the objects of the cluster
   * @param now the time, if it is known
   */
  record Surroundings(ObjectLookup lookup, Optional<Instant> now) {}

  /**
   * What a template is resolved for.
   *
   * @param namespace empty where there is none
   * @param name empty where there is none
   * @param object the existing object of that name
   */
  record Target(String namespace, String name, Optional<JsonObject> object) {}

  /** What became of the templates. */
  sealed interface Resolution {

    /**
     * @param sensitive whether secrets were read, so that no difference may be shown
     */
    record Resolved(JsonObject definition, boolean sensitive) implements Resolution {}

    /** The template said that the object is to be left out. */
    record Skipped() implements Resolution {}

    /**
     * @param message in upstream's words
     */
    record Failed(String message) implements Resolution {}
  }
}
