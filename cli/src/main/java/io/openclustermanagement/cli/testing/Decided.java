package io.openclustermanagement.cli.testing;

import io.openclustermanagement.cli.explain.ExplanationText;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.cli.simulate.TermTexts;
import io.openclustermanagement.compiler.SourceMap;
import io.openclustermanagement.placement.Decision;
import io.openclustermanagement.placement.Fleet;
import io.openclustermanagement.placement.PlacementResult;
import io.openclustermanagement.placement.Rejection;
import io.openclustermanagement.placement.SchedulerOptions;
import io.openclustermanagement.placement.Target;
import io.openclustermanagement.placement.explain.Explainer;
import io.openclustermanagement.placement.explain.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A decision of the virtual hub. */
record Decided(PlacementResult result, Optional<SourceMap> sourceMap, Fleet fleet, Instant now) {

  List<String> chosen() {
    return result.decisions().stream().map(Decision::cluster).toList();
  }

  /** Why clusters are not chosen, a line each, with the place of the term that decided. */
  List<String> reasons(List<String> clusters) {
    return result.rejections().stream()
        .filter(rejection -> clusters.contains(rejection.cluster()))
        .map(this::reason)
        .toList();
  }

  /** The terms that do not hold for a cluster, as {@code ocm explain} shows them. */
  List<String> failedTerms(String cluster) {
    if (fleet.cluster(cluster) == null) {
      return List.of("there is no such cluster");
    }
    Explanation explanation =
        Explainer.explain(
            fleet, result.placement(), cluster, now, SchedulerOptions.of(Target.NATIVE));
    return new ExplanationText(explanation, new TermTexts(sourceMap), Style.PLAIN).failedTerms();
  }

  private String reason(Rejection rejection) {
    TermTexts texts = new TermTexts(sourceMap);
    String place = texts.place(rejection.path());
    return rejection.cluster()
        + ": "
        + texts.reason(rejection)
        + (place.isEmpty() ? "" : "  (" + place + ")");
  }
}
