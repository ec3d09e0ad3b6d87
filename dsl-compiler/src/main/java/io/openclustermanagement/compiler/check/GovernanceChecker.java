package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.BindingDefinition;
import io.openclustermanagement.compiler.program.DeploymentDefinition;
import io.openclustermanagement.compiler.program.ExemptionDefinition;
import io.openclustermanagement.compiler.program.FleetRuleDefinition;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.PolicySetDefinition;
import io.openclustermanagement.dsl.syntax.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Checks what one module says of policies and deployments. */
final class GovernanceChecker {

  private final SourceModule module;
  private final Policies policies;
  private final Function<SourceModule, Context> contexts;
  private final Findings findings;

  /**
   * @param contexts what the checker of a declaration of a module needs
   */
  GovernanceChecker(
      SourceModule module,
      Policies policies,
      Function<SourceModule, Context> contexts,
      Findings findings) {
    this.module = module;
    this.policies = policies;
    this.contexts = contexts;
    this.findings = findings;
  }

  List<PolicyDefinition> policies() {
    return definitions(SymbolKind.POLICY, this::policy);
  }

  List<PolicySetDefinition> policySets() {
    return definitions(
        SymbolKind.POLICY_SET,
        (symbol, namespace) ->
            Optional.of(
                new PolicySetChecker(contexts.apply(symbol.module()), policies)
                    .check(symbol, (Declaration.PolicySet) symbol.declaration(), namespace)));
  }

  List<ExemptionDefinition> exemptions() {
    return definitions(
        SymbolKind.EXEMPTION,
        (symbol, namespace) ->
            new ExemptionChecker(contexts.apply(symbol.module()), policies)
                .check(symbol, (Declaration.Exemption) symbol.declaration(), namespace));
  }

  List<DeploymentDefinition> deployments() {
    return definitions(
        SymbolKind.DEPLOYMENT,
        (symbol, namespace) ->
            Optional.of(
                new DeploymentChecker(contexts.apply(symbol.module()))
                    .check(symbol, (Declaration.Deploy) symbol.declaration(), namespace)));
  }

  List<FleetRuleDefinition> fleetRules() {
    return definitions(
        SymbolKind.FLEET_RULE,
        (symbol, namespace) ->
            Optional.of(
                new FleetRuleChecker(contexts.apply(symbol.module()))
                    .check(symbol, (Declaration.FleetRule) symbol.declaration(), namespace)));
  }

  List<BindingDefinition> bindings() {
    List<BindingDefinition> bindings = new ArrayList<>();
    for (Declaration declaration : module.unit().declarations()) {
      if (declaration instanceof Declaration.Bind bind) {
        ifValid(() -> new BindChecker(contexts.apply(module), policies).check(bind))
            .ifPresent(bindings::add);
      }
    }
    return bindings;
  }

  private Optional<PolicyDefinition> policy(Symbol symbol, String namespace) {
    Context context = contexts.apply(symbol.module());
    return switch (symbol.declaration()) {
      case Declaration.Policy policy ->
          Policies.hasParameters(symbol)
              ? Optional.empty()
              : Optional.of(new PolicyChecker(context, policies, symbol).check(policy, namespace));
      case Declaration.PolicyInstance instance -> instance(symbol, instance, namespace);
      case Declaration.ClusterSet _,
          Declaration.Placement _,
          Declaration.PolicySet _,
          Declaration.Exemption _,
          Declaration.Deploy _,
          Declaration.Param _,
          Declaration.Fun _,
          Declaration.Fleet _,
          Declaration.FleetRule _ ->
          Optional.empty();
    };
  }

  private Optional<PolicyDefinition> instance(
      Symbol symbol, Declaration.PolicyInstance instance, String namespace) {
    Optional<Symbol> template = policies.template(symbol);
    if (template.isEmpty()) {
      return Optional.empty();
    }
    Declaration.Policy body = (Declaration.Policy) template.get().declaration();
    Context inside = contexts.apply(template.get().module());
    return new PolicyArguments(contexts.apply(symbol.module()), inside)
        .check(instance, body)
        .map(
            arguments ->
                new PolicyChecker(inside.withArguments(arguments), policies, symbol)
                    .check(body, namespace));
  }

  /** Makes a definition of a declaration in a hub namespace. */
  private interface Definer<D> {
    Optional<D> define(Symbol symbol, String namespace);
  }

  private <D> List<D> definitions(SymbolKind kind, Definer<D> definer) {
    List<D> definitions = new ArrayList<>();
    for (Symbol symbol : module.all(kind)) {
      boolean exists = kind != SymbolKind.POLICY || !Policies.hasParameters(symbol);
      Optional<String> namespace = exists ? HubNamespaces.of(symbol, findings) : Optional.empty();
      namespace
          .flatMap(name -> ifValid(() -> definer.define(symbol, name)))
          .ifPresent(definitions::add);
    }
    return definitions;
  }

  private <D> Optional<D> ifValid(Supplier<Optional<D>> definition) {
    int before = findings.errors();
    Optional<D> checked = definition.get();
    return findings.errors() == before ? checked : Optional.empty();
  }
}
