package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.meta.KubernetesObject;
import java.util.Map;

/** An object of a file: a document, or an item of a list. */
public sealed interface Document {
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
   * @param apiVersion group and version
   * @param kind the kind
   * @param content the whole object as maps, lists, texts, {@code Long}, {@code
   *     java.math.BigInteger}, {@code Double}, {@code Boolean} and {@code null}
   * @param positions where its values stand
   */
  record Foreign(String apiVersion, String kind, Map<String, Object> content, Positions positions)
      implements Document {}
}
