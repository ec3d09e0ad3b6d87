package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.compiler.check.Subjects.Subject;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Quantifier;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.NamespaceSelection;
import io.openclustermanagement.compiler.program.RuleDefinition;
import io.openclustermanagement.compiler.program.RuleDefinition.Definition;
import io.openclustermanagement.compiler.program.RuleDefinition.Witnesses;
import io.openclustermanagement.compiler.program.Severity;
import io.openclustermanagement.compiler.program.Shape.Presence;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.RuleClause;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a {@code rule} of a policy. */
final class RuleChecker {

  private static final StructuralType ANY_OBJECT = new StructuralType.Any(true);

  private final Context context;
  private final ExpressionChecker expressions;
  private Place place = Place.RESOURCE;

  RuleChecker(Context context) {
    this.context = context;
    this.expressions = context.expressions();
  }

  /** The rule; empty after a report. */
  Optional<RuleDefinition> check(PolicyClause.Rule rule) {
    context.scope().index().declare(SymbolKind.RULE, rule.name().at());
    context.reportRepeated(Context.byName(rule.clauses(), RuleChecker::clauseName));
    Optional<RuleClause.ForEach> source = first(rule, RuleClause.ForEach.class);
    Optional<RuleClause> verdict =
        rule.clauses().stream().filter(RuleChecker::isVerdict).findFirst();
    boolean broken = rule.clauses().stream().anyMatch(RuleClause.Error.class::isInstance);
    if (!broken) {
      requireClause(
          source.isPresent(),
          rule,
          "for each",
          "say what it looks at, as in `for each pod in AnyPod`.");
      requireClause(
          verdict.isPresent(),
          rule,
          "deny when",
          "say what it forbids with `deny when …`, or what it wants with `allow only when …`.");
    }
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Optional<Subject> subject = Subjects.of(source.get().kinds(), context);
    if (verdict.isEmpty()) {
      subject.ifPresent(each -> unfinished(rule, source.get(), each));
      return Optional.empty();
    }
    return subject
        .map(each -> definition(rule, source.get(), each, verdict.get()))
        .filter(RuleChecker::isValid);
  }

  /** Looks at what a rule without a verdict says so far; its message needs the verdict. */
  private void unfinished(PolicyClause.Rule rule, RuleClause.ForEach source, Subject subject) {
    declare(source.variable(), Subjects.variable(source.variable(), subject));
    condition(source);
    definitions(rule);
  }

  private static boolean isValid(RuleDefinition rule) {
    return rule.denied().type() != Simple.ERROR
        && rule.message().type() != Simple.ERROR
        && rule.condition().stream().allMatch(each -> each.type() != Simple.ERROR)
        && rule.definitions().stream().allMatch(each -> each.value().type() != Simple.ERROR);
  }

