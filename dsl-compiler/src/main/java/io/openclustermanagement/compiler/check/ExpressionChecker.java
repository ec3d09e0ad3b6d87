package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Attribute;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.FleetCluster;
import io.openclustermanagement.compiler.program.Expr.Invalid;
import io.openclustermanagement.compiler.program.Expr.Quantifier;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.MapOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.IntValue;
import io.openclustermanagement.compiler.program.Value.ListValue;
import io.openclustermanagement.compiler.program.Value.MapValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.compiler.program.Values;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.FieldAccess;
import io.openclustermanagement.dsl.syntax.Expression.Identifier;
import io.openclustermanagement.dsl.syntax.Expression.Index;
import io.openclustermanagement.dsl.syntax.Expression.Literal;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.StringPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives an expression its types and names and computes what is known. An expression that is wrong
 * becomes {@link Invalid} after one report, and nothing more is said about what contains it.
 */
final class ExpressionChecker {

  private final Scope scope;
  private final Definitions definitions;
  private final Findings findings;
  private final int position;
  private final Literals literals;
  private final Folding folding;
  private final Operators operators;
  private final Calls calls;

  /**
   * @param position of the declaration that holds the expression: parameters and functions must
   *     stand before it if it is one itself
   */
  ExpressionChecker(Scope scope, Definitions definitions, Findings findings, int position) {
    this.scope = scope;
    this.definitions = definitions;
    this.findings = findings;
    this.position = position;
    this.literals = new Literals(findings);
    this.folding = new Folding(findings);
    this.operators = new Operators(this, folding, findings);
    this.calls = new Calls(this, scope, definitions, folding, findings);
  }

  /** Checks an expression that must have the given type. */
  Expr check(Expression expression, Place place, Type expected) {
    folding.restart();
    return expect(infer(expression, place, expected), expected);
  }

  /** Reports a value of the wrong type. */
  Expr expect(Expr value, Type expected) {
    if (value.type().fits(expected) || isEmptyList(value, expected)) {
      return value;
    }
    var finding =
        Diagnostic.error(
                Code.TYPE_MISMATCH,
                value.origin().span(),
                "%s is expected here.".formatted(expected))
            .label("this is " + value.type());
    if (value instanceof Attribute attribute && expected == Simple.BOOL) {
      finding.help(
          "ask `has %s`, or compare it with a value.".formatted(attribute.origin().span().text()));
    }
    findings.add(finding);
    return new Invalid(value.origin());
  }

  private static boolean isEmptyList(Expr value, Type expected) {
    return expected instanceof ListOf
        && value instanceof Constant(ListValue(_, List<Value> elements), _)
        && elements.isEmpty();
  }

  /**
   * The typed form of an expression.
   *
   * @param expected what would fit, which gives literals their meaning; null if anything may
   */
  Expr infer(Expression expression, Place place, @Nullable Type expected) {
    Expr value = typed(expression, place, expected);
    scope.index().type(expression.span(), value.type());
    return value;
  }

