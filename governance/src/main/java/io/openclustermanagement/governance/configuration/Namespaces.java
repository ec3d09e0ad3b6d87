package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.api.policy.TerminatingInclusion;
import io.openclustermanagement.governance.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that a policy's selector chooses ({@code pkg/common/namespace_selection.go}):
 * those that a pattern includes, of them those with the labels, without the excluded. Without
 * patterns and labels it chooses none.
 *
 * @param names in order
 * @param malformed the pattern that is none, if there is one
 */
public record Namespaces(List<String> names, Optional<String> malformed) {

  static final Namespaces NONE = new Namespaces(List.of(), Optional.empty());

  /** The namespaces of a cluster that a selector chooses. */
  public static Namespaces select(@Nullable NamespaceSelector selector, Inventory inventory) {
    if (selector == null || isEmpty(selector)) {
      return NONE;
    }
    List<Glob> include = new ArrayList<>();
    List<Glob> exclude = new ArrayList<>();
    Optional<String> malformed =
        parse(selector.include(), include).or(() -> parse(selector.exclude(), exclude));
    if (malformed.isPresent()) {
      return new Namespaces(List.of(), malformed);
    }
    List<String> names =
        inventory.namespaces().entrySet().stream()
            .filter(each -> isIncluded(each.getKey(), include, exclude))
            .filter(each -> hasLabels(selector, each.getValue()))
            .filter(each -> isWanted(selector.terminatingInclusion(), each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return new Namespaces(names, Optional.empty());
  }

  static boolean isEmpty(NamespaceSelector selector) {
    return selector.include().isEmpty()
        && selector.matchLabels().isEmpty()
        && selector.matchExpressions().isEmpty();
  }

  private static Optional<String> parse(List<String> patterns, List<Glob> into) {
    for (String pattern : patterns) {
      Optional<Glob> glob = Glob.parse(pattern);
      if (glob.isEmpty()) {
        return Optional.of(pattern);
      }
      into.add(glob.get());
    }
    return Optional.empty();
  }

  private static boolean isIncluded(String name, List<Glob> include, List<Glob> exclude) {
    return (include.isEmpty() || include.stream().anyMatch(glob -> glob.matches(name)))
        && exclude.stream().noneMatch(glob -> glob.matches(name));
  }

  private static boolean hasLabels(NamespaceSelector selector, JsonObject namespace) {
    return Labels.match(selector.matchLabels(), selector.matchExpressions(), Labels.of(namespace));
  }

  private static boolean isWanted(@Nullable TerminatingInclusion inclusion, JsonObject namespace) {
    return inclusion != TerminatingInclusion.NEVER
        || namespace.object("metadata").get("deletionTimestamp") == null;
  }
}
