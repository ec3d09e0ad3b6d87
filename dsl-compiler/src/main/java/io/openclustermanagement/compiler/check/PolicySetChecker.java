package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.PolicySetDefinition;
import io.openclustermanagement.compiler.program.Use;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.PolicySetClause;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a {@code policyset}. */
final class PolicySetChecker {

  private final Context context;
  private final Policies policies;
  private final List<Use> members = new ArrayList<>();
  private final List<Use> placements = new ArrayList<>();
  private final List<Use> enforced = new ArrayList<>();
  private Optional<Located> description = Optional.empty();
  private Optional<ObjectLiteral> labels = Optional.empty();
  private Optional<ObjectLiteral> annotations = Optional.empty();

  PolicySetChecker(Context context, Policies policies) {
    this.context = context;
    this.policies = policies;
  }

  PolicySetDefinition check(Symbol symbol, Declaration.PolicySet declaration, String namespace) {
    context.reportRepeated(Context.byName(declaration.clauses(), PolicySetChecker::name));
    declaration.clauses().forEach(clause -> clause(clause, namespace));
    return new PolicySetDefinition(
        symbol.name(),
        namespace,
        context.metadata(
            declaration.name(),
            declaration.objectName(),
            SymbolKind.POLICY_SET,
            labels,
            annotations),
        description.or(
            () ->
                Optional.ofNullable(declaration.doc())
                    .map(doc -> new Located(doc.text(), doc.at()))),
        members,
        placements,
        enforced,
        declaration.name().at(),
        declaration.at());
  }

  private static Optional<String> name(PolicySetClause clause) {
    return switch (clause) {
      case PolicySetClause.Description _ -> Optional.of("description");
      case PolicySetClause.Labels _ -> Optional.of("labels");
      case PolicySetClause.Annotations _ -> Optional.of("annotations");
      case PolicySetClause.Policies _,
          PolicySetClause.On _,
          PolicySetClause.EnforceOnlyOn _,
          PolicySetClause.Error _ ->
          Optional.empty();
    };
  }

  private void clause(PolicySetClause clause, String namespace) {
    switch (clause) {
      case PolicySetClause.Description(StringLiteral text, _) -> description = context.text(text);
      case PolicySetClause.Policies(List<QualifiedName> names, _) ->
          names.forEach(name -> member(name, namespace));
      case PolicySetClause.On(List<QualifiedName> names, _) ->
          names.forEach(name -> PolicyChecker.placement(context, name).ifPresent(placements::add));
      case PolicySetClause.EnforceOnlyOn(List<QualifiedName> names, _) ->
          names.forEach(name -> PolicyChecker.placement(context, name).ifPresent(enforced::add));
      case PolicySetClause.Labels(ObjectLiteral written, _) -> labels = Optional.of(written);
      case PolicySetClause.Annotations(ObjectLiteral written, _) ->
          annotations = Optional.of(written);
      case PolicySetClause.Error _ -> {}
    }
  }

  private void member(QualifiedName name, String namespace) {
    Optional<Symbol> policy = policies.resolve(name, context, SymbolKind.POLICY);
    if (policy.isEmpty()) {
      return;
    }
    HubNamespaces.requireSame(context, name, policy.get(), namespace);
    Use use = new Use(policy.get().name(), name.at());
    Optional<Use> first =
        members.stream().filter(each -> each.name().equals(use.name())).findFirst();
    if (first.isEmpty()) {
      members.add(use);
      return;
    }
    context
        .findings()
        .add(
            Diagnostic.error(
                    Code.DUPLICATE_NAME,
                    name.span(),
                    "The policy `%s` is listed twice.".formatted(name.text()))
                .related(first.get().origin().span(), "the first one"));
  }
}