  private Expr typed(Expression expression, Place place, @Nullable Type expected) {
    Origin origin = expression.at();
    return switch (expression) {
      case Literal literal ->
          literals
              .read(literal, expected)
              .<Expr>map(value -> new Constant(value, origin))
              .orElseGet(() -> new Invalid(origin));
      case StringLiteral string -> string(string, place);
      case Expression.Fence(String text, _) -> new Constant(new StringValue(text), origin);
      case ListLiteral list -> list(list, place, expected);
      case ObjectLiteral object -> object(object, place, expected);
      case Identifier identifier -> identifier(identifier, place);
      case FieldAccess access -> field(access, place);
      case Index index -> index(index, place);
      case Expression.Call call -> calls.call(call, place);
      case Expression.Has(Expression operand, _) -> has(operand, place, origin);
      case Expression.Negation(Expression operand, _) -> operators.negation(operand, place, origin);
      case Expression.Arithmetic arithmetic -> operators.arithmetic(arithmetic, place, expected);
      case Expression.Comparison comparison -> operators.comparison(comparison, place);
      case Expression.Membership membership -> operators.membership(membership, place);
      case Expression.Not(Expression operand, _) -> folding.not(bool(operand, place), origin);
      case Expression.And(List<Expression> operands, _) ->
          folding.and(bools(operands, place), origin);
      case Expression.Or(List<Expression> operands, _) ->
          folding.or(bools(operands, place), origin);
      case Expression.Implies(Expression premise, Expression conclusion, _) ->
          folding.or(
              List.of(folding.not(bool(premise, place), premise.at()), bool(conclusion, place)),
              origin);
      case Expression.Quantifier quantifier -> quantifier(quantifier, place);
      case Expression.Count count -> count(count, place);
      case Expression.If(Expression condition, Expression yes, Expression no, _) -> {
        Expr test = bool(condition, place);
        Expr positive = infer(yes, place, expected);
        Expr negative = expect(infer(no, place, positive.type()), positive.type());
        yield folding.conditional(test, positive, negative, origin);
      }
      case Expression.Is _, Expression.Complies _ -> compliance(origin, place);
      case Expression.Error _ -> new Invalid(origin);
    };
  }

  Expr bool(Expression expression, Place place) {
    return expect(infer(expression, place, Simple.BOOL), Simple.BOOL);
  }

  private List<Expr> bools(List<Expression> expressions, Place place) {
    return expressions.stream().map(each -> bool(each, place)).toList();
  }

  private Expr compliance(Origin origin, Place place) {
    boolean test = place.kind() == Place.Kind.TEST;
    findings.add(
        test
            ? Diagnostic.error(
                Code.NOT_COMPILED_YET, origin.span(), "Compliance is not evaluated yet.")
            : Diagnostic.error(
                    Code.NOT_AVAILABLE_HERE, origin.span(), "Compliance cannot be asked here.")
                .note("it is known only on the hub, after placements have chosen")
                .help("move the test to a `fleetrule`."));
    return new Invalid(origin);
  }

  // Literals that hold expressions.

  private Expr string(StringLiteral string, Place place) {
    List<Expr> parts = new ArrayList<>();
    for (StringPart part : string.parts()) {
      switch (part) {
        case StringPart.Text(String text, Origin at) ->
            parts.add(new Constant(new StringValue(text), at));
        case StringPart.Interpolation(Expression inner, _) ->
            parts.add(interpolated(infer(inner, place, null)));
      }
    }
    Expr text = folding.text(parts, string.at());
    return text instanceof Constant(Value value, _) ? new Constant(value, string.at()) : text;
  }

  private Expr interpolated(Expr value) {
    return value.type() == Simple.CLUSTER ? expect(value, Simple.STRING) : value;
  }

  private Expr list(ListLiteral list, Place place, @Nullable Type expected) {
    Type wanted = expected instanceof ListOf(Type element) ? element : null;
    List<Expr> elements = new ArrayList<>();
    for (Expression each : list.elements()) {
      Expr element = infer(each, place, wanted);
      wanted = wanted == null && element.type() != Simple.ERROR ? element.type() : wanted;
      elements.add(wanted == null ? element : expect(element, wanted));
    }
    return folding.elements(wanted == null ? Simple.STRING : wanted, elements, list.at());
  }

  private Expr object(ObjectLiteral object, Place place, @Nullable Type expected) {
    Type wanted = expected instanceof MapOf(Type value) ? value : null;
    Map<String, Value> entries = new LinkedHashMap<>();
    boolean valid = true;
    for (Entry entry : object.entries()) {
      switch (entry) {
        case Entry.Field(var key, Expression written, _) -> {
          Expr value = infer(written, place, wanted);
          value = wanted == null ? value : expect(value, wanted);
          wanted = wanted == null && value.type() != Simple.ERROR ? value.type() : wanted;
          Optional<Value> constant = constant(value);
          valid &= constant.isPresent();
          constant.ifPresent(found -> entries.put(key.text(), found));
        }
        case Entry.Spread(Expression written, _) -> {
          Type map = new MapOf(wanted == null ? Simple.STRING : wanted);
          Optional<Value> constant = constant(expect(infer(written, place, map), map));
          valid &= constant.isPresent();
          if (constant.orElse(null) instanceof MapValue(_, var more)) {
            entries.putAll(more);
          }
        }
        case Entry.Error _ -> valid = false;
      }
    }
    return valid
        ? new Constant(new MapValue(wanted == null ? Simple.STRING : wanted, entries), object.at())
        : new Invalid(object.at());
  }

