package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Compliance;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Attribute;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Data;
import io.openclustermanagement.compiler.program.Expr.FleetCluster;
import io.openclustermanagement.compiler.program.Expr.Invalid;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Expression.Identifier;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a bare name means: a variable, a property of the subject, a cluster, a parameter. */
final class Names {

  private final Scope scope;
  private final Definitions definitions;
  private final Findings findings;
  private final Members members;
  private final int position;
  private final Map<String, Value> arguments;

  /**
   * @param arguments what the parameters of the policy stand for that the expression is in
   */
  Names(
      Scope scope,
      Definitions definitions,
      Findings findings,
      Members members,
      int position,
      Map<String, Value> arguments) {
    this.arguments = Map.copyOf(arguments);
    this.scope = scope;
    this.definitions = definitions;
    this.findings = findings;
    this.members = members;
    this.position = position;
  }

  Expr read(Identifier identifier, Place place) {
    String name = identifier.name();
    Origin origin = identifier.at();
    scope.index().visible(identifier.span(), place);
    Variable local = place.locals().get(name);
    if (local != null) {
      scope.index().use(identifier.span(), SymbolKind.VARIABLE, local.origin());
      return new Variable(local.name(), type(local, place), origin);
    }
    if (place.hasCluster() && name.equals(Variable.CLUSTER)) {
      return currentCluster(origin);
    }
    Optional<Property> property =
        place.kind() == Place.Kind.CLUSTER ? ClusterProperties.plain(name) : Optional.empty();
    if (property.isPresent()) {
      return new Attribute(currentCluster(origin), property.get(), origin);
    }
    Origin cluster = place.clusters().get(name);
    if (cluster != null) {
      scope.index().use(identifier.span(), SymbolKind.CLUSTER, cluster);
      return new FleetCluster(name, origin);
    }
    Optional<Expr> field = members.ofSubject(identifier, place);
    if (field.isPresent()) {
      return field.get();
    }
    Optional<Compliance> state =
        place.kind() == Place.Kind.FLEET || place.kind() == Place.Kind.TEST
            ? Compliance.of(name)
            : Optional.empty();
    if (state.isPresent()) {
      return new Constant(new Value.ComplianceValue(state.get()), origin);
    }
    Value argument = arguments.get(name);
    if (argument != null) {
      InnerNames.useParameter(identifier.span(), name, scope);
    }
    return argument == null ? parameter(identifier, place) : new Constant(argument, origin);
  }

  private static Type type(Variable variable, Place place) {
    return Guards.path(variable).filter(place.known()::contains).isPresent()
        ? variable.type().present()
        : variable.type();
  }

  static Expr currentCluster(Origin origin) {
    return new Variable(Variable.CLUSTER, Simple.CLUSTER, origin);
  }

  private Expr parameter(Identifier identifier, Place place) {
    List<Symbol> found = scope.lookup(identifier.name(), SymbolKind.PARAM);
    if (found.isEmpty()) {
      if (!scope.isPoisoned(identifier.name())) {
        reportUnknown(identifier, place);
      }
      return new Invalid(identifier.at());
    }
    Symbol symbol = found.getFirst();
    scope.index().use(identifier.span(), symbol);
    if (!mayUse(symbol, identifier.span())) {
      return new Invalid(identifier.at());
    }
    return definitions.param(symbol, (Declaration.Param) symbol.declaration())
            instanceof Constant(Value value, _)
        ? value(symbol, value, place, identifier.at())
        : new Invalid(identifier.at());
  }

  /** Lists and maps travel as data of a rule; a function does not know yet who will call it. */
  private static Expr value(Symbol symbol, Value value, Place place, Origin origin) {
    boolean travels = place.kind() == Place.Kind.RESOURCE || place.kind() == Place.Kind.FUNCTION;
    return travels && (value instanceof Value.ListValue || value instanceof Value.MapValue)
        ? new Data(symbol.name(), value, origin)
        : new Constant(value, origin);
  }

  /** Whether a definition stands before this one; reports if not. */
  boolean mayUse(Symbol symbol, SourceSpan span) {
    boolean same = symbol.module() == scope.module();
    if (definitions.isBeingDefined(symbol) || (same && symbol.position() > position)) {
      boolean itself = symbol.position() == position;
      findings.add(
          Diagnostic.error(
                  Code.FUNCTION_ORDER,
                  span,
                  itself
                      ? "`%s` is defined by itself.".formatted(symbol.name().name())
                      : "`%s` is used before it is declared.".formatted(symbol.name().name()))
              .related(symbol.origin().span(), "declared here")
              .note("only what stands earlier may be used, so that everything comes to an end")
              .help(
                  itself
                      ? "say it without itself, for example with `any … in … where`."
                      : "move it up."));
      return false;
    }
    return true;
  }

  private void reportUnknown(Identifier identifier, Place place) {
    String name = identifier.name();
    if (Families.isFamily(name) && place.kind() == Place.Kind.CLUSTER) {
      findings.add(
          Diagnostic.error(
                  Code.UNKNOWN_PROPERTY,
                  identifier.span(),
                  "`%s` needs the name of one.".formatted(name))
              .help("write `%s`, or `%s[\"…\"]`.".formatted(Families.example(name), name)));
      return;
    }
    boolean property = Families.isFamily(name) || ClusterProperties.plain(name).isPresent();
    if (property && place.kind() != Place.Kind.RESOURCE) {
      reportNoCluster(identifier, place);
      return;
    }
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_NAME, identifier.span(), "There is no `%s` here.".formatted(name));
    Suggestions.closest(name, visible(place))
        .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    findings.add(finding);
  }

  private void reportNoCluster(Identifier identifier, Place place) {
    String name = identifier.name();
    findings.add(
        Diagnostic.error(
                Code.UNKNOWN_NAME,
                identifier.span(),
                "There is no cluster here whose `%s` could be asked.".formatted(name))
            .help(
                place.kind() == Place.Kind.FUNCTION
                    ? "give the function a parameter, such as `c: Cluster`, and ask `c.%s`."
                        .formatted(Families.example(name))
                    : "ask it of a cluster, as in `c.%s`.".formatted(Families.example(name))));
  }

  private Set<String> visible(Place place) {
    Set<String> names = new HashSet<>(scope.visible(SymbolKind.PARAM));
    names.addAll(place.locals().keySet());
    names.addAll(arguments.keySet());
    names.addAll(place.clusters().keySet());
    names.addAll(Members.fieldNames(place));
    if (place.kind() == Place.Kind.CLUSTER) {
      names.addAll(Families.ALL_WORDS);
    }
    if (place.kind() == Place.Kind.FLEET) {
      names.addAll(Compliance.names());
    }
    return names;
  }
}
