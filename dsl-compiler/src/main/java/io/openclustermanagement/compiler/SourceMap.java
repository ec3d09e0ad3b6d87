package io.openclustermanagement.compiler;

import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts of an emitted object were written.
 *
 * @param spans the place by JSON pointer (RFC 6901), such as {@code
 *     /spec/predicates/0/requiredClusterSelector/labelSelector/matchExpressions/1}; the whole
 *     object has the empty pointer
 */
public record SourceMap(Map<String, SourceSpan> spans) {

  public SourceMap {
    spans = Collections.unmodifiableMap(new LinkedHashMap<>(spans));
  }

  /** The place of a part, or of the nearest part around it that has one. */
  public Optional<SourceSpan> find(String pointer) {
    SourceSpan found = spans.get(pointer);
    if (found != null) {
      return Optional.of(found);
    }
    int parent = pointer.lastIndexOf('/');
    return parent < 0 ? Optional.empty() : find(pointer.substring(0, parent));
  }

  /** The text that stands at that place. */
  public Optional<String> text(String pointer) {
    return find(pointer).map(SourceSpan::text);
  }
}