  /** The value of an expression that must be known; empty after a report. */
  Optional<Value> constant(Expr value) {
    if (value.type() != Simple.ERROR && !(value instanceof Constant)) {
      findings.add(
          Diagnostic.error(
                  Code.NOT_CONSTANT,
                  value.origin().span(),
                  "The value must be known while compiling.")
              .label("this depends on the cluster"));
    }
    return Folding.constant(value);
  }

  // Names.

  private Expr identifier(Identifier identifier, Place place) {
    String name = identifier.name();
    Origin origin = identifier.at();
    scope.index().visible(identifier.span(), place);
    Variable local = place.locals().get(name);
    if (local != null) {
      scope.index().use(identifier.span(), SymbolKind.VARIABLE, local.origin());
      return new Variable(local.name(), local.type(), origin);
    }
    if (place.kind() == Place.Kind.CLUSTER && name.equals(Variable.CLUSTER)) {
      return currentCluster(origin);
    }
    Optional<Property> property =
        place.kind() == Place.Kind.CLUSTER ? plain(name) : Optional.empty();
    if (property.isPresent()) {
      return new Attribute(currentCluster(origin), property.get(), origin);
    }
    Origin cluster = place.clusters().get(name);
    if (cluster != null) {
      scope.index().use(identifier.span(), SymbolKind.CLUSTER, cluster);
      return new FleetCluster(name, origin);
    }
    return parameter(identifier, place);
  }

  private static Expr currentCluster(Origin origin) {
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
    Expr value = definitions.param(symbol, (Declaration.Param) symbol.declaration());
    return value instanceof Constant(Value constant, _)
        ? new Constant(constant, identifier.at())
        : new Invalid(identifier.at());
  }

  /** Whether a definition stands before this one; reports if not. */
  boolean mayUse(Symbol symbol, SourceSpan span) {
    boolean same = symbol.module() == scope.module();
    if (definitions.isBeingDefined(symbol) || same && symbol.position() > position) {
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
    boolean property = Families.isFamily(name) || plain(name).isPresent();
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_NAME,
            identifier.span(),
            property
                ? "There is no cluster here whose `%s` could be asked.".formatted(name)
                : "There is no `%s` here.".formatted(name));
    if (property) {
      finding.help(
          place.kind() == Place.Kind.FUNCTION
              ? "give the function a parameter, such as `c: Cluster`, and ask `c.%s`."
                  .formatted(Families.example(name))
              : "ask it of a cluster, as in `c.%s`.".formatted(Families.example(name)));
    } else {
      Suggestions.closest(name, visible(place))
          .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    }
    findings.add(finding);
  }

  private Set<String> visible(Place place) {
    Set<String> names = new HashSet<>(scope.visible(SymbolKind.PARAM));
    names.addAll(place.locals().keySet());
    names.addAll(place.clusters().keySet());
    if (place.kind() == Place.Kind.CLUSTER) {
      names.addAll(Families.ALL_WORDS);
    }
    return names;
  }

  // Properties of clusters.

  private static Optional<Property> plain(String name) {
    return switch (name) {
      case "version" -> Optional.of(new Property.KubernetesVersion());
      case "name" -> Optional.of(new Property.Name());
      case "available" -> Optional.of(new Property.Available());
      default -> Optional.empty();
    };
  }

