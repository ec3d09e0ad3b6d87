package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Invalid;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Value.BoolValue;
import io.openclustermanagement.compiler.program.Values;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.parser.OcmParser;
import io.openclustermanagement.dsl.parser.ParseResult;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of parameters and the bodies of functions, each worked out once, when first needed.
 */
final class Definitions {

  /**
   * A function, checked.
   *
   * @param body over the variables of the parameters
   */
  record FunctionBody(List<FunctionParameter> parameters, Type resultType, Expr body) {}

  /**
   * @param variable what stands for it in the body
   * @param defaultValue null where an argument must be given
   */
  record FunctionParameter(String name, Variable variable, @Nullable Expr defaultValue) {}

  private final Map<String, String> overrides;
  private final Findings findings;
  private final Function<SourceModule, Scope> scopes;
  private final Map<Symbol, Expr> params = new HashMap<>();
  private final Map<Symbol, FunctionBody> functions = new HashMap<>();
  private final Set<Symbol> open = new HashSet<>();
  private final Set<String> usedOverrides = new HashSet<>();

  /**
   * @param overrides the text of values by the name of the parameter, bare or qualified
   */
  Definitions(
      Map<String, String> overrides, Findings findings, Function<SourceModule, Scope> scopes) {
    this.overrides = overrides;
    this.findings = findings;
    this.scopes = scopes;
  }

  /** The value of a parameter. */
  Expr param(Symbol symbol, Declaration.Param declaration) {
    Expr known = params.get(symbol);
    if (known != null) {
      return known;
    }
    if (!open.add(symbol)) {
      return new Invalid(symbol.origin());
    }
    Expr value = value(symbol, declaration);
    params.put(symbol, value);
    check(symbol, declaration, value);
    open.remove(symbol);
    return value;
  }

  /** What a function computes. */
  FunctionBody function(Symbol symbol, Declaration.Fun declaration) {
    FunctionBody known = functions.get(symbol);
    if (known != null) {
      return known;
    }
    if (!open.add(symbol)) {
      return new FunctionBody(List.of(), Type.Simple.ERROR, new Invalid(symbol.origin()));
    }
    FunctionBody body = body(symbol, declaration);
    functions.put(symbol, body);
    open.remove(symbol);
    return body;
  }

  /** Whether this very definition is being worked out, so that a reference to it is a cycle. */
  boolean isBeingDefined(Symbol symbol) {
    return open.contains(symbol) && !params.containsKey(symbol);
  }

  private Expr value(Symbol symbol, Declaration.Param declaration) {
    Type type = Types.of(declaration.type(), findings);
    Expression written = override(symbol).orElse(declaration.defaultValue());
    if (written == null) {
      reportMissing(declaration);
      return new Invalid(symbol.origin());
    }
    Expr value = checker(symbol).check(written, Place.CONSTANT, type);
    if (value.type() != Type.Simple.ERROR && !(value instanceof Constant)) {
      findings.add(
          Diagnostic.error(
              Code.NOT_CONSTANT, written.span(), "A parameter needs a value that is known."));
      return new Invalid(symbol.origin());
    }
    return value;
  }

  private void reportMissing(Declaration.Param declaration) {
    String name = declaration.name().text();
    findings.add(
        Diagnostic.error(
                Code.PARAMETER_WITHOUT_VALUE,
                declaration.name().span(),
                "The parameter `%s` has no value.".formatted(name))
            .help("give it one with `= …`, or from outside by its name."));
  }

  private Optional<Expression> override(Symbol symbol) {
    for (String key : List.of(symbol.name().toString(), symbol.name().name())) {
      String text = overrides.get(key);
      if (text != null) {
        usedOverrides.add(key);
        return parse(symbol.name().name(), text);
      }
    }
    return Optional.empty();
  }

  /** Reads a value from outside by way of a declaration, so that its messages have a place. */
  private Optional<Expression> parse(String name, String text) {
    SourceFile source = new SourceFile("<parameter " + name + ">", "param p: String = " + text);
    ParseResult parsed = OcmParser.parse(source);
    parsed.diagnostics().forEach(findings::add);
    return parsed.tree().declarations().stream()
        .filter(Declaration.Param.class::isInstance)
        .map(each -> ((Declaration.Param) each).defaultValue())
        .findFirst();
  }

  private void check(Symbol symbol, Declaration.Param declaration, Expr value) {
    if (declaration.check() == null || value.type() == Type.Simple.ERROR) {
      return;
    }
    Expr result = checker(symbol).check(declaration.check(), Place.CONSTANT, Type.Simple.BOOL);
    if (result instanceof Constant(BoolValue(boolean holds), _) && !holds) {
      String name = declaration.name().text();
      findings.add(
          Diagnostic.error(
                  Code.CHECK_FAILED,
                  declaration.check().span(),
                  "The value of `%s` breaks its check.".formatted(name))
              .label("false for " + Folding.constant(value).map(Values::text).orElse(""))
              .value(name, Folding.constant(value).map(Values::text).orElse("")));
    }
  }

  private FunctionBody body(Symbol symbol, Declaration.Fun declaration) {
    List<FunctionParameter> parameters = new ArrayList<>();
    Map<String, Variable> locals = new HashMap<>();
    for (Parameter each : declaration.parameters()) {
      FunctionParameter parameter = parameter(symbol, each);
      parameters.add(parameter);
      if (locals.put(parameter.name(), parameter.variable()) != null) {
        findings.add(
            Diagnostic.error(
                Code.DUPLICATE_NAME,
                each.name().span(),
                "The parameter `%s` is declared twice.".formatted(parameter.name())));
      }
    }
    Type resultType = Types.of(declaration.resultType(), findings);
    Expr body = checker(symbol).check(declaration.body(), Place.function(locals), resultType);
    return new FunctionBody(parameters, resultType, body);
  }

  private FunctionParameter parameter(Symbol symbol, Parameter written) {
    Type type = Types.ofParameter(written.type(), scopes.apply(symbol.module()).kinds(), findings);
    Origin origin = written.name().at();
    scopes.apply(symbol.module()).index().declare(SymbolKind.VARIABLE, origin);
    String name = written.name().text();
    Expr defaultValue =
        written.defaultValue() == null
            ? null
            : checker(symbol).check(written.defaultValue(), Place.CONSTANT, type);
    return new FunctionParameter(
        name, new Variable(symbol.name() + "." + name, type, origin), defaultValue);
  }

  private ExpressionChecker checker(Symbol symbol) {
    return new ExpressionChecker(scopes.apply(symbol.module()), this, findings, symbol.position());
  }

  /** Reports values from outside that belong to no parameter. */
  void reportUnknownOverrides(Set<String> declared) {
    overrides.keySet().stream()
        .filter(key -> !usedOverrides.contains(key) && !declared.contains(key))
        .sorted()
        .forEach(key -> reportUnknownOverride(key, declared));
  }

  private void reportUnknownOverride(String key, Set<String> declared) {
    SourceFile source = new SourceFile("<parameter " + key + ">", key);
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_PARAMETER,
            source.span(0, key.length()),
            "No source declares a parameter `%s`.".formatted(key));
    Suggestions.closest(key, declared)
        .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    findings.add(finding);
  }
}
