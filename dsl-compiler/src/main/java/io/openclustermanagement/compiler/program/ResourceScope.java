package io.openclustermanagement.compiler.program;

import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Some resources of a cluster, as an exemption names them.
 *
 * @param subject the resource, in the condition
 * @param namespaces empty for all
 */
public record ResourceScope(
    List<KindReference> kinds,
    Variable subject,
    boolean anyPod,
    Optional<NamespaceSelection> namespaces,
    Optional<Expr> condition,
    Origin origin) {
  public ResourceScope {
    kinds = List.copyOf(kinds);
  }
}
