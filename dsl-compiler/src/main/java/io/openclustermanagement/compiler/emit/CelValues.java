package io.openclustermanagement.compiler.emit;

import static io.openclustermanagement.compiler.emit.CelWriter.quoted;

import io.openclustermanagement.compiler.emit.Cel.Rank;
import io.openclustermanagement.compiler.emit.CelWriter.NotExpressible;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Member;
import io.openclustermanagement.compiler.program.Expr.Operator;
import io.openclustermanagement.compiler.program.Expr.Relation;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.Shape.Presence;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.OptionalOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.compiler.program.Values;
import io.openclustermanagement.dsl.syntax.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes values as CEL, with the guards under which they are there. */
final class CelValues {

  private static final String ABSENT = "\"absent\"";

  private final CelVariables variables;
  private final ResourceCel conditions;

  CelValues(CelVariables variables, ResourceCel conditions) {
    this.variables = variables;
    this.conditions = conditions;
  }

  /** A value, converted from JSON to what CEL computes with. */
  Cel read(Expr expr, Set<Cel> guards) throws NotExpressible {
    return converted(readRaw(expr, guards), expr);
  }

  private static Cel converted(Cel raw, Expr expr) {
    boolean json = expr instanceof Member || expr instanceof Variable;
    if (!json) {
      return raw;
    }
    Type type = expr.type().present();
    if (type == Simple.QUANTITY) {
      return Cel.primary("quantity(string(" + raw.text() + "))");
    }
    return type == Simple.FLOAT ? Cel.primary("double(" + raw.text() + ")") : raw;
  }

  /** A value as it stands in JSON. */
  Cel readRaw(Expr expr, Set<Cel> guards) throws NotExpressible {
    return switch (expr) {
      case Expr.Constant(Value value, Origin origin) -> Cel.primary(constant(value, origin));
      case Expr.Variable variable -> variable(variable, guards);
      case Expr.Member member -> Cel.primary(path(member, guards).plain());
      case Expr.Carrier _ -> Cel.primary("object");
      case Expr.Data data ->
          Cel.primary(
              variables.isDataInlined()
                  ? constant(data.value(), data.origin())
                  : "params." + variables.data(data));
      case Expr.Attribute(Expr cluster, var property, _) -> {
        ClusterCel.Access access = ClusterCel.access(readRaw(cluster, guards).text(), property);
        access.guards().forEach(guard -> guards.add(Cel.guard(guard)));
        yield Cel.primary(access.value());
      }
      case Expr.Text(List<Expr> parts, _) -> text(parts, guards);
      case Expr.Elements(_, List<Expr> elements, _) -> elements(elements, guards);
      case Expr.Conditional choice -> conditional(choice, guards);
      case Expr.Arithmetic arithmetic -> arithmetic(arithmetic, guards);
      case Expr.Count count -> conditions.count(count);
      case Expr.Joined joined -> conditions.list(joined, Set.of());
      case Expr.Placed(GlobalName name, _) -> source("placed", variables.hub().placement(name));
      case Expr.Members(GlobalName name, _) -> source("members", variables.hub().clusterSet(name));
      case Expr.Deployed(GlobalName name, _) ->
          source("deployed", variables.hub().deployment(name));
      case Expr.Exemptions _ -> Cel.primary("exemptions()");
      case Expr.Today _ -> Cel.primary("today()");
      case Expr.ComplianceOf state -> compliance(state, guards);
      case Expr.Present _,
          Expr.Has _,
          Expr.Not _,
          Expr.And _,
          Expr.Or _,
          Expr.Comparison _,
          Expr.Membership _,
          Expr.TextTest _,
          Expr.Quantified _ ->
          conditions.bool(expr, Set.of());
      case Expr.Invalid _, Expr.FleetCluster _, Expr.Cel _ ->
          throw new NotExpressible(expr.origin(), false);
    };
  }

  private Cel variable(Variable variable, Set<Cel> guards) throws NotExpressible {
    Optional<Expr> inlined = variables.inlined(variable);
    return inlined.isPresent()
        ? readRaw(inlined.get(), guards)
        : Cel.primary(variables.declare(variable));
  }

  private static Cel source(String function, String name) {
    return Cel.primary(function + "(" + quoted(name) + ")");
  }

  private Cel compliance(Expr.ComplianceOf state, Set<Cel> guards) throws NotExpressible {
    String kind = state.set() ? "PolicySet" : "Policy";
    String name =
        state.set()
            ? variables.hub().policySet(state.policy())
            : variables.hub().policy(state.policy());
    return Cel.primary(
        "compliance(%s, %s, %s)"
            .formatted(readRaw(state.cluster(), guards).text(), quoted(kind), quoted(name)));
  }

  // Paths.

  /** The path of a member; what must hold for it to be there goes to the guards. */
  CelPath path(Member member, Set<Cel> guards) throws NotExpressible {
    CelPath target = target(member.target(), guards);
    boolean certain = isCertain(member, target);
    if (needsMap(member.target())) {
      guards.add(Cel.guard("type(" + target.plain() + ") == map"));
    }
    CelPath path = step(target, member, certain, guards);
    if (!path.certain()) {
      withoutPrefixes(guards, target);
      guards.add(Cel.guard(path.test()));
    }
    return path;
  }

