package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.check.Definitions.FunctionBody;
import io.openclustermanagement.compiler.check.Definitions.FunctionParameter;
import io.openclustermanagement.compiler.program.Compliance;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Invalid;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Value.ComplianceValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.Argument;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.Call;
import io.openclustermanagement.dsl.syntax.Expression.FieldAccess;
import io.openclustermanagement.dsl.syntax.Expression.Identifier;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls of functions, which are put in the place of the call, and the built-in sources. */
final class Calls {

  private static final String PLACED = "placed";
  private static final String MEMBERS = "members";
  private static final String CLAIM = "claim";
  private static final String CEL = "cel";

  /** Known from fleet rules; they need more than a fleet of clusters. */
  private static final Set<String> OF_FLEET_RULES =
      Set.of("deployed", "exemptions", "today", "compliance");

  private static final SymbolKind[] POLICIES = {SymbolKind.POLICY, SymbolKind.POLICY_SET};

  private final ExpressionChecker checker;
  private final Scope scope;
  private final Definitions definitions;
  private final Folding folding;
  private final Findings findings;

  Calls(
      ExpressionChecker checker,
      Scope scope,
      Definitions definitions,
      Folding folding,
      Findings findings) {
    this.checker = checker;
    this.scope = scope;
    this.definitions = definitions;
    this.folding = folding;
    this.findings = findings;
  }

  Expr call(Call call, Place place) {
    if (!(call.function() instanceof Identifier identifier)) {
      findings.add(
          Diagnostic.error(
              Code.UNKNOWN_NAME, call.function().span(), "Only a function can be called."));
      return new Invalid(call.at());
    }
    String name = identifier.name();
    List<Symbol> found = scope.lookup(name, SymbolKind.FUN);
    if (!found.isEmpty()) {
      scope.index().use(identifier.span(), found.getFirst());
      return function(found.getFirst(), call, place);
    }
    return switch (name) {
      case PLACED, MEMBERS -> source(name, call, place);
      case CEL -> cel(call, place);
      case CLAIM -> place.kind() == Place.Kind.MANIFEST ? claim(call) : unknown(name, call);
      case "deployed" -> ofFleet(call, place, this::deployed);
      case "exemptions" -> ofFleet(call, place, Calls::exemptions);
      case "today" -> ofFleet(call, place, Calls::today);
      case "compliance" ->
          knowsCompliance(place)
              ? compliance(call, place)
              : ofFleet(call, place, each -> compliance(each, place));
      default -> unknown(name, call);
    };
  }

  private Expr unknown(String name, Call call) {
    SourceSpan span = call.function().span();
    if (!scope.isPoisoned(name)) {
      Set<String> known = new HashSet<>(scope.visible(SymbolKind.FUN));
      known.addAll(List.of(PLACED, MEMBERS, CEL));
      known.addAll(OF_FLEET_RULES);
      var finding =
          Diagnostic.error(Code.UNKNOWN_NAME, span, "There is no function `%s`.".formatted(name));
      Suggestions.closest(name, known)
          .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
      findings.add(finding);
    }
    return new Invalid(call.at());
  }

  /** {@code claim("name")} in a manifest: the claim of the cluster that gets it. */
  private Expr claim(Call call) {
    if (call.arguments().size() == 1
        && call.arguments().getFirst().value() instanceof StringLiteral name
        && name.isPlain()) {
      return new Expr.Attribute(
          Names.currentCluster(call.at()), new Property.Claim(name.text()), call.at());
    }
    findings.add(
        Diagnostic.error(
                Code.WRONG_ARGUMENTS, call.span(), "`claim` takes the name of a cluster claim.")
            .help("write `claim(\"region.open-cluster-management.io\")`."));
    return new Invalid(call.at());
  }

