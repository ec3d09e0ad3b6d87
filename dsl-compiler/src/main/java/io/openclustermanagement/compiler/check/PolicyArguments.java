package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.Argument;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a policy stand for in one instance of it.
 *
 * @param outside sees names as the instance does
 * @param inside sees names as the policy with parameters does
 */
record PolicyArguments(Context outside, Context inside) {

  /** The value of each parameter; empty after a report. */
  Optional<Map<String, Value>> check(
      Declaration.PolicyInstance instance, Declaration.Policy policy) {
    int before = outside.findings().errors();
    Map<String, Argument> given = assign(instance, policy.parameters());
    Map<String, Value> values = new HashMap<>();
    for (Parameter parameter : policy.parameters()) {
      value(parameter, given.get(parameter.name().text()), instance)
          .ifPresent(value -> values.put(parameter.name().text(), value));
    }
    return outside.findings().errors() == before ? Optional.of(values) : Optional.empty();
  }

  private Map<String, Argument> assign(
      Declaration.PolicyInstance instance, List<Parameter> parameters) {
    Map<String, Argument> given = new HashMap<>();
    int position = 0;
    for (Argument argument : instance.arguments()) {
      Name name = argument.name();
      Optional<Parameter> parameter =
          name == null ? at(parameters, position++) : named(parameters, name);
      if (parameter.isEmpty()) {
        reportUnknown(argument, name, instance, parameters);
        continue;
      }
      if (name != null) {
        outside.scope().index().use(name.span(), SymbolKind.VARIABLE, parameter.get().name().at());
      }
      if (given.put(parameter.get().name().text(), argument) != null) {
        report(
            argument.span(),
            "The parameter `%s` is given twice.".formatted(parameter.get().name().text()));
      }
    }
    return given;
  }

  private static Optional<Parameter> at(List<Parameter> parameters, int position) {
    return position < parameters.size() ? Optional.of(parameters.get(position)) : Optional.empty();
  }

  private static Optional<Parameter> named(List<Parameter> parameters, Name name) {
    return parameters.stream().filter(each -> each.name().text().equals(name.text())).findFirst();
  }

  private Optional<Value> value(
      Parameter parameter, @Nullable Argument argument, Declaration.PolicyInstance instance) {
    Type type = Types.of(parameter.type(), inside.findings());
    if (argument == null && parameter.defaultValue() == null) {
      report(
          instance.name().span(),
          "`%s` gives no value for `%s`."
              .formatted(instance.name().text(), parameter.name().text()));
      return Optional.empty();
    }
    Context context = argument == null ? inside : outside;
    ExpressionChecker expressions = context.expressions();
    return expressions.constant(
        expressions.check(
            argument == null ? Objects.requireNonNull(parameter.defaultValue()) : argument.value(),
            Place.CONSTANT,
            type));
  }

  private void reportUnknown(
      Argument argument,
      @Nullable Name name,
      Declaration.PolicyInstance instance,
      List<Parameter> parameters) {
    List<String> known = parameters.stream().map(each -> each.name().text()).toList();
    var finding =
        Diagnostic.error(
            Code.WRONG_ARGUMENTS,
            name == null ? argument.span() : name.span(),
            name == null
                ? "`%s` takes %d arguments.".formatted(instance.template().text(), known.size())
                : "`%s` has no parameter `%s`.".formatted(instance.template().text(), name.text()));
    if (name != null) {
      Suggestions.closest(name.text(), known)
          .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    }
    outside.findings().add(finding);
  }

  private void report(SourceSpan span, String summary) {
    outside.findings().add(Diagnostic.error(Code.WRONG_ARGUMENTS, span, summary));
  }
}