  /** Whether a value could be no map, because no schema says what it is. */
  private static boolean needsMap(Expr target) {
    boolean always =
        target instanceof Expr.Carrier
            || (target instanceof Member member && member.presence() == Presence.REQUIRED);
    return target.type() == Simple.ANY && !always;
  }

  /** The test of the whole path says what those of its beginnings say. */
  private static void withoutPrefixes(Set<Cel> guards, CelPath target) {
    boolean plainTarget = target.certain() || isTyped(guards, target);
    if (!plainTarget) {
      guards.remove(Cel.guard(target.test()));
    }
  }

  private static boolean isTyped(Set<Cel> guards, CelPath target) {
    return guards.contains(Cel.guard("type(" + target.plain() + ") == map"));
  }

  private CelPath target(Expr target, Set<Cel> guards) throws NotExpressible {
    if (target instanceof Variable variable && variables.inlined(variable).isPresent()) {
      return target(variables.inlined(variable).get(), guards);
    }
    return target instanceof Member member
        ? path(member, guards)
        : CelPath.certain(readRaw(target, guards).in(Rank.PRIMARY));
  }

  private CelPath step(CelPath target, Member member, boolean certain, Set<Cel> guards)
      throws NotExpressible {
    CelPath from = isTyped(guards, target) ? CelPath.certain(target.plain()) : target;
    if (member.name().isPresent()) {
      return from.member(member.name().get(), certain);
    }
    String key = read(member.key(), guards).text();
    return member.key().type() == Simple.INT
        ? from.element(key, certain)
        : from.entry(key, certain);
  }

  /** Whether schemas or guards say that it is there. */
  private static boolean isCertain(Member member, CelPath target) {
    Type type = member.type();
    if (type instanceof OptionalOf) {
      return false;
    }
    boolean optional = member.presence() == Presence.OPTIONAL;
    boolean throughOptional = member.target().type() instanceof OptionalOf;
    boolean proven = type != Simple.ANY && (optional || throughOptional);
    return proven || (member.presence() == Presence.REQUIRED && target.certain());
  }

  // Operands.

  /** An operand of a comparison; values without a schema are asked for their type first. */
  Cel operand(Expr expr, Type type, Relation relation, Set<Cel> guards) throws NotExpressible {
    if (expr.type().present() != Simple.ANY) {
      Cel value = read(expr, guards);
      return type == Simple.CLUSTER ? Cel.primary(value.text() + ".metadata.name") : value;
    }
    Cel raw = readRaw(expr, guards);
    if (type == Simple.QUANTITY) {
      guards.add(isOneOf(raw, "string", "int", "double"));
      guards.add(Cel.primary("isQuantity(string(" + raw.text() + "))"));
      return Cel.primary("quantity(string(" + raw.text() + "))");
    }
    if (relation != Relation.EQUAL) {
      guards.add(isOneOf(raw, "int", "double"));
    }
    return raw;
  }

  private static Cel isOneOf(Cel value, String... types) {
    return Cel.guard("type(%s) in [%s]".formatted(value.text(), String.join(", ", types)));
  }

  /** An operand that must be a text. */
  Cel text(Expr expr, Set<Cel> guards) throws NotExpressible {
    Cel text = read(expr, guards);
    if (expr.type().present() == Simple.ANY) {
      guards.add(Cel.guard("type(" + text.text() + ") == string"));
    }
    return text;
  }

  private Cel elements(List<Expr> elements, Set<Cel> guards) throws NotExpressible {
    List<String> texts = new ArrayList<>();
    for (Expr element : elements) {
      texts.add(read(element, guards).text());
    }
    return Cel.primary("[" + String.join(", ", texts) + "]");
  }

  private Cel conditional(Expr.Conditional choice, Set<Cel> guards) throws NotExpressible {
    Cel test = conditions.bool(choice.condition(), Set.of());
    Set<Cel> yes = new LinkedHashSet<>();
    Set<Cel> no = new LinkedHashSet<>();
    Cel positive = read(choice.positive(), yes);
    Cel negative = read(choice.negative(), no);
    yes.remove(test);
    if (!yes.isEmpty() || !no.isEmpty()) {
      guards.add(Cel.conditional(test, Cel.all(List.copyOf(yes)), Cel.all(List.copyOf(no))));
    }
    return Cel.conditional(test, positive, negative);
  }

  private Cel arithmetic(Expr.Arithmetic arithmetic, Set<Cel> guards) throws NotExpressible {
    Cel left = read(arithmetic.left(), guards);
    Cel right = read(arithmetic.right(), guards);
    Type type = arithmetic.type();
    boolean additive =
        arithmetic.operator() == Operator.ADD || arithmetic.operator() == Operator.SUBTRACT;
    if (type == Simple.QUANTITY && additive) {
      String call = arithmetic.operator() == Operator.ADD ? "add" : "sub";
      return Cel.primary("%s.%s(%s)".formatted(left.in(Rank.PRIMARY), call, right.text()));
    }
    boolean number = type == Simple.INT || type == Simple.FLOAT;
    if (!number && !(additive && (type == Simple.DATE || type == Simple.DURATION))) {
      throw new NotExpressible(arithmetic.origin(), false);
    }
    if (arithmetic.operator() == Operator.DIVIDE) {
      guards.add(Cel.relation(right.in(Rank.SUM) + (type == Simple.INT ? " != 0" : " != 0.0")));
    }
    return switch (arithmetic.operator()) {
      case ADD -> sum(left, "+", right);
      case SUBTRACT -> sum(left, "-", right);
      case MULTIPLY -> product(left, "*", right);
      case DIVIDE -> product(left, "/", right);
    };
  }

