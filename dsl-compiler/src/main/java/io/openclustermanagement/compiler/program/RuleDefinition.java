package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A rule over the resources of a cluster.
 *
 * @param description from the documentation above it
 * @param kinds what it looks at
 * @param subject the resource, in all expressions
 * @param anyPod whether the subject is a pod or a template of pods within a resource of these kinds
 * @param namespaces where the resources live; empty for everywhere
 * @param condition which of the resources are looked at
 * @param definitions what {@code let} defines, in order
 * @param witnesses what is looked at one by one, each giving a violation of its own
 * @param denied what makes a violation; speaks of the subject, the definitions and the witness
 * @param message what is said about a violation
 * @param fix a merge patch that repairs a resource
 */
public record RuleDefinition(
    Optional<String> description,
    List<KindReference> kinds,
    Variable subject,
    boolean anyPod,
    Optional<NamespaceSelection> namespaces,
    Optional<Expr> condition,
    List<Definition> definitions,
    Optional<Witnesses> witnesses,
    Expr denied,
    Expr message,
    Optional<Severity> severity,
    Optional<JsonObject> fix,
    Origin origin) {

  public RuleDefinition {
    kinds = List.copyOf(kinds);
    definitions = List.copyOf(definitions);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("a rule looks at some kind");
    }
    if (denied.type() != Type.Simple.BOOL && denied.type() != Type.Simple.ERROR) {
      throw new IllegalArgumentException("a violation is a truth value, not " + denied.type());
    }
  }

  /** {@code let name = value}. */
  public record Definition(Variable variable, Expr value) {}

  /**
   * The elements of a list.
   *
   * @param variable what the element is called in the expressions
   */
  public record Witnesses(Variable variable, Expr list) {}
}
