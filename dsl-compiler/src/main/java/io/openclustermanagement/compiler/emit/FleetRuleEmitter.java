package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.rules.FleetExpectation;
import io.openclustermanagement.api.rules.FleetForEach;
import io.openclustermanagement.api.rules.FleetRule;
import io.openclustermanagement.api.rules.FleetRuleSpec;
import io.openclustermanagement.api.rules.RuleVariable;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.emit.CelWriter.NotExpressible;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.FleetRuleDefinition;
import io.openclustermanagement.compiler.program.FleetRuleDefinition.Source;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.RuleDefinition.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a fleet rule, whose expressions are CEL with the functions of the hub. */
final class FleetRuleEmitter {

  private static final String ITEM = "item";

  private final Pointers pointers = new Pointers();
  private final CelVariables variables;
  private final ResourceCel cel;

  FleetRuleEmitter(Program program) {
    this.variables = new CelVariables(new HubNames(program));
    this.cel = new ResourceCel(variables);
  }

  Pointers pointers() {
    return pointers;
  }

  /** The object; empty after a report of something that CEL cannot say. */
  Optional<FleetRule> emit(FleetRuleDefinition rule, Findings findings) {
    pointers.put("", rule.origin());
    pointers.put("/metadata/name", rule.nameOrigin());
    try {
      return Optional.of(
          new FleetRule(ObjectMeta.named(rule.namespace(), rule.name().name()), spec(rule), null));
    } catch (NotExpressible e) {
      RuleEmitter.report(e, findings);
      return Optional.empty();
    }
  }

  private FleetRuleSpec spec(FleetRuleDefinition rule) throws NotExpressible {
    FleetForEach forEach = null;
    if (rule.source().isPresent()) {
      forEach = forEach(rule.source().get());
    }
    List<RuleVariable> named = new ArrayList<>();
    for (Definition definition : rule.definitions()) {
      String name = variables.unique(definition.variable().name());
      pointers.put("/spec/variables", named.size(), definition.value().origin());
      named.add(new RuleVariable(name, cel.value(definition.value())));
      variables.define(definition.variable(), "variables." + name);
    }
    List<FleetExpectation> expectations = new ArrayList<>();
    for (Expr each : rule.expectations()) {
      pointers.put("/spec/expectations", expectations.size(), each.origin());
      expectations.add(new FleetExpectation(cel.condition(each)));
    }
    String message = null;
    if (rule.message().isPresent()) {
      message = cel.message(rule.message().get());
    }
    return new FleetRuleSpec(
        rule.severity().map(ConfigurationEmitter::severity).orElse(null),
        rule.description().orElse(null),
        forEach,
        named,
        expectations,
        message);
  }

  private FleetForEach forEach(Source source) throws NotExpressible {
    String list = cel.list(source.list());
    String key = null;
    if (source.grouping().isPresent()) {
      variables.define(source.grouping().get().element(), ITEM);
      key = cel.optional(source.grouping().get().key());
    }
    return new FleetForEach(variables.declare(source.variable()), list, key);
  }
}
