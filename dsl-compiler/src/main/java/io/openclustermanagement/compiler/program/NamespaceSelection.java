package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Which namespaces of a cluster are meant: the {@code namespaceSelector} of a ConfigurationPolicy.
 *
 * @param include patterns of names, as {@code filepath.Match} of Go reads them
 * @param exclude patterns of names that are left out
 */
public record NamespaceSelection(
    List<Located> include, List<Located> exclude, Optional<LabelSelection> labels, Origin origin) {
  public NamespaceSelection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
