package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.cluster.AddOnPlacementScoreItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OCM's own functions ({@code sdk-go/pkg/cel/library}). */
final class ManagedClusterLibrary {
  private ManagedClusterLibrary() {}

  static @Nullable LibraryFunction find(String name) {
    return switch (name) {
      case "scores" -> ManagedClusterLibrary::scores;
      case "parseJSON" ->
          (e, a) ->
              a[0] instanceof String s
                  ? new JsonParser(e, s).parse()
                  : EvaluationError.NO_SUCH_OVERLOAD;
      default -> null;
    };
  }

  /** [Q] The scores are returned also after their {@code validUntil}. */
  private static Object scores(Evaluation evaluation, Object[] a) {
    if (!(a[0] instanceof Map<?, ?> cluster && a[1] instanceof String name)
        || !(cluster.get("metadata") instanceof Map<?, ?> metadata)) {
      return new EvaluationError("failed to get cluster metadata");
    }
    boolean self =
        evaluation.input(0) instanceof Map<?, ?> own
            && own.get("metadata") instanceof Map<?, ?> m
            && m.get("name") instanceof String s
            && s.equals(metadata.get("name"));
    List<AddOnPlacementScoreItem> items = self ? evaluation.scores(name) : null;
    if (items == null) {
      return new EvaluationError(
          "failed to get score: addonplacementscore.cluster.open-cluster-management.io \"%s\" not found"
              .formatted(name));
    }
    ListValue scores = new ListValue();
    for (AddOnPlacementScoreItem item : items) {
      scores.add(Map.of("name", item.name(), "value", (long) item.value()));
    }
    return scores;
  }
}
