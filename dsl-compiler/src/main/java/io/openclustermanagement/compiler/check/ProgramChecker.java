package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.program.ClusterSetDefinition;
import io.openclustermanagement.compiler.program.FleetDefinition;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Module;
import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.TestDefinition;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Checks sources as a whole. */
public final class ProgramChecker {

  private final Findings findings;
  private final ModuleGraph graph;
  private final Definitions definitions;
  private final NamedFiles files;
  private final Schemas schemas;
  private final Usages usages;
  private final Policies policies;
  private final Set<Symbol> used = new HashSet<>();
  private final NameIndex index;
  private final Map<SourceModule, Scope> scopes = new HashMap<>();
  private final Map<Symbol, FleetDefinition> fleets = new LinkedHashMap<>();

  private ProgramChecker(
      List<SourceFile> sources, CompilerOptions options, Findings findings, NameIndex index) {
    this.findings = findings;
    this.index = index;
    this.graph = new ModuleGraph(sources, options.loader(), findings, index);
    this.definitions = new Definitions(options.parameters(), findings, this::scope);
    this.files = new NamedFiles(options.loader(), findings);
    this.schemas = new Schemas(options.loader(), files, findings);
    this.policies = new Policies(this::scope);
    this.usages = new Usages(findings, policies);
  }

  /**
   * The program that the sources say; what is wrong with them goes to the findings, and which name
   * means what to the index.
   */
  public static CheckedProgram check(
      List<SourceFile> sources, CompilerOptions options, Findings findings, NameIndex index) {
    return new ProgramChecker(sources, options, findings, index).check();
  }

  private CheckedProgram check() {
    for (SourceModule module : graph.modules()) {
      checkHeader(module);
      usages.collect(scope(module));
      defineConstants(module);
    }
    graph.modules().forEach(this::defineFleets);
    Program program = new Program(graph.modules().stream().map(this::module).toList());
    new BindingChecker(findings).check(program);
    new RolloutGroups(findings).check(program);
    new DependencyCycles(program, findings).check();
    definitions.reportUnknownOverrides(parameterNames());
    return new CheckedProgram(
        program,
        graph.modules().stream().map(SourceModule::unit).toList(),
        findings.errors() == 0 ? UnusedNames.of(graph.modules(), used) : List.of(),
        schemas.unchecked());
  }

  private Scope scope(SourceModule module) {
    return scopes.computeIfAbsent(
        module,
        each -> new Scope(each, graph.modules(), findings, used, index, schemas.of(each), files));
  }

  private Context context(Symbol symbol) {
    return context(symbol.module());
  }

  private Context context(SourceModule module) {
    return new Context(scope(module), definitions, findings, Integer.MAX_VALUE);
  }

  private void checkHeader(SourceModule module) {
    var header = module.unit().header();
    if (header != null && header.hubNamespace() != null && header.hubNamespace().isPlain()) {
      new Context(scope(module), definitions, findings, 0)
          .requireNamespace(header.hubNamespace().text(), header.hubNamespace().span());
    }
  }

  private void defineConstants(SourceModule module) {
    for (Symbol symbol : module.all(SymbolKind.PARAM)) {
      definitions.param(symbol, (Declaration.Param) symbol.declaration());
    }
    for (Symbol symbol : module.all(SymbolKind.FUN)) {
      definitions.function(symbol, (Declaration.Fun) symbol.declaration());
    }
  }

  private void defineFleets(SourceModule module) {
    for (Symbol symbol : module.all(SymbolKind.FLEET)) {
      fleets.put(
          symbol,
          new FleetChecker(context(symbol))
              .check(symbol, (Declaration.Fleet) symbol.declaration()));
    }
  }

  private Module module(SourceModule module) {
    List<ClusterSetDefinition> sets = new ArrayList<>();
    for (Symbol symbol : module.all(SymbolKind.CLUSTER_SET)) {
      ifValid(
              () ->
                  new ClusterSetChecker(context(symbol))
                      .check(symbol, (Declaration.ClusterSet) symbol.declaration()))
          .ifPresent(sets::add);
    }
    List<PlacementDefinition> placements = new ArrayList<>();
    for (Symbol symbol : module.all(SymbolKind.PLACEMENT)) {
      ifValid(() -> placement(symbol)).ifPresent(placements::add);
    }
    GovernanceChecker governance = new GovernanceChecker(module, policies, this::context, findings);
    return new Module(
        module.name(),
        module.hubNamespace(),
        module.source(),
        sets,
        placements,
        governance.policies(),
        governance.policySets(),
        governance.bindings(),
        governance.exemptions(),
        governance.deployments(),
        governance.fleetRules(),
        module.all(SymbolKind.FLEET).stream().map(this::fleet).toList(),
        tests(module),
        new HubResourcesChecker(scope(module), findings).check(module));
  }

  private FleetDefinition fleet(Symbol symbol) {
    FleetDefinition fleet = fleets.get(symbol);
    if (fleet == null) {
      throw new IllegalStateException("fleet " + symbol.name() + " was not checked");
    }
    return fleet;
  }

  private <D> Optional<D> ifValid(Supplier<D> definition) {
    int before = findings.errors();
    D checked = definition.get();
    return findings.errors() == before ? Optional.of(checked) : Optional.empty();
  }

  private PlacementDefinition placement(Symbol symbol) {
    List<Located> namespaces = new ArrayList<>();
    symbol
        .module()
        .hubNamespace()
        .ifPresent(own -> namespaces.add(new Located(own, symbol.origin())));
    for (Located use : usages.of(symbol)) {
      if (namespaces.stream().noneMatch(each -> each.text().equals(use.text()))) {
        namespaces.add(use);
      }
    }
    if (namespaces.isEmpty()) {
      findings.add(
          Diagnostic.error(
                  Code.NO_HUB_NAMESPACE,
                  symbol.origin().span(),
                  "The placement `%s` is created in no hub namespace."
                      .formatted(symbol.name().name()))
              .help("add `hub namespace \"…\"` to the head of the file."));
    }
    return new PlacementChecker(context(symbol))
        .check(symbol, (Declaration.Placement) symbol.declaration(), namespaces);
  }

  private List<TestDefinition> tests(SourceModule module) {
    List<TestDefinition> tests = new ArrayList<>();
    Scope scope = scope(module);
    for (Declaration declaration : module.unit().declarations()) {
      if (declaration instanceof Declaration.Test test) {
        Context context = new Context(scope, definitions, findings, Integer.MAX_VALUE);
        scope
            .resolve(test.fleet(), SymbolKind.FLEET)
            .flatMap(fleet -> ifValid(() -> new TestChecker(context, fleet(fleet)).check(test)))
            .ifPresent(tests::add);
      }
    }
    return tests;
  }

  private Set<String> parameterNames() {
    Set<String> names = new HashSet<>();
    for (SourceModule module : graph.modules()) {
      for (Symbol symbol : module.all(SymbolKind.PARAM)) {
        names.add(symbol.name().name());
        names.add(symbol.name().toString());
      }
    }
    return names;
  }
}
