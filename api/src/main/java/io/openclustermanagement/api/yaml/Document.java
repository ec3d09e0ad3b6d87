package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import java.util.Map;

/** An object of a file: a document, or an item of a list. */
public sealed interface Document {
  /** The object. */
  KubernetesObject object();

  /** Where the values of the object stand. */
  Positions positions();

  /**
   * An object of a kind that this project knows.
   *
   * @param object the object, without defaults
   * @param positions where its values stand
   */
  record Typed(KubernetesObject object, Positions positions) implements Document {}

  /**
   * An object of another kind.
   *
   * @param object the object as it stands
   * @param positions where its values stand
   */
  record Foreign(GenericObject object, Positions positions) implements Document {
    /** The whole object as maps, lists, texts, {@code Long}, {@code Double}, booleans and null. */
    public Map<String, Object> content() {
      return object.content().toTree();
    }
  }
}