  private void requireClause(boolean present, PolicyClause.Rule rule, String clause, String help) {
    if (!present) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.CLAUSE_MISSING,
                      rule.name().span(),
                      "The rule `%s` has no `%s`.".formatted(rule.name().text(), clause))
                  .help(help));
    }
  }

  private static Optional<String> clauseName(RuleClause clause) {
    return switch (clause) {
      case RuleClause.ForEach _ -> Optional.of("for each");
      case RuleClause.DenyWhen _, RuleClause.AllowOnlyWhen _ ->
          Optional.of("deny when` or `allow only when");
      case RuleClause.Message _ -> Optional.of("message");
      case RuleClause.Severity _ -> Optional.of("severity");
      case RuleClause.Fix _ -> Optional.of("fix");
      case RuleClause.Let _, RuleClause.Error _ -> Optional.empty();
    };
  }

  private static boolean isVerdict(RuleClause clause) {
    return clause instanceof RuleClause.DenyWhen || clause instanceof RuleClause.AllowOnlyWhen;
  }

  private static <C extends RuleClause> Optional<C> first(PolicyClause.Rule rule, Class<C> type) {
    return rule.clauses().stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private RuleDefinition definition(
      PolicyClause.Rule rule, RuleClause.ForEach source, Subject subject, RuleClause verdict) {
    Variable variable = declare(source.variable(), Subjects.variable(source.variable(), subject));
    Optional<NamespaceSelection> namespaces =
        new Selections(context).optionalNamespaces(source.scope());
    Optional<Expr> condition = condition(source);
    List<Definition> definitions = definitions(rule);
    Verdict denied = verdict(verdict);
    return new RuleDefinition(
        Optional.ofNullable(rule.doc()).map(DocComment::text),
        subject.kinds(),
        variable,
        subject.anyPod(),
        namespaces,
        condition,
        definitions,
        denied.witnesses(),
        denied.condition(),
        message(
            first(rule, RuleClause.Message.class).map(RuleClause.Message::text),
            denied,
            variable,
            rule.name().text()),
        severity(rule),
        first(rule, RuleClause.Fix.class).flatMap(fix -> fix(fix, subject)),
        rule.at());
  }

  private Variable declare(Name name, Variable variable) {
    context.scope().index().declare(SymbolKind.VARIABLE, name.at());
    place = place.with(name.text(), variable);
    return variable;
  }

  private Optional<Expr> condition(RuleClause.ForEach source) {
    if (source.condition() == null) {
      return Optional.empty();
    }
    Expr condition = expressions.check(source.condition(), place, Simple.BOOL);
    place = place.knowing(Guards.of(condition, true));
    return Optional.of(condition);
  }

  private List<Definition> definitions(PolicyClause.Rule rule) {
    List<Definition> definitions = new ArrayList<>();
    for (RuleClause clause : rule.clauses()) {
      if (clause instanceof RuleClause.Let(Name name, var written, _)) {
        Expr value = expressions.infer(written, place, null);
        Variable variable = declare(name, Quantifiers.variable(name, value.type()));
        definitions.add(new Definition(variable, value));
      }
    }
    return definitions;
  }

  private record Verdict(Optional<Witnesses> witnesses, Expr condition) {}

  private Verdict verdict(RuleClause clause) {
    if (clause instanceof RuleClause.DenyWhen(var written, _)) {
      Expr denied = expressions.check(written, place, Simple.BOOL);
      place = place.knowing(Guards.of(denied, true));
      return witnessed(denied);
    }
    RuleClause.AllowOnlyWhen allow = (RuleClause.AllowOnlyWhen) clause;
    Expr allowed = expressions.check(allow.condition(), place, Simple.BOOL);
    place = place.knowing(Guards.of(allowed, false));
    Folding folding = new Folding(context.findings());
    return new Verdict(Optional.empty(), folding.not(allowed, allow.at()));
  }

  /** {@code any x in xs where p} gives a violation for each x, which the message can name. */
  private Verdict witnessed(Expr denied) {
    List<Expr> terms =
        denied instanceof Expr.And(List<Expr> operands, _) ? operands : List.of(denied);
    List<Expr.Quantified> somes =
        terms.stream()
            .filter(Expr.Quantified.class::isInstance)
            .map(Expr.Quantified.class::cast)
            .filter(each -> each.quantifier() == Quantifier.ANY)
            .toList();
    if (somes.size() != 1) {
      return new Verdict(Optional.empty(), denied);
    }
    Expr.Quantified some = somes.getFirst();
    Variable variable = some.variable();
    place =
        place.with(variable.origin().span().text(), variable).knowing(Guards.of(some.body(), true));
    List<Expr> rest = new ArrayList<>(terms);
    int index = rest.indexOf(some);
    rest.set(index, some.body());
    Expr condition = new Folding(context.findings()).and(rest, denied.origin());
    Set<String> proven = Guards.of(new Expr.And(terms.subList(0, index), denied.origin()), true);
    Expr list = asked(some.list(), proven);
    return new Verdict(Optional.of(new Witnesses(variable, list)), condition);
  }

  /**
   * The list as it is asked for before all other terms: what only those prove to be there may be
   * absent then.
   */
  private static Expr asked(Expr list, Set<String> proven) {
    if (!(list instanceof Expr.Member member)) {
      return list;
    }
    Expr target = asked(member.target(), proven);
    boolean absent =
        target.type() instanceof Type.OptionalOf
            || Guards.path(member).filter(proven::contains).isPresent();
    boolean optional =
        absent
            && (member.presence() == Presence.OPTIONAL || target.type() != member.target().type());
    Type type =
        optional && member.type() != Simple.ANY
            ? new Type.OptionalOf(member.type().present())
            : member.type();
    return new Expr.Member(target, member.key(), member.presence(), type, member.origin());
  }

  /**
   * Not looked at where the verdict is wrong or, by the values of parameters, never holds, because
   * the witness is not known then.
   */
  private Expr message(
      Optional<StringLiteral> written, Verdict verdict, Variable subject, String rule) {
    if (verdict.condition().type() == Simple.ERROR) {
      return verdict.condition();
    }
    return written
        .filter(_ -> !isFalse(verdict.condition()))
        .map(text -> expressions.check(text, place, Simple.STRING))
        .orElseGet(() -> standardMessage(subject, " breaks the rule " + rule));
  }

  private static boolean isFalse(Expr condition) {
    return condition instanceof Expr.Constant(Value.BoolValue(boolean truth), _) && !truth;
  }

  /** What is said of a resource where the source says nothing. */
  static Expr standardMessage(Variable subject, String text) {
    Origin origin = subject.origin();
    Expr reference = ResourceWords.identity(subject, "ref", origin);
    return new Expr.Text(
        List.of(reference, new Expr.Constant(new StringValue(text), origin)), origin);
  }

  private Optional<Severity> severity(PolicyClause.Rule rule) {
    return first(rule, RuleClause.Severity.class)
        .flatMap(clause -> SettingsChecker.severity(context, clause.level()));
  }

  /** A patch of the resource itself, which is checked against the schema of a single kind. */
  private Optional<JsonObject> fix(RuleClause.Fix fix, Subject subject) {
    if (subject.anyPod()) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.NOT_AVAILABLE_HERE,
                      fix.span(),
                      "A rule about `AnyPod` cannot have a `fix`.")
                  .note("each kind has its pods in another place")
                  .help("write a rule for each kind, such as `for each d in Deployment`."));
      return Optional.empty();
    }
    StructuralType type =
        subject.kinds().size() == 1
            ? subject
                .kinds()
                .getFirst()
                .type()
                .<StructuralType>map(ResourceType::root)
                .orElse(ANY_OBJECT)
            : ANY_OBJECT;
    BodyChecker.Draft draft = new BodyChecker.Draft();
    new BodyChecker(context, Purpose.PATCH).fields(fix.patch(), type, draft, "");
    return Optional.of(draft.json());
  }

  /** Whether a clause says how to repair a resource. */
  static boolean isFix(RuleClause clause) {
    return clause instanceof RuleClause.Fix;
  }
}
