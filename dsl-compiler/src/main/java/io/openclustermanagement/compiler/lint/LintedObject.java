package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.function.Function;

/**
 * An object, and where its parts were written: in a {@code .ocm} source or in YAML.
 *
 * @param compiled whether a {@code .ocm} source stands for it, which has rules of its own
 * @param places the place by JSON pointer, or of the nearest part around it
 */
public record LintedObject(
    KubernetesObject object, boolean compiled, Function<String, SourceSpan> places) {

  /** Where a part was written. */
  SourceSpan at(String pointer) {
    return places.apply(pointer);
  }
}
