package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.governance.fleetrule.CompiledFleetRule.Part;
import io.openclustermanagement.placement.cel.CelBudget;
import io.openclustermanagement.placement.cel.EvaluationError;
import io.openclustermanagement.placement.cel.Uncertain;
import io.openclustermanagement.placement.cel.Uncertain.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The expressions of one rule on one hub, under what is assumed at the moment. */
final class FleetRuleRun {
  private static final long COST = 100_000_000;

  private final CompiledFleetRule rule;
  private final HubFunctions functions;
  private boolean certain = true;

  FleetRuleRun(CompiledFleetRule rule, HubFunctions functions) {
    this.rule = rule;
    this.functions = functions;
  }

  /** The elements or groups; those that certainly do not count are left out. */
  List<Subject> subjects() throws FleetRuleException {
    Part list = rule.list();
    if (list == null) {
      return List.of(new Subject("", true, true));
    }
    Object value = evaluate(list, Map.of());
    certain &= !(value instanceof Uncertain);
    List<Element> elements =
        switch (value) {
          case Uncertain.Elements uncertain -> uncertain.elements();
          case List<?> known ->
              known.stream().map(each -> new Element((Object) each, true)).toList();
          case EvaluationError error ->
              throw new FleetRuleException(
                  "`%s` fails: %s.".formatted(list.path(), error.reason()));
          default ->
              throw new FleetRuleException(
                  "`%s` gives no list that could be gone through.".formatted(list.path()));
        };
    return rule.key() == null ? single(elements) : groups(elements, rule.key());
  }

  /** Whether the elements do not depend on assumptions. */
  boolean isCertain() {
    return certain;
  }

  private static List<Subject> single(List<Element> elements) {
    List<Subject> subjects = new ArrayList<>();
    for (Element element : elements) {
      String key = name(element.value()).orElse("#" + subjects.size());
      subjects.add(new Subject(key, element.value(), element.present()));
    }
    return subjects;
  }

  /** What people call an element: a cluster or exemption by its name, anything short by itself. */
  private static Optional<String> name(Object value) {
    return switch (value) {
      case String text -> Optional.of(text);
      case Long number -> Optional.of(number.toString());
      case Map<?, ?> fields when fields.get("name") instanceof String name -> Optional.of(name);
      case Map<?, ?> fields
          when fields.get("metadata") instanceof Map<?, ?> metadata
              && metadata.get("name") instanceof String name ->
          Optional.of(name);
      default -> Optional.empty();
    };
  }

  private List<Subject> groups(List<Element> elements, Part key) throws FleetRuleException {
    Map<String, List<Element>> groups = new LinkedHashMap<>();
    for (Element element : elements) {
      Object value = evaluate(key, Map.of(CompiledFleetRule.ITEM, element.value()));
      switch (value instanceof Optional<?> optional && optional.isPresent()
          ? optional.get()
          : value) {
        case String text -> groups.computeIfAbsent(text, _ -> new ArrayList<>()).add(element);
        case Optional<?> _ -> {} // what has no key is in no group
        case EvaluationError error ->
            throw new FleetRuleException("`%s` fails: %s.".formatted(key.path(), error.reason()));
        default ->
            throw new FleetRuleException("`%s` gives no text that is known.".formatted(key.path()));
      }
    }
    return groups.entrySet().stream().map(each -> group(each.getKey(), each.getValue())).toList();
  }

  private static Subject group(String key, List<Element> elements) {
    Object members = Uncertain.list(elements);
    Map<String, Object> fields = new HashMap<>();
    fields.put("key", key);
    fields.put("members", members);
    fields.put("size", Uncertain.size(members));
    Object present = Uncertain.any(elements.stream().map(Element::present));
    return new Subject(key, fields, present);
  }

  /** Whether the rule holds for an element: true, false, uncertain or an error. */
  Object judge(Subject subject) {
    Map<String, Object> inputs = inputs(subject);
    Stream<Object> expectations = rule.expectations().stream().map(each -> evaluate(each, inputs));
    Object holds = Uncertain.all(expectations);
    return Uncertain.any(Stream.of(Uncertain.not(subject.present()), holds));
  }

  private Map<String, Object> inputs(Subject subject) {
    Map<String, Object> inputs = new HashMap<>();
    if (!rule.variable().isEmpty()) {
      inputs.put(rule.variable(), subject.value());
    }
    for (Part variable : rule.variables()) {
      inputs.put(variable.name(), evaluate(variable, inputs));
    }
    return inputs;
  }

  /** The message for an element. */
  Optional<String> message(Subject subject) {
    if (rule.message() == null) {
      return Optional.empty();
    }
    Object text = rule.message().expression().show(inputs(subject), functions, new CelBudget(COST));
    return text instanceof String message ? Optional.of(message) : Optional.empty();
  }

  private Object evaluate(Part part, Map<String, Object> inputs) {
    return part.expression().evaluate(inputs, functions, new CelBudget(COST));
  }
}