  /**
   * The cluster whose labels, claims or resources an expression means; empty if it means none. Each
   * part of the expression is looked at once, so that long chains take no long time.
   */
  private Optional<Families.Family> family(Expression expression, Place place) {
    if (!meansFamily(expression, place)) {
      return Optional.empty();
    }
    if (!(expression instanceof FieldAccess access)) {
      String word = ((Identifier) expression).name();
      return Optional.of(new Families.Family(word, currentCluster(expression.at())));
    }
    Expr cluster = infer(access.target(), place, null);
    if (cluster.type() != Simple.CLUSTER && cluster.type() != Simple.ERROR) {
      reportNoProperty(access, cluster);
      cluster = new Invalid(access.at());
    }
    return Optional.of(new Families.Family(access.field().text(), cluster));
  }

  private static boolean meansFamily(Expression expression, Place place) {
    if (expression instanceof Identifier(String name, _)) {
      return place.kind() == Place.Kind.CLUSTER
          && Families.isFamily(name)
          && !place.locals().containsKey(name);
    }
    return expression instanceof FieldAccess(Expression target, var field, _, _)
        && Families.isFamily(field.text())
        && !meansFamily(target, place);
  }

  private Expr attribute(Families.Family family, String key, SourceSpan keySpan, Origin origin) {
    if (family.cluster().type() == Simple.ERROR) {
      return new Invalid(origin);
    }
    Property property = Families.property(family.word(), key);
    Optional<String> problem = Labels.keyProblem(property);
    if (problem.isPresent()) {
      findings.add(
          Diagnostic.error(
                  Code.INVALID_LABEL, keySpan, "No label can have the key `%s`.".formatted(key))
              .label(problem.get()));
      return new Invalid(origin);
    }
    return new Attribute(family.cluster(), property, origin);
  }

  private Expr field(FieldAccess access, Place place) {
    Optional<Families.Family> family = family(access.target(), place);
    String field = access.field().text();
    if (family.isPresent()) {
      return attribute(family.get(), field, access.field().span(), access.at());
    }
    Expr target = infer(access.target(), place, null);
    if (target.type() == Simple.ERROR) {
      return new Invalid(access.at());
    }
    Optional<Property> property = plain(field);
    if (target.type() == Simple.CLUSTER && property.isPresent()) {
      return new Attribute(target, property.get(), access.at());
    }
    reportNoProperty(access, target);
    return new Invalid(access.at());
  }

