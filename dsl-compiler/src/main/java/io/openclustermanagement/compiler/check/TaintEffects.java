package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.dsl.syntax.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words for what a taint does. */
final class TaintEffects {

  private TaintEffects() {}

  /** The effect of that name; empty after a report. */
  static Optional<TaintEffect> read(Context context, Name word) {
    Optional<TaintEffect> effect =
        Arrays.stream(TaintEffect.values())
            .filter(each -> each.wireName().equals(word.text()))
            .findFirst();
    if (effect.isEmpty()) {
      List<String> known = Arrays.stream(TaintEffect.values()).map(TaintEffect::wireName).toList();
      context.reportUnknownWord(word, "taint effect", known);
    }
    return effect;
  }
}
