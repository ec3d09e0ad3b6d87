package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.ClusterSetDefinition;
import io.openclustermanagement.compiler.program.ClusterSetDefinition.Membership;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.compiler.program.PlacementDefinition.SetReference;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import java.util.stream.Collectors;

/**
 * Verifies that each cluster set of a placement is bound where the placement is created. Upstream
 * says nothing when only some of the sets are unbound.
 */
final class BindingChecker {

  private final Findings findings;

  BindingChecker(Findings findings) {
    this.findings = findings;
  }

  void check(Program program) {
    for (var module : program.modules()) {
      for (PlacementDefinition placement : module.placements()) {
        for (SetReference reference : placement.from()) {
          program.clusterSet(reference.clusterSet()).ifPresent(set -> check(placement, set));
        }
      }
    }
  }

  private void check(PlacementDefinition placement, ClusterSetDefinition set) {
    if (set.membership() instanceof Membership.Existing) {
      return;
    }
    for (Located namespace : placement.namespaces()) {
      if (!set.isBoundTo(namespace.text())) {
        report(placement, set, namespace);
      }
    }
  }

  private void report(PlacementDefinition placement, ClusterSetDefinition set, Located namespace) {
    var finding =
        Diagnostic.error(
                Code.SET_NOT_BOUND,
                namespace.origin().span(),
                "`%s` would choose nothing from `%s` in \"%s\"."
                    .formatted(placement.name().name(), set.name().name(), namespace.text()))
            .label(
                (isOwn(placement, namespace) ? "" : "used here, so it is ")
                    + "created in hub namespace \"%s\"".formatted(namespace.text()))
            .related(set.nameOrigin().span(), boundTo(set))
            .help(
                set.bindings().isEmpty()
                    ? "give it `bind to [\"%s\"]`.".formatted(namespace.text())
                    : "add \"%s\" to its `bind to`.".formatted(namespace.text()));
    if (!set.bindings().isEmpty()) {
      SourceSpan last = set.bindings().getLast().origin().span();
      finding.fix(
          "Bind `%s` to \"%s\"".formatted(set.name().name(), namespace.text()),
          false,
          new TextEdit(last.file().span(last.end(), last.end()), ", \"" + namespace.text() + "\""));
    }
    findings.add(finding);
  }

  private static boolean isOwn(PlacementDefinition placement, Located namespace) {
    return namespace.origin().span().equals(placement.nameOrigin().span());
  }

  private static String boundTo(ClusterSetDefinition set) {
    return set.bindings().isEmpty()
        ? "bound to no namespace"
        : set.bindings().stream()
            .map(each -> "\"" + each.text() + "\"")
            .collect(Collectors.joining(", ", "bound to ", " only"));
  }
}
