package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.BindingDefinition;
import io.openclustermanagement.compiler.program.BindingDefinition.Enforcement;
import io.openclustermanagement.compiler.program.BindingDefinition.Subject;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Use;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a {@code bind}. */
record BindChecker(Context context, Policies policies) {

  /** The binding; empty after a report. */
  Optional<BindingDefinition> check(Declaration.Bind written) {
    Optional<String> namespace = context.scope().module().hubNamespace();
    if (namespace.isEmpty()) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.NO_HUB_NAMESPACE,
                      written.policies().getFirst().span(),
                      "This `bind` is created in no hub namespace.")
                  .help("add `hub namespace \"…\"` to the head of the file."));
    }
    List<Subject> subjects = new ArrayList<>();
    written
        .policies()
        .forEach(each -> subject(each, namespace.orElse("")).ifPresent(subjects::add));
    Optional<Use> placement = PolicyChecker.placement(context, written.placement());
    Optional<Located> name = name(written.objectName());
    return placement.isEmpty() || namespace.isEmpty() || subjects.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BindingDefinition(
                namespace.get(),
                name,
                subjects,
                placement.get(),
                enforcement(written.enforcement()),
                written.at()));
  }

  private Optional<Located> name(@Nullable StringLiteral written) {
    if (written == null) {
      return Optional.empty();
    }
    context.requireObjectName(new Name(written.text(), written.at()), "binding");
    return Optional.of(new Located(written.text(), written.at()));
  }

  private Optional<Subject> subject(QualifiedName written, String namespace) {
    Optional<Symbol> symbol =
        policies.resolve(written, context, SymbolKind.POLICY, SymbolKind.POLICY_SET);
    symbol.ifPresent(found -> HubNamespaces.requireSame(context, written, found, namespace));
    return symbol.map(
        found -> {
          Use use = new Use(found.name(), written.at());
          return found.kind() == SymbolKind.POLICY
              ? new Subject.Policy(use)
              : new Subject.PolicySet(use);
        });
  }

  private static Enforcement enforcement(Declaration.Enforcement written) {
    return switch (written) {
      case UNCHANGED -> Enforcement.UNCHANGED;
      case ENFORCING -> Enforcement.ENFORCING;
      case ENFORCING_RESTRICTED -> Enforcement.ENFORCING_RESTRICTED;
    };
  }
}
