package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.meta.JsonObject;

/**
 * An object by what messages call it, such as {@code Pod team-a/web}.
 *
 * @param namespace empty for what belongs to the whole cluster
 */
record ObjectReference(String apiVersion, String kind, String namespace, String name) {

  static ObjectReference of(JsonObject object) {
    JsonObject metadata = object.object("metadata");
    return new ObjectReference(
        object.text("apiVersion").orElse(""),
        object.text("kind").orElse(""),
        metadata.text("namespace").orElse(""),
        metadata.text("name").orElse(""));
  }

  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
