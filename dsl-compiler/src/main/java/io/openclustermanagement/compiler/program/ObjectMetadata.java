package io.openclustermanagement.compiler.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an object is called on the hub.
 *
 * @param name the declared name unless {@code named} says otherwise
 */
public record ObjectMetadata(
    String name, Map<String, String> labels, Map<String, String> annotations) {

  public ObjectMetadata {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
  }
}
