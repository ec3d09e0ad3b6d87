package io.openclustermanagement.cli.explain;

import io.openclustermanagement.cli.output.Json;
import io.openclustermanagement.placement.Rejection;
import io.openclustermanagement.placement.explain.Change;
import io.openclustermanagement.placement.explain.ExplainedTerm;
import io.openclustermanagement.placement.explain.Explanation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An explanation as JSON. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** The whole document. */
  public static Map<String, Object> document(String placement, Explanation explanation) {
    return Json.object()
        .put("version", "1")
        .put("placement", placement)
        .put("cluster", explanation.cluster())
        .put("chosen", explanation.chosen())
        .put("rejection", rejection(explanation.rejection()))
        .put("terms", explanation.terms().stream().map(ExplanationJson::term).toList())
        .put("nearestChange", explanation.nearestChange().stream().map(Change::describe).toList())
        .put("note", explanation.note())
        .build();
  }

  private static @Nullable Map<String, Object> rejection(@Nullable Rejection rejection) {
    return rejection == null
        ? null
        : Json.object()
            .put("stage", rejection.stage().wireName())
            .put("term", rejection.term())
            .put("message", rejection.message())
            .build();
  }

  private static Map<String, Object> term(ExplainedTerm term) {
    return Json.object()
        .put("term", term.text())
        .put("holds", term.holds())
        .put("found", term.found())
        .put("path", term.path())
        .putUnlessEmpty("terms", term.children().stream().map(ExplanationJson::term).toList())
        .build();
  }
}