  /** A condition that the author writes in CEL, for what the language has no words for. */
  private Expr cel(Call call, Place place) {
    if (place.kind() != Place.Kind.CLUSTER) {
      findings.add(
          Diagnostic.error(
                  Code.NOT_AVAILABLE_HERE,
                  call.function().span(),
                  "`cel` can stand only in a `where`.")
              .note("the placement engine evaluates it, for one cluster at a time"));
      return new Invalid(call.at());
    }
    if (call.arguments().size() != 1) {
      findings.add(
          Diagnostic.error(
              Code.WRONG_ARGUMENTS, call.span(), "`cel` takes one text, the CEL expression."));
      return new Invalid(call.at());
    }
    Expr text =
        checker.expect(
            checker.infer(call.arguments().getFirst().value(), place, Type.Simple.STRING),
            Type.Simple.STRING);
    return checker.constant(text).orElse(null) instanceof StringValue(String expression)
        ? new Expr.Cel(expression.strip(), call.at())
        : new Invalid(call.at());
  }

  // The sources of clusters.

  private Expr source(String name, Call call, Place place) {
    if (place.kind() != Place.Kind.TEST && place.kind() != Place.Kind.FLEET) {
      findings.add(
          Diagnostic.error(
                  Code.NOT_AVAILABLE_HERE,
                  call.function().span(),
                  "`%s` cannot be asked here.".formatted(name))
              .note("which clusters there are is known only in a `test` or a `fleetrule`"));
      return new Invalid(call.at());
    }
    boolean placement = name.equals(PLACED);
    Optional<Symbol> symbol =
        reference(call)
            .flatMap(
                each ->
                    scope.resolve(each, placement ? SymbolKind.PLACEMENT : SymbolKind.CLUSTER_SET));
    if (symbol.isEmpty()) {
      return new Invalid(call.at());
    }
    return placement
        ? new Expr.Placed(symbol.get().name(), call.at())
        : new Expr.Members(symbol.get().name(), call.at());
  }

  private Optional<QualifiedName> reference(Call call) {
    Optional<QualifiedName> name =
        call.arguments().size() == 1
            ? qualified(call.arguments().getFirst().value())
            : Optional.empty();
    if (name.isEmpty()) {
      findings.add(
          Diagnostic.error(
              Code.WRONG_ARGUMENTS,
              call.span(),
              "`%s` takes one name.".formatted(call.function().span().text())));
    }
    return name;
  }

  private static Optional<QualifiedName> qualified(Expression expression) {
    if (expression instanceof Identifier(String name, var at)) {
      return Optional.of(new QualifiedName(List.of(new Name(name, at)), at));
    }
    if (expression instanceof FieldAccess(Expression target, Name field, _, var at)) {
      return qualified(target)
          .map(
              prefix -> {
                List<Name> parts = new ArrayList<>(prefix.parts());
                parts.add(field);
                return new QualifiedName(parts, at);
              });
    }
    return Optional.empty();
  }

  // What only a fleet rule can ask.

  private Expr ofFleet(Call call, Place place, Function<Call, Expr> meaning) {
    if (place.kind() == Place.Kind.FLEET) {
      return meaning.apply(call);
    }
    findings.add(
        Diagnostic.error(
                Code.NOT_AVAILABLE_HERE,
                call.function().span(),
                "`%s` cannot be asked here.".formatted(call.function().span().text()))
            .note("only a `fleetrule` can"));
    return new Invalid(call.at());
  }

  private Expr deployed(Call call) {
    return reference(call)
        .flatMap(each -> scope.resolve(each, SymbolKind.DEPLOYMENT))
        .<Expr>map(symbol -> new Expr.Deployed(symbol.name(), call.at()))
        .orElseGet(() -> new Invalid(call.at()));
  }

  private static Expr exemptions(Call call) {
    return new Expr.Exemptions(FleetShapes.EXEMPTION, call.at());
  }

  private static Expr today(Call call) {
    return new Expr.Today(call.at());
  }

  private Expr compliance(Call call, Place place) {
    Optional<QualifiedName> policy =
        call.arguments().size() == 2
            ? qualified(call.arguments().getLast().value())
            : Optional.empty();
    if (policy.isEmpty()) {
      findings.add(
          Diagnostic.error(
                  Code.WRONG_ARGUMENTS,
                  call.span(),
                  "`compliance` takes a cluster and the name of a policy.")
              .help("write `compliance(c, namespace-limits)`."));
      return new Invalid(call.at());
    }
    Expr cluster = cluster(call.arguments().getFirst().value(), place);
    return state(cluster, policy.get(), call.at());
  }

