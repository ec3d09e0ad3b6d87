package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.ExemptionDefinition;
import io.openclustermanagement.compiler.program.ExemptionDefinition.Clusters;
import io.openclustermanagement.compiler.program.ExemptionDefinition.From;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.ResourceScope;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value.DateValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.ExemptionClause;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.PolicyClause.DependencyKind;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks an {@code exemption}. */
final class ExemptionChecker {

  private final Context context;
  private final Policies policies;
  private final List<From> from = new ArrayList<>();
  private Clusters clusters = new Clusters.All();
  private Optional<LocalDate> until = Optional.empty();
  private Optional<ResourceScope> resources = Optional.empty();
  private Optional<Located> owner = Optional.empty();
  private Optional<Located> ticket = Optional.empty();
  private Optional<Located> because = Optional.empty();

  ExemptionChecker(Context context, Policies policies) {
    this.context = context;
    this.policies = policies;
  }

  /** The exemption; empty after a report. */
  Optional<ExemptionDefinition> check(
      Symbol symbol, Declaration.Exemption declaration, String namespace) {
    context.reportRepeated(Context.byName(declaration.clauses(), ExemptionChecker::name));
    context.requireObjectName(declaration.name(), SymbolKind.EXEMPTION.noun());
    declaration.clauses().forEach(clause -> clause(clause, namespace));
    requireParts(declaration);
    if (until.isEmpty() || owner.isEmpty() || because.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExemptionDefinition(
            symbol.name(),
            namespace,
            from,
            clusters,
            resources,
            until.get(),
            owner.get(),
            ticket,
            because.get(),
            declaration.name().at(),
            declaration.at()));
  }

  private static Optional<String> name(ExemptionClause clause) {
    return switch (clause) {
      case ExemptionClause.Clusters _, ExemptionClause.ClustersWhere _ -> Optional.of("clusters");
      case ExemptionClause.Resources _ -> Optional.of("resources");
      case ExemptionClause.Until _ -> Optional.of("until");
      case ExemptionClause.Owner _ -> Optional.of("owner");
      case ExemptionClause.Ticket _ -> Optional.of("ticket");
      case ExemptionClause.Because _ -> Optional.of("because");
      case ExemptionClause.From _, ExemptionClause.Error _ -> Optional.empty();
    };
  }

  private void clause(ExemptionClause clause, String namespace) {
    switch (clause) {
      case ExemptionClause.From(DependencyKind kind, List<QualifiedName> names, _) ->
          names.forEach(name -> from(kind, name, namespace).ifPresent(from::add));
      case ExemptionClause.Clusters(ListLiteral names, _) ->
          clusters = new Clusters.Named(context.texts(names));
      case ExemptionClause.ClustersWhere(Expression condition, _) ->
          clusters =
              new Clusters.Where(
                  context.expressions().check(condition, Place.CLUSTER, Simple.BOOL));
      case ExemptionClause.Resources(Resource resource, _) -> resources = resources(resource);
      case ExemptionClause.Until(Expression.Literal date, _) -> until = date(date);
      case ExemptionClause.Owner(StringLiteral text, _) -> owner = context.text(text);
      case ExemptionClause.Ticket(StringLiteral text, _) -> ticket = context.text(text);
      case ExemptionClause.Because(StringLiteral text, _) -> because = context.text(text);
      case ExemptionClause.Error _ -> {}
    }
  }

  private Optional<ResourceScope> resources(Resource written) {
    if (written instanceof Resource.Inline inline && inline.body() == null) {
      return new ForbidChecker(context).scope(inline);
    }
    if (!(written instanceof Resource.Error)) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.NOT_AVAILABLE_HERE,
                      written.span(),
                      "An exemption names resources by their kind.")
                  .help("write `resources Pod in namespaces [\"…\"] where …`."));
    }
    return Optional.empty();
  }

  private Optional<LocalDate> date(Expression.Literal written) {
    ExpressionChecker expressions = context.expressions();
    return expressions
                .constant(expressions.check(written, Place.CONSTANT, Simple.DATE))
                .orElse(null)
            instanceof DateValue(LocalDate date)
        ? Optional.of(date)
        : Optional.empty();
  }

  private Optional<From> from(DependencyKind kind, QualifiedName name, String namespace) {
    Optional<From> found =
        kind == DependencyKind.POLICY
            ? policies
                .resolve(name, context, SymbolKind.POLICY)
                .map(
                    symbol -> {
                      HubNamespaces.requireSame(context, name, symbol, namespace);
                      return new From.Policy(symbol.name(), name.at());
                    })
            : rule(name, namespace);
    return found;
  }

  private Optional<From> rule(QualifiedName name, String namespace) {
    if (name.parts().size() == 1) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.UNKNOWN_NAME,
                      name.span(),
                      "It is not said which policy the rule `%s` is in.".formatted(name.text()))
                  .help("write the policy in front: `policy.%s`.".formatted(name.text())));
      return Optional.empty();
    }
    return policies
        .part(name, DependencyKind.RULE, Optional.empty(), context)
        .map(
            part -> {
              HubNamespaces.requireSame(context, name, part.policy(), namespace);
              return new From.Rule(part.policy().name(), part.name().text(), name.at());
            });
  }

  private void requireParts(Declaration.Exemption declaration) {
    List<String> missing = new ArrayList<>();
    addMissing(declaration, ExemptionClause.From.class, "from", missing);
    addMissing(declaration, ExemptionClause.Until.class, "until", missing);
    addMissing(declaration, ExemptionClause.Owner.class, "owner", missing);
    addMissing(declaration, ExemptionClause.Because.class, "because", missing);
    if (!missing.isEmpty()) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.CLAUSE_MISSING,
                      declaration.name().span(),
                      "The exemption `%s` has no %s."
                          .formatted(
                              declaration.name().text(),
                              String.join(
                                  " and no ", missing.stream().map(e -> "`" + e + "`").toList())))
                  .note("an exemption says who answers for it, why, and when it ends")
                  .help("add what is missing."));
    }
  }

  private static void addMissing(
      Declaration.Exemption declaration,
      Class<? extends ExemptionClause> clause,
      String word,
      List<String> missing) {
    if (declaration.clauses().stream().noneMatch(clause::isInstance)) {
      missing.add(word);
    }
  }
}
