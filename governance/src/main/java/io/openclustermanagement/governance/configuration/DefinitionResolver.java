package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import java.util.Optional;

/** Resolves the Go templates of an object definition. */
@FunctionalInterface
interface DefinitionResolver {

  /** Takes definitions as they are. */
  static DefinitionResolver plain(boolean sensitive) {
    return (definition, _) -> new Resolution.Resolved(definition, sensitive);
  }

  Resolution resolve(JsonObject definition, Target target);

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
