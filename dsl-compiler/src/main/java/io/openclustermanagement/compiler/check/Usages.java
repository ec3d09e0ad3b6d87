package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.Expression.Identifier;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.Nodes;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.PolicySetClause;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.TestStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where placements are used: one is created in every hub namespace that uses it. */
final class Usages {

  private final Findings findings;
  private final Policies policies;
  private final Map<Symbol, List<Located>> namespaces = new HashMap<>();

  Usages(Findings findings, Policies policies) {
    this.findings = findings;
    this.policies = policies;
  }

  /** The hub namespaces that use a placement, each with the first place that does. */
  List<Located> of(Symbol placement) {
    return namespaces.getOrDefault(placement, List.of());
  }

  /** Follows the placements that the declarations of a module name. */
  void collect(Scope scope) {
    scope.module().unit().declarations().forEach(declaration -> collect(declaration, scope));
  }

  private void collect(Declaration declaration, Scope scope) {
    switch (declaration) {
      case Declaration.Policy policy -> {
        if (policy.parameters().isEmpty()) {
          placements(policy).forEach(each -> use(each, scope));
        }
        markUsed(policy, scope);
      }
      case Declaration.PolicyInstance instance -> instance(instance, scope);
      case Declaration.PolicySet set -> set.clauses().forEach(clause -> policySet(clause, scope));
      case Declaration.Bind bind -> use(bind.placement(), scope);
      case Declaration.Deploy deploy -> deploy.clauses().forEach(clause -> deploy(clause, scope));
      case Declaration.Test test -> test.steps().forEach(step -> test(step, scope));
      case Declaration.ClusterSet _,
          Declaration.Placement _,
          Declaration.HubResources _,
          Declaration.Param _,
          Declaration.Fun _,
          Declaration.Exemption _,
          Declaration.FleetRule _,
          Declaration.Fleet _,
          Declaration.Error _ -> {}
    }
  }

  private static void markUsed(Node declaration, Scope scope) {
    Nodes.walk(
        declaration,
        node -> {
          if (node instanceof Identifier(String name, _)) {
            scope.markUsed(name);
          } else if (node instanceof QualifiedName name) {
            scope.markUsed(name);
          }
        });
  }

  private static List<QualifiedName> placements(Declaration.Policy policy) {
    return policy.clauses().stream()
        .filter(PolicyClause.On.class::isInstance)
        .flatMap(clause -> ((PolicyClause.On) clause).placements().stream())
        .toList();
  }

  /** The placements are named where the parameters are declared, and used where the instance is. */
  private void instance(Declaration.PolicyInstance instance, Scope scope) {
    Optional<Symbol> template =
        scope.module().find(SymbolKind.POLICY, instance.name().text()).flatMap(policies::template);
    if (template.isPresent() && template.get().declaration() instanceof Declaration.Policy policy) {
      Scope there = policies.scopes().apply(template.get().module());
      placements(policy).forEach(each -> use(each, there, scope.module()));
    }
  }

  private void policySet(PolicySetClause clause, Scope scope) {
    switch (clause) {
      case PolicySetClause.On(List<QualifiedName> placements, _) ->
          placements.forEach(each -> use(each, scope));
      case PolicySetClause.EnforceOnlyOn(List<QualifiedName> placements, _) ->
          placements.forEach(each -> use(each, scope));
      case PolicySetClause.Policies _,
          PolicySetClause.Description _,
          PolicySetClause.Labels _,
          PolicySetClause.Annotations _,
          PolicySetClause.Error _ -> {}
    }
  }

  private void deploy(DeployClause clause, Scope scope) {
    if (clause instanceof DeployClause.To(List<QualifiedName> placements, _)) {
      placements.forEach(each -> use(each, scope));
    }
  }

  private static void test(TestStep step, Scope scope) {
    switch (step) {
      case TestStep.GivenState given ->
          scope.resolve(given.policy(), SymbolKind.POLICY, SymbolKind.POLICY_SET);
      case TestStep.ExpectPolicy expect -> scope.resolve(expect.policy(), SymbolKind.POLICY);
      case TestStep.ExpectRollout expect ->
          scope.resolve(expect.deployment(), SymbolKind.DEPLOYMENT);
      case TestStep.ExpectHolds expect -> scope.resolve(expect.fleetRule(), SymbolKind.FLEET_RULE);
      case TestStep.ExpectFails expect -> scope.resolve(expect.fleetRule(), SymbolKind.FLEET_RULE);
      case TestStep.Given given -> markUsed(given, scope);
      case TestStep.GivenFact _,
          TestStep.After _,
          TestStep.ExpectSelects _,
          TestStep.ExpectRejects _,
          TestStep.ExpectGenerated _,
          TestStep.Expect _,
          TestStep.Error _ -> {}
    }
  }

  private void use(QualifiedName written, Scope scope) {
    use(written, scope, scope.module());
  }

  private void use(QualifiedName written, Scope scope, SourceModule user) {
    Optional<Symbol> placement = scope.resolve(written, SymbolKind.PLACEMENT);
    Optional<String> namespace = user.hubNamespace();
    if (placement.isEmpty()) {
      return;
    }
    if (namespace.isEmpty()) {
      findings.add(
          Diagnostic.error(
                  Code.NO_HUB_NAMESPACE,
                  written.span(),
                  "`%s` is used in a file that has no hub namespace.".formatted(written.text()))
              .help("add `hub namespace \"…\"` to the head of the file."));
      return;
    }
    List<Located> uses = namespaces.computeIfAbsent(placement.get(), _ -> new ArrayList<>());
    if (uses.stream().noneMatch(each -> each.text().equals(namespace.get()))) {
      uses.add(new Located(namespace.get(), written.at()));
    }
  }
}
