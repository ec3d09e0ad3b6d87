package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.FleetRuleDefinition;
import io.openclustermanagement.compiler.program.FleetRuleDefinition.Grouping;
import io.openclustermanagement.compiler.program.FleetRuleDefinition.Source;
import io.openclustermanagement.compiler.program.RuleDefinition.Definition;
import io.openclustermanagement.compiler.program.Severity;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.FleetRuleClause;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a {@code fleetrule}. */
final class FleetRuleChecker {

  private final Context context;
  private final ExpressionChecker expressions;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Expr> expectations = new ArrayList<>();
  private Optional<Source> source = Optional.empty();
  private Optional<Severity> severity = Optional.empty();
  private Optional<StringLiteral> message = Optional.empty();
  private Place place = Place.FLEET;

  FleetRuleChecker(Context context) {
    this.context = context;
    this.expressions = context.expressions();
  }

  FleetRuleDefinition check(Symbol symbol, Declaration.FleetRule declaration, String namespace) {
    context.requireObjectName(declaration.name(), "fleet rule");
    context.reportRepeated(Context.byName(declaration.clauses(), FleetRuleChecker::clauseName));
    declaration.clauses().stream()
        .filter(FleetRuleClause.ForEach.class::isInstance)
        .findFirst()
        .ifPresent(each -> source((FleetRuleClause.ForEach) each));
    declaration.clauses().forEach(this::clause);
    requireExpectation(declaration);
    Optional<Expr> said = message.map(text -> expressions.check(text, place, Simple.STRING));
    return new FleetRuleDefinition(
        symbol.name(),
        namespace,
        Optional.ofNullable(declaration.doc()).map(DocComment::text),
        source,
        definitions,
        expectations,
        severity,
        said,
        declaration.name().at(),
        declaration.at());
  }

  private static Optional<String> clauseName(FleetRuleClause clause) {
    return switch (clause) {
      case FleetRuleClause.ForEach _ -> Optional.of("for each");
      case FleetRuleClause.Severity _ -> Optional.of("severity");
      case FleetRuleClause.Message _ -> Optional.of("message");
      case FleetRuleClause.Let _, FleetRuleClause.Expect _, FleetRuleClause.Error _ ->
          Optional.empty();
    };
  }

  private void requireExpectation(Declaration.FleetRule declaration) {
    boolean silent =
        declaration.clauses().stream()
            .noneMatch(
                each ->
                    each instanceof FleetRuleClause.Expect
                        || each instanceof FleetRuleClause.Error);
    if (silent) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.CLAUSE_MISSING,
                      declaration.name().span(),
                      "The fleet rule `%s` expects nothing.".formatted(declaration.name().text()))
                  .help("say what must hold with `expect …`."));
    }
  }

  private void clause(FleetRuleClause clause) {
    switch (clause) {
      case FleetRuleClause.Let(Name name, Expression value, _) -> define(name, value);
      case FleetRuleClause.Expect(Expression condition, _) ->
          expectations.add(expressions.check(condition, place, Simple.BOOL));
      case FleetRuleClause.Severity(Name level, _) ->
          severity = SettingsChecker.severity(context, level);
      case FleetRuleClause.Message(StringLiteral text, _) -> message = Optional.of(text);
      case FleetRuleClause.ForEach _, FleetRuleClause.Error _ -> {}
    }
  }

  private void define(Name name, Expression written) {
    Expr value = expressions.value(written, place, null);
    definitions.add(new Definition(declare(name, value.type()), value));
  }

  private Variable declare(Name name, Type type) {
    Variable variable = Quantifiers.variable(name, type);
    context.scope().index().declare(SymbolKind.VARIABLE, name.at());
    place = place.with(name.text(), variable);
    return variable;
  }

  private void source(FleetRuleClause.ForEach written) {
    Expr list = expressions.value(written.source(), place, null);
    Type element = Simple.ERROR;
    if (list.type() instanceof ListOf(Type each)) {
      element = each;
    } else if (list.type() != Simple.ERROR) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.TYPE_MISMATCH, written.source().span(), "A list is expected here.")
                  .label("this is " + list.type())
                  .help("go through `placed(…)`, `members(…)`, `deployed(…)` or `exemptions()`."));
    }
    Optional<Grouping> grouping = grouping(written, element);
    Type variable =
        grouping.isPresent()
            ? FleetShapes.group(element, grouping.get().key().type().present())
            : element;
    source = Optional.of(new Source(declare(written.variable(), variable), list, grouping));
  }

  private Optional<Grouping> grouping(FleetRuleClause.ForEach written, Type element) {
    if (written.groupedBy() == null || element == Simple.ERROR) {
      return Optional.empty();
    }
    if (element != Simple.CLUSTER) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.WRONG_OPERAND,
                      written.groupedBy().span(),
                      "Only clusters can be grouped.")
                  .label("these are of type " + element));
      return Optional.empty();
    }
    Expr key = expressions.check(written.groupedBy(), Place.CLUSTER, Simple.STRING);
    return Optional.of(
        new Grouping(
            new Variable(Variable.CLUSTER, Simple.CLUSTER, written.groupedBy().at()), key));
  }
}
