package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.compiler.SourceMap;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.placement.Rejection;
import java.util.Optional;

/**
 * Terms of a placement in the words of its author: as they are written in the source, or else as
 * the engine names them.
 *
 * @param sourceMap where the parts of the placement are written; empty for one that came as YAML
 */
public record TermTexts(Optional<SourceMap> sourceMap) {
  private static final int LONGEST = 72;

  /**
   * The text of a term.
   *
   * @param path JSON pointer of the term in the placement
   * @param otherwise what the engine calls it
   */
  public String text(String path, String otherwise) {
    return own(path).map(TermTexts::shortened).orElse(otherwise);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  /** Why a cluster is not chosen, as a sentence; generated CEL is never shown to the author. */
  public String reason(Rejection rejection) {
    boolean isCel = rejection.path().contains("/celExpressions/");
    return isCel && isWritten(rejection.path())
        ? "Not " + text(rejection.path(), rejection.term()) + "."
        : rejection.message();
  }

  /** Whether something is written for exactly this term. */
  public boolean isWritten(String path) {
    return own(path).isPresent();
  }

  /** What is written for exactly this term, on one line. */
  private Optional<String> own(String path) {
    return path.startsWith("/spec/predicates/")
        ? exact(path).map(span -> String.join(" ", span.text().split("\\s+")))
        : Optional.empty();
  }

  private Optional<SourceSpan> exact(String path) {
    return sourceMap.flatMap(map -> Optional.ofNullable(map.spans().get(path)));
  }

  /** {@code file:line} of a term or of the nearest part around it; empty without a source. */
  public String place(String path) {
    return sourceMap
        .flatMap(map -> map.find(path))
        .map(span -> span.file().name() + ":" + span.line())
        .orElse("");
  }

  /** Whether the placement is written in the language. */
  public boolean hasSource() {
    return sourceMap.isPresent();
  }
}
