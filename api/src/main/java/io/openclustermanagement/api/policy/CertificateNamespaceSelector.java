package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import java.util.Map;

/**
 * The namespaces of certificates.
 *
 * @param include patterns of names
 * @param exclude patterns of names to leave out
 * @param matchExpressions terms over labels
 * @param matchLabels labels that must have exactly these values
 */
public record CertificateNamespaceSelector(
    @Property(minLength = 1) List<String> include,
    @Property(minLength = 1) List<String> exclude,
    List<LabelSelectorRequirement> matchExpressions,
    Map<String, String> matchLabels) {
  public CertificateNamespaceSelector {
    include = Copies.of(include);
    exclude = Copies.of(exclude);
    matchExpressions = Copies.of(matchExpressions);
    matchLabels = Copies.of(matchLabels);
  }
}
