package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which labels a namespace or an object must have; both parts must hold.
 *
 * @param equal the value by key
 * @param condition over the labels of the object, written as those of a cluster are; tests nothing
 *     but labels, joined by {@code and}
 */
public record LabelSelection(Map<String, String> equal, Optional<Expr> condition, Origin origin) {
  public LabelSelection {
    equal = Collections.unmodifiableMap(new LinkedHashMap<>(equal));
  }
}
