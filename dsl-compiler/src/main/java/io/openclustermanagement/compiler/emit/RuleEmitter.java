package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.policy.Severity;
import io.openclustermanagement.api.rules.ResourceMatch;
import io.openclustermanagement.api.rules.RuleExemption;
import io.openclustermanagement.api.rules.RuleForEach;
import io.openclustermanagement.api.rules.RulePolicy;
import io.openclustermanagement.api.rules.RulePolicySpec;
import io.openclustermanagement.api.rules.RuleValidation;
import io.openclustermanagement.api.rules.RuleVariable;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.emit.CelWriter.NotExpressible;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.KindReference;
import io.openclustermanagement.compiler.program.RuleDefinition;
import io.openclustermanagement.compiler.program.RuleDefinition.Definition;
import io.openclustermanagement.compiler.program.RuleDefinition.Witnesses;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.ListValue;
import io.openclustermanagement.compiler.program.Value.MapValue;
import io.openclustermanagement.compiler.program.Values;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a rule as a RulePolicy, whose expressions are CEL. */
final class RuleEmitter {

  static final String OBJECT = "object";

  /** The pod, or the template of pods, in a resource of one of the kinds of {@code AnyPod}. */
  static final String POD =
      "object.kind == \"Pod\" ? object"
          + " : object.kind == \"CronJob\" ? object.spec.jobTemplate.spec.template"
          + " : object.spec.template";

  /**
   * What the policy around a rule gives it.
   *
   * @param name of the RulePolicy
   * @param severity for a rule that has none of its own
   * @param namespaces for a rule that names none
   */
  record Frame(
      String name,
      RemediationAction remediation,
      @Nullable Severity severity,
      @Nullable NamespaceSelector namespaces,
      List<RuleExemption> exemptions) {
    Frame {
      exemptions = List.copyOf(exemptions);
    }
  }

  private final CelVariables variables = new CelVariables();
  private final ResourceCel cel = new ResourceCel(variables);
  private final List<RuleVariable> written = new ArrayList<>();

  private RuleEmitter() {}

  /**
   * The policy of a rule; empty after a report of something that CEL cannot say.
   *
   * @param own the namespaces of the rule itself, null if it names none
   */
  static Optional<RulePolicy> emit(
      RuleDefinition rule, @Nullable NamespaceSelector own, Frame frame, Findings findings) {
    try {
      return Optional.of(new RuleEmitter().policy(rule, own, frame));
    } catch (NotExpressible e) {
      report(e, findings);
      return Optional.empty();
    }
  }

  static void report(NotExpressible problem, Findings findings) {
    findings.add(
        Diagnostic.error(
                Code.NOT_CEL, problem.origin().span(), "Rules cannot compute this on a cluster.")
            .note("a rule travels as CEL, the expression language of Kubernetes")
            .help("compare the parts by themselves, or compute it from parameters."));
  }

  /** The kinds of resources. */
  static List<ResourceMatch> match(List<KindReference> kinds) {
    return kinds.stream().map(each -> new ResourceMatch(each.apiVersion(), each.kind())).toList();
  }

  private RulePolicy policy(RuleDefinition rule, @Nullable NamespaceSelector own, Frame frame)
      throws NotExpressible {
    subject(rule);
    String condition = null;
    if (rule.condition().isPresent()) {
      condition = cel.condition(rule.condition().get());
    }
    for (Definition definition : rule.definitions()) {
      define(definition);
    }
    RuleValidation validation = validation(rule);
    Severity severity =
        rule.severity().map(ConfigurationEmitter::severity).orElse(frame.severity());
    return new RulePolicy(
        ObjectMeta.of(null, frame.name(), Map.of()),
        new RulePolicySpec(
            frame.remediation(),
            severity,
            rule.description().orElse(null),
            match(rule.kinds()),
            own == null ? frame.namespaces() : own,
            params(),
            written,
            condition,
            validation,
            rule.fix().orElse(null),
            frame.exemptions()),
        null);
  }

  private void subject(RuleDefinition rule) {
    if (rule.anyPod()) {
      String name = variables.unique(rule.subject().name());
      written.add(new RuleVariable(name, POD));
      variables.define(rule.subject(), "variables." + name);
    } else {
      variables.define(rule.subject(), OBJECT);
    }
  }

  /** A value that is always there becomes a variable; others stand where they are used. */
  private void define(Definition definition) throws NotExpressible {
    Variable variable = definition.variable();
    Optional<String> value = value(definition.value());
    if (value.isEmpty()) {
      variables.inline(variable, definition.value());
      return;
    }
    String name = variables.unique(variable.name());
    written.add(new RuleVariable(name, value.get()));
    variables.define(variable, "variables." + name);
  }

  private Optional<String> value(Expr expr) {
    try {
      return Optional.of(cel.value(expr));
    } catch (NotExpressible e) {
      return Optional.empty();
    }
  }

  private RuleValidation validation(RuleDefinition rule) throws NotExpressible {
    RuleForEach forEach = null;
    if (rule.witnesses().isPresent()) {
      Witnesses witnesses = rule.witnesses().get();
      String list = cel.list(witnesses.list());
      forEach = new RuleForEach(variables.declare(witnesses.variable()), list);
    }
    return new RuleValidation(forEach, cel.condition(rule.denied()), cel.message(rule.message()));
  }

  private @Nullable JsonObject params() {
    Map<String, JsonValue> params = new LinkedHashMap<>();
    variables.data().forEach((name, value) -> params.put(name, json(value)));
    return params.isEmpty() ? null : new JsonObject(params);
  }

  private static JsonValue json(Value value) {
    return switch (value) {
      case ListValue(_, List<Value> elements) ->
          new JsonArray(elements.stream().map(RuleEmitter::json).toList());
      case MapValue(_, var entries) -> {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        entries.forEach((key, each) -> fields.put(key, json(each)));
        yield new JsonObject(fields);
      }
      case Value.IntValue(long number) -> new JsonInteger(number);
      case Value.FloatValue(var number) -> new JsonDecimal(number.doubleValue());
      case Value.BoolValue(boolean truth) -> JsonValue.of(truth);
      case Value.NullValue _ -> JsonValue.of(null);
      case Value.StringValue _,
          Value.DurationValue _,
          Value.QuantityValue _,
          Value.PercentValue _,
          Value.VersionValue _,
          Value.DateValue _,
          Value.ComplianceValue _ ->
          new JsonString(Values.text(value));
    };
  }
}
