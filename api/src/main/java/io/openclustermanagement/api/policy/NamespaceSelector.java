package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.schema.Atomic;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which namespaces are meant: those that a pattern includes, of them those with the labels, without
 * the excluded.
 *
 * @param exclude patterns of names to leave out
 * @param include patterns of names; {@code *} stands for any text
 * @param matchExpressions terms over labels
 * @param matchLabels labels that must have exactly these values
 * @param terminatingInclusion whether namespaces that are being deleted are meant
 */
@Atomic
public record NamespaceSelector(
    @Property(minLength = 1) List<String> exclude,
    @Property(minLength = 1) List<String> include,
    @Atomic List<LabelSelectorRequirement> matchExpressions,
    Map<String, String> matchLabels,
    @Property(defaultJson = "\"Default\"") @Nullable TerminatingInclusion terminatingInclusion) {
  public NamespaceSelector {
    exclude = Copies.of(exclude);
    include = Copies.of(include);
    matchExpressions = Copies.of(matchExpressions);
    matchLabels = Copies.of(matchLabels);
  }
}
