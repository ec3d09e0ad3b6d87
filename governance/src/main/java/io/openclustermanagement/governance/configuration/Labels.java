package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Label selectors of Kubernetes: all terms must hold, and no term holds for everything. */
public final class Labels {

  private Labels() {}

  /** The labels of an object. */
  public static Map<String, String> of(JsonObject object) {
    Map<String, String> labels = new HashMap<>();
    object
        .object("metadata")
        .object("labels")
        .fields()
        .forEach(
            (key, value) -> {
              if (value instanceof JsonString(String text)) {
                labels.put(key, text);
              }
            });
    return labels;
  }

  /** Whether labels have these values and fulfil these terms. */
  public static boolean match(
      Map<String, String> equal, List<LabelSelectorRequirement> terms, Map<String, String> labels) {
    return labels.entrySet().containsAll(equal.entrySet())
        && terms.stream().allMatch(term -> holds(term, labels.get(term.key())));
  }

  private static boolean holds(LabelSelectorRequirement term, @Nullable String value) {
    return switch (term.operator()) {
      case LabelSelectorRequirement.IN -> value != null && term.values().contains(value);
      case LabelSelectorRequirement.NOT_IN -> value == null || !term.values().contains(value);
      case LabelSelectorRequirement.EXISTS -> value != null;
      case LabelSelectorRequirement.DOES_NOT_EXIST -> value == null;
      default -> false;
    };
  }
}
