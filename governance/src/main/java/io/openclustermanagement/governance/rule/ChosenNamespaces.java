package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.configuration.Namespaces;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of a rule or an exemption. Without a selector all are meant, so that one that only
 * excludes means all others.
 */
final class ChosenNamespaces {

  private ChosenNamespaces() {}

  /** The names; empty if all are meant. */
  static Optional<Set<String>> of(@Nullable NamespaceSelector selector, Inventory inventory)
      throws RuleException {
    if (selector == null) {
      return Optional.empty();
    }
    Namespaces chosen = Namespaces.select(fromAll(selector), inventory);
    if (chosen.malformed().isPresent()) {
      throw new RuleException(
          "`%s` is no pattern for namespaces.".formatted(chosen.malformed().get()));
    }
    return Optional.of(new HashSet<>(chosen.names()));
  }

  private static NamespaceSelector fromAll(NamespaceSelector selector) {
    return selector.include().isEmpty()
        ? new NamespaceSelector(
            selector.exclude(),
            List.of("*"),
            selector.matchExpressions(),
            selector.matchLabels(),
            selector.terminatingInclusion())
        : selector;
  }

  /** Whether an object is in one of them; what belongs to the whole cluster always is. */
  static boolean include(Optional<Set<String>> names, ExaminedObject examined) {
    return names.isEmpty()
        || !examined.kind().namespaced()
        || names.get().contains(examined.reference().namespace());
  }
}
