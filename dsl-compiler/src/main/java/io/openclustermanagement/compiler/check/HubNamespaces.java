package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import java.util.Optional;

/** Policies, their sets, bindings and placements refer to each other in one hub namespace only. */
final class HubNamespaces {

  private HubNamespaces() {}

  /** The hub namespace of a declaration; empty after a report. */
  static Optional<String> of(Symbol symbol, Findings findings) {
    Optional<String> namespace = symbol.module().hubNamespace();
    if (namespace.isEmpty()) {
      findings.add(
          Diagnostic.error(
                  Code.NO_HUB_NAMESPACE,
                  symbol.origin().span(),
                  "The %s `%s` is created in no hub namespace."
                      .formatted(symbol.kind().noun(), symbol.name().name()))
              .help("add `hub namespace \"…\"` to the head of the file."));
    }
    return namespace;
  }

  /** Reports a reference into another hub namespace. */
  static void requireSame(
      Context context, QualifiedName reference, Symbol symbol, String namespace) {
    Optional<String> other = symbol.module().hubNamespace().filter(each -> !each.equals(namespace));
    if (other.isPresent()) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.OTHER_NAMESPACE,
                      reference.span(),
                      "The %s `%s` is in another hub namespace."
                          .formatted(symbol.kind().noun(), reference.text()))
                  .label("in \"%s\", not in \"%s\"".formatted(other.get(), namespace))
                  .related(symbol.origin().span(), "declared here")
                  .note("a policy set or a binding reaches only what is beside it on the hub")
                  .help("give both files the same `hub namespace`."));
    }
  }
}
