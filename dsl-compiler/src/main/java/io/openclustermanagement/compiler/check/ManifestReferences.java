package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the manifests of a deployment that its clauses name. */
record ManifestReferences(Context context, List<Manifest> manifests) {

  /** The manifest that is named; empty after a report. */
  Optional<Manifest> resolve(KindName kind, StringLiteral name, @Nullable StringLiteral namespace) {
    List<Manifest> named =
        manifests.stream()
            .filter(each -> each.kind().kind().equals(kind.kind()))
            .filter(
                each ->
                    kind.apiVersion() == null || each.kind().apiVersion().equals(kind.apiVersion()))
            .filter(each -> each.name().equals(Optional.of(name.text())))
            .filter(
                each -> namespace == null || each.namespace().equals(Optional.of(namespace.text())))
            .toList();
    if (named.isEmpty() && !manifests.isEmpty()) {
      report(kind, name);
    }
    return named.stream().findFirst();
  }

  private void report(KindName kind, StringLiteral name) {
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_NAME,
            kind.span().to(name.span()),
            "This deployment has no %s `%s`.".formatted(kind.kind(), name.text()));
    List<String> known =
        manifests.stream()
            .filter(each -> each.kind().kind().equals(kind.kind()))
            .flatMap(each -> each.name().stream())
            .toList();
    Suggestions.closest(name.text(), known)
        .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    context.findings().add(finding);
  }
}