  private void reportNoProperty(FieldAccess access, Expr target) {
    String field = access.field().text();
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_PROPERTY,
            access.field().span(),
            "%s has no `%s`."
                .formatted(
                    target.type() == Simple.CLUSTER ? "A cluster" : target.type().toString(),
                    field));
    if (target.type() == Simple.CLUSTER && Families.isFamily(field)) {
      finding.help("name one, as in `c.%s`.".formatted(Families.example(field)));
    } else if (target.type() == Simple.CLUSTER) {
      Suggestions.closest(field, Families.ALL_WORDS)
          .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    } else if (target instanceof Attribute(_, Property.Label(String key), _)) {
      finding.help("write a key with dots in brackets: `label[\"%s.%s\"]`.".formatted(key, field));
    } else if (target instanceof Attribute(_, Property.Claim(String key), _)) {
      finding.help("write a name with dots in brackets: `claim[\"%s.%s\"]`.".formatted(key, field));
    }
    findings.add(finding);
  }

  private Expr index(Index access, Place place) {
    Optional<Families.Family> family = family(access.target(), place);
    if (family.isPresent()) {
      Optional<Value> key =
          constant(expect(infer(access.index(), place, Simple.STRING), Simple.STRING));
      return key.orElse(null) instanceof StringValue(String text)
          ? attribute(family.get(), text, access.index().span(), access.at())
          : new Invalid(access.at());
    }
    return element(infer(access.target(), place, null), access, place);
  }

  private Expr element(Expr target, Index access, Place place) {
    Type wanted = target.type() instanceof MapOf ? Simple.STRING : Simple.INT;
    boolean indexable = target.type() instanceof MapOf || target.type() instanceof ListOf;
    if (!indexable && target.type() != Simple.ERROR) {
      findings.add(
          Diagnostic.error(
              Code.UNKNOWN_PROPERTY,
              access.index().span(),
              "%s has no elements.".formatted(target.type())));
    }
    if (!indexable) {
      return new Invalid(access.at());
    }
    Expr index = expect(infer(access.index(), place, wanted), wanted);
    if (index.type() == Simple.ERROR) {
      return new Invalid(access.at());
    }
    Optional<Value> collection = constant(target);
    Optional<Value> key = collection.flatMap(_ -> constant(index));
    if (collection.isEmpty() || key.isEmpty()) {
      return new Invalid(access.at());
    }
    Optional<Value> found = pick(collection.get(), key.get());
    if (found.isEmpty()) {
      findings.add(
          Diagnostic.error(
              Code.UNKNOWN_PROPERTY,
              access.index().span(),
              "There is no element `%s`.".formatted(Values.text(key.get()))));
      return new Invalid(access.at());
    }
    return new Constant(found.get(), access.at());
  }

  private static Optional<Value> pick(Value collection, Value key) {
    if (collection instanceof MapValue(_, var entries) && key instanceof StringValue(String name)) {
      return Optional.ofNullable(entries.get(name));
    }
    return collection instanceof ListValue(_, List<Value> elements)
            && key instanceof IntValue(long at)
            && at >= 0
            && at < elements.size()
        ? Optional.of(elements.get((int) at))
        : Optional.empty();
  }

  private Expr has(Expression operand, Place place, Origin origin) {
    Expr attribute = infer(operand, place, null);
    if (attribute.type() != Simple.ERROR && !(attribute instanceof Attribute)) {
      findings.add(
          Diagnostic.error(
                  Code.WRONG_OPERAND,
                  operand.span(),
                  "`has` asks for something that a cluster may lack.")
              .label("this is always there")
              .help("ask it of a label, a claim or a resource, as in `has label.gpu`."));
    }
    return Folding.has(attribute, origin);
  }

  // Quantifiers.

  private Expr quantifier(Expression.Quantifier written, Place place) {
    Expr list = listOf(written.source(), place);
    Variable variable = variable(written.variable().text(), list, written.variable().at());
    Expr body = bool(written.condition(), place.with(written.variable().text(), variable));
    Origin origin = written.at();
    return switch (written.kind()) {
      case ANY -> folding.quantified(Quantifier.ANY, variable, list, body, origin);
      case NO ->
          folding.not(folding.quantified(Quantifier.ANY, variable, list, body, origin), origin);
      case EVERY -> folding.quantified(Quantifier.EVERY, variable, list, body, origin);
    };
  }

  private Expr count(Expression.Count written, Place place) {
    Expr list = listOf(written.source(), place);
    String name = written.variable().text();
    Variable variable = variable(name, list, written.variable().at());
    Expr body =
        written.condition() == null
            ? Folding.bool(true, written.at())
            : bool(written.condition(), place.with(name, variable));
    return folding.count(variable, list, body, written.at());
  }

  private Expr listOf(Expression source, Place place) {
    Expr list = infer(source, place, null);
    Type type = list.type();
    if (type instanceof ListOf || type == Simple.ERROR) {
      return list;
    }
    findings.add(
        Diagnostic.error(Code.TYPE_MISMATCH, source.span(), "A list is expected here.")
            .label("this is " + type));
    return new Invalid(source.at());
  }

  /** A variable whose internal name no other one has, so that nothing is captured. */
  private Variable variable(String name, Expr list, Origin origin) {
    scope.index().declare(SymbolKind.VARIABLE, origin);
    Type type = list.type() instanceof ListOf(Type element) ? element : Simple.ERROR;
    String unique = name + "@" + origin.span().file().name() + ":" + origin.span().start();
    return new Variable(unique, type, origin);
  }
}
