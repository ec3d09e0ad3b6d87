package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Parameter;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.RolloutClause;
import java.util.List;
import java.util.Optional;

/** Tells the index of names that stand inside of declarations. */
final class InnerNames {

  private InnerNames() {}

  /** Takes note of the rules, templates and parameters of policies. */
  static void declare(SourceModule module, NameIndex index) {
    for (Declaration declaration : module.unit().declarations()) {
      if (declaration instanceof Declaration.Policy policy) {
        policy.parameters().forEach(each -> index.declare(SymbolKind.VARIABLE, each.name().at()));
        parts(policy.clauses(), index);
      }
    }
  }

  private static void parts(List<PolicyClause> clauses, NameIndex index) {
    for (PolicyClause clause : clauses) {
      if (clause instanceof PolicyClause.Rule rule) {
        index.declare(SymbolKind.RULE, rule.name().at());
      } else if (clause instanceof PolicyClause.Template template) {
        index.declare(SymbolKind.RULE, template.name().at());
        parts(template.clauses(), index);
      }
    }
  }

  /** Takes note of the use of a parameter in the policy that has it. */
  static void useParameter(SourceSpan use, String name, Scope scope) {
    for (Declaration declaration : scope.module().unit().declarations()) {
      boolean around =
          declaration.span().file() == use.file()
              && declaration.span().start() <= use.start()
              && use.end() <= declaration.span().end();
      if (around && declaration instanceof Declaration.Policy policy) {
        policy.parameters().stream()
            .map(Parameter::name)
            .filter(each -> each.text().equals(name))
            .findFirst()
            .ifPresent(each -> scope.index().use(use, SymbolKind.VARIABLE, each.at()));
      }
    }
  }

  /** Takes note of which groups of its placements a deployment begins with. */
  static void useGroups(Declaration.Deploy deployment, Scope scope) {
    for (DeployClause clause : deployment.clauses()) {
      if (clause instanceof DeployClause.Rollout rollout) {
        for (RolloutClause each : rollout.clauses()) {
          if (each instanceof RolloutClause.FirstGroup(Name group, _)) {
            useGroup(group, deployment, scope);
          }
        }
      }
    }
  }

  private static void useGroup(Name group, Declaration.Deploy deployment, Scope scope) {
    for (DeployClause clause : deployment.clauses()) {
      if (clause instanceof DeployClause.To(List<QualifiedName> placements, _)) {
        placements.stream()
            .flatMap(name -> scope.resolve(name, SymbolKind.PLACEMENT).stream())
            .flatMap(placement -> declared(placement, group.text()).stream())
            .forEach(name -> scope.index().use(group.span(), SymbolKind.GROUP, name.at()));
      }
    }
  }

  private static Optional<Name> declared(Symbol placement, String group) {
    return ((Declaration.Placement) placement.declaration())
        .clauses().stream()
            .filter(PlacementClause.Groups.class::isInstance)
            .flatMap(clause -> ((PlacementClause.Groups) clause).groups().stream())
            .map(PlacementClause.Group::name)
            .filter(name -> name.text().equals(group))
            .findFirst();
  }
}
