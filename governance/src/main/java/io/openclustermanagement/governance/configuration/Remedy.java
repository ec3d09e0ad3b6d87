package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.compare.NearestChange;
import java.util.Optional;

/** The smallest change of a cluster that makes one object what a policy wants. */
public sealed interface Remedy {

  /** Nothing has to be done. */
  record Nothing() implements Remedy {}

  /**
   * The object has to be created.
   *
   * @param object as the policy wants it; empty if it must not be shown
   */
  record Create(Optional<JsonObject> object) implements Remedy {}

  /** The object has to be deleted. */
  record Delete() implements Remedy {}

  /**
   * An object has to be changed.
   *
   * @param name of the object; for a template without a name that of the one that is nearest
   */
  record Change(String name, NearestChange change) implements Remedy {}

  /**
   * No change of the object is known that helps.
   *
   * @param reason in a sentence
   */
  record Unknown(String reason) implements Remedy {}
}
