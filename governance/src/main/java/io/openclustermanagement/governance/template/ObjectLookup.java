package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonObject;
import java.util.List;
import java.util.Optional;

/** The objects that templates can look up: those of one cluster. */
public interface ObjectLookup {
  /**
   * A kind that the API server knows.
   *
   * @param plural as in paths, such as {@code configmaps}
   * @param namespaced whether its objects are in namespaces
   */
  record Resource(String plural, boolean namespaced) {}

  /** What the API server knows of a kind; nothing if it is not installed. */
  Optional<Resource> resource(String apiVersion, String kind);

  /**
   * One object.
   *
   * @param namespace empty for a kind without namespaces
   */
  Optional<JsonObject> get(String apiVersion, String kind, String namespace, String name);

  /**
   * All objects of a kind, in the order of namespace and name.
   *
   * @param namespace empty for all namespaces
   */
  List<JsonObject> list(String apiVersion, String kind, String namespace);
}