  private Expr cluster(Expression written, Place place) {
    return checker.expect(checker.infer(written, place, Type.Simple.CLUSTER), Type.Simple.CLUSTER);
  }

  private Expr state(Expr cluster, QualifiedName policy, Origin origin) {
    return scope
        .resolve(policy, POLICIES)
        .map(
            symbol ->
                Folding.complianceOf(
                    cluster, symbol.name(), symbol.kind() == SymbolKind.POLICY_SET, origin))
        .orElseGet(() -> new Invalid(origin));
  }

  /** {@code c complies with p}: only what is Compliant does. */
  Expr complies(Expression.Complies written, Place place) {
    if (!knowsCompliance(place)) {
      reportCompliance(written);
      return new Invalid(written.at());
    }
    Expr state = state(cluster(written.subject(), place), written.policy(), written.at());
    return folding.comparison(
        Expr.Relation.EQUAL,
        state,
        new Expr.Constant(new ComplianceValue(Compliance.COMPLIANT), written.at()),
        written.at());
  }

  private static boolean knowsCompliance(Place place) {
    return place.kind() == Place.Kind.TEST || place.kind() == Place.Kind.FLEET;
  }

  private void reportCompliance(Expression.Complies written) {
    findings.add(
        Diagnostic.error(
                Code.NOT_AVAILABLE_HERE, written.span(), "Compliance cannot be asked here.")
            .note("it is known only on the hub, after placements have chosen")
            .help("move the test to a `fleetrule`."));
  }

  // Functions.

  private Expr function(Symbol symbol, Call call, Place place) {
    if (!checker.mayUse(symbol, call.function().span())) {
      return new Invalid(call.at());
    }
    FunctionBody body = definitions.function(symbol, (Declaration.Fun) symbol.declaration());
    Optional<Map<String, Expr>> arguments = arguments(symbol, body, call, place);
    if (arguments.isEmpty() || body.body().type() == Type.Simple.ERROR) {
      return new Invalid(call.at());
    }
    return folding.substitute(body.body(), arguments.get(), call.at());
  }

  private Optional<Map<String, Expr>> arguments(
      Symbol symbol, FunctionBody body, Call call, Place place) {
    Map<String, Expr> values = new HashMap<>();
    boolean valid = true;
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      FunctionParameter parameter = parameter(body, argument, i);
      if (parameter == null || values.containsKey(parameter.variable().name())) {
        report(symbol, argument.span(), "`%s` takes no such argument.");
        return Optional.empty();
      }
      if (argument.name() != null) {
        scope
            .index()
            .use(argument.name().span(), SymbolKind.VARIABLE, parameter.variable().origin());
      }
      Type type = parameter.variable().type();
      Expr value = checker.expect(checker.infer(argument.value(), place, type), type);
      valid &= value.type() != Type.Simple.ERROR;
      values.put(parameter.variable().name(), value);
    }
    return valid && fillDefaults(symbol, body, call, values)
        ? Optional.of(values)
        : Optional.empty();
  }

  private static @Nullable FunctionParameter parameter(
      FunctionBody body, Argument argument, int position) {
    Name name = argument.name();
    if (name != null) {
      return body.parameters().stream()
          .filter(each -> each.name().equals(name.text()))
          .findFirst()
          .orElse(null);
    }
    return position < body.parameters().size() ? body.parameters().get(position) : null;
  }

  private boolean fillDefaults(
      Symbol symbol, FunctionBody body, Call call, Map<String, Expr> values) {
    for (FunctionParameter parameter : body.parameters()) {
      String variable = parameter.variable().name();
      if (!values.containsKey(variable)) {
        if (parameter.defaultValue() == null) {
          report(symbol, call.span(), "`%s` needs the argument `" + parameter.name() + "`.");
          return false;
        }
        values.put(variable, parameter.defaultValue());
      }
    }
    return true;
  }

  private void report(Symbol symbol, SourceSpan span, String summary) {
    findings.add(
        Diagnostic.error(Code.WRONG_ARGUMENTS, span, summary.formatted(symbol.name().name()))
            .related(symbol.origin().span(), "declared here"));
  }
}