  private static Cel sum(Cel left, String operator, Cel right) {
    return new Cel(left.in(Rank.SUM) + " " + operator + " " + right.in(Rank.PRODUCT), Rank.SUM);
  }

  private static Cel product(Cel left, String operator, Cel right) {
    return new Cel(
        left.in(Rank.PRODUCT) + " " + operator + " " + right.in(Rank.UNARY), Rank.PRODUCT);
  }

  private static String constant(Value value, Origin origin) throws NotExpressible {
    return switch (value) {
      case Value.FloatValue(var number) -> {
        String text = number.toPlainString();
        yield text.contains(".") ? text : text + ".0";
      }
      case Value.DateValue date -> "timestamp(" + quoted(date.value() + "T00:00:00Z") + ")";
      case Value.DurationValue(Duration duration) -> "duration(" + quoted(text(duration)) + ")";
      case Value.ComplianceValue(var state) -> quoted(state.text());
      case Value.ListValue(_, List<Value> elements) -> {
        List<String> texts = new ArrayList<>();
        for (Value element : elements) {
          texts.add(constant(element, origin));
        }
        yield "[" + String.join(", ", texts) + "]";
      }
      case Value.StringValue _,
          Value.BoolValue _,
          Value.IntValue _,
          Value.QuantityValue _,
          Value.PercentValue _,
          Value.VersionValue _,
          Value.NullValue _,
          Value.MapValue _ ->
          CelWriter.constant(value, origin);
    };
  }

  private static String text(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
  }

  // Texts.

  private Cel text(List<Expr> parts, Set<Cel> guards) throws NotExpressible {
    List<String> texts = new ArrayList<>();
    for (Expr part : parts) {
      texts.add(asText(part, guards).in(Rank.PRODUCT));
    }
    return new Cel(String.join(" + ", texts), texts.size() > 1 ? Rank.SUM : Rank.PRIMARY);
  }

  /** A text for people, whose absent parts are shown as such. */
  String message(Expr message) throws NotExpressible {
    List<Expr> parts = message instanceof Expr.Text(List<Expr> each, _) ? each : List.of(message);
    List<String> texts = new ArrayList<>();
    for (Expr part : parts) {
      if (part instanceof Expr.Text) {
        texts.add(message(part));
      } else {
        texts.add(shown(part).in(Rank.PRODUCT));
      }
    }
    return String.join(" + ", texts);
  }

  private Cel shown(Expr part) throws NotExpressible {
    Set<Cel> guards = new LinkedHashSet<>();
    Cel text = asText(part, guards);
    return guards.isEmpty()
        ? text
        : Cel.conditional(Cel.all(List.copyOf(guards)), text, Cel.primary(ABSENT));
  }

  private Cel asText(Expr part, Set<Cel> guards) throws NotExpressible {
    if (part instanceof Expr.Constant(Value value, _)) {
      return Cel.primary(
          quoted(value instanceof StringValue(String text) ? text : Values.text(value)));
    }
    Type type = part.type().present();
    if (type == Simple.STRING || type == Simple.COMPLIANCE) {
      return readRaw(part, guards);
    }
    if (type instanceof ListOf) {
      return Cel.primary(listText(conditions.list(part, Set.of())));
    }
    return scalarText(part, type, guards);
  }

  private static String listText(Cel list) {
    return "(\"[\" + " + list.in(Rank.PRIMARY) + ".map(x, string(x)).join(\", \") + \"]\")";
  }

  private Cel scalarText(Expr part, Type type, Set<Cel> guards) throws NotExpressible {
    if (part.type() == Simple.BOOL) {
      return Cel.primary("string(" + conditions.bool(part, Set.of()).text() + ")");
    }
    Cel raw = readRaw(part, guards);
    if (type == Simple.ANY) {
      guards.add(isOneOf(raw, "string", "int", "double", "bool"));
    }
    if (type == Simple.DATE) {
      return Cel.primary("string(" + raw.text() + ").substring(0, 10)");
    }
    if (type == Simple.VERSION && part instanceof Expr.Attribute) {
      return Cel.primary(versionText(raw.text()));
    }
    if (!(type instanceof Simple)) {
      throw new NotExpressible(part.origin(), false);
    }
    return Cel.primary("string(" + raw.text() + ")");
  }

  /** The version as the language writes it, from {@code semver(….replace("v", "", 1))}. */
  private static String versionText(String semver) {
    return "\"v\" + " + semver.substring("semver(".length(), semver.length() - 1);
  }
}
