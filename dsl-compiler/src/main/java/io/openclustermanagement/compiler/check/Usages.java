package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
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

/**
 * Where placements are used, also by declarations that are not compiled yet: a placement is created
 * in every hub namespace that uses it.
 */
final class Usages {

  private final Findings findings;
  private final Map<Symbol, List<Located>> namespaces = new HashMap<>();

  Usages(Findings findings) {
    this.findings = findings;
  }

  /** The hub namespaces that use a placement, each with the first place that does. */
  List<Located> of(Symbol placement) {
    return namespaces.getOrDefault(placement, List.of());
  }

  /** Follows the names in all declarations of a module that are not compiled yet. */
  void collect(Scope scope) {
    scope.module().unit().declarations().forEach(declaration -> collect(declaration, scope));
  }

  private void collect(Declaration declaration, Scope scope) {
    switch (declaration) {
      case Declaration.Policy policy -> {
        policy.clauses().forEach(clause -> policy(clause, scope));
        notYet(policy, scope);
      }
      case Declaration.PolicySet set -> {
        set.clauses().forEach(clause -> policySet(clause, scope));
        notYet(set, scope);
      }
      case Declaration.Bind bind -> {
        bind.policies()
            .forEach(each -> scope.resolve(each, SymbolKind.POLICY, SymbolKind.POLICY_SET));
        use(bind.placement(), scope);
        notYet(bind.policies().getFirst().span(), "This `bind`");
        markUsed(bind, scope);
      }
      case Declaration.Deploy deploy -> {
        deploy.clauses().forEach(clause -> deploy(clause, scope));
        notYet(deploy, scope);
      }
      case Declaration.PolicyInstance _, Declaration.Exemption _, Declaration.FleetRule _ ->
          notYet((Declaration.Named) declaration, scope);
      case Declaration.Test test -> test.steps().forEach(step -> test(step, scope));
      case Declaration.ClusterSet _,
          Declaration.Placement _,
          Declaration.HubResources _,
          Declaration.Param _,
          Declaration.Fun _,
          Declaration.Fleet _,
          Declaration.Error _ -> {}
    }
  }

  private void notYet(Declaration.Named declaration, Scope scope) {
    String noun = SymbolKind.of(declaration).noun();
    notYet(declaration.name().span(), "The %s `%s`".formatted(noun, declaration.name().text()));
    markUsed(declaration, scope);
  }

  private void notYet(SourceSpan span, String subject) {
    findings.add(
        Diagnostic.warning(Code.NOT_COMPILED_YET, span, subject + " is not compiled yet.")
            .note("its names are checked, but nothing is built from it"));
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

  private void policy(PolicyClause clause, Scope scope) {
    if (clause instanceof PolicyClause.On(List<QualifiedName> placements, _)) {
      placements.forEach(each -> use(each, scope));
    }
  }

  private void policySet(PolicySetClause clause, Scope scope) {
    switch (clause) {
      case PolicySetClause.Policies(List<QualifiedName> policies, _) ->
          policies.forEach(each -> scope.resolve(each, SymbolKind.POLICY));
      case PolicySetClause.On(List<QualifiedName> placements, _) ->
          placements.forEach(each -> use(each, scope));
      case PolicySetClause.EnforceOnlyOn(List<QualifiedName> placements, _) ->
          placements.forEach(each -> use(each, scope));
      case PolicySetClause.Description _,
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
    Optional<Symbol> placement = scope.resolve(written, SymbolKind.PLACEMENT);
    Optional<String> namespace = scope.module().hubNamespace();
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
