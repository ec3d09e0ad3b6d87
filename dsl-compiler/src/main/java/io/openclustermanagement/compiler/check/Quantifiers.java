package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Invalid;
import io.openclustermanagement.compiler.program.Expr.Quantifier;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Origin;

/** {@code any}, {@code no}, {@code every} and {@code count}. A list that is absent is empty. */
final class Quantifiers {

  private final ExpressionChecker checker;
  private final Folding folding;
  private final Findings findings;
  private final NameIndex index;

  Quantifiers(ExpressionChecker checker, Folding folding, Findings findings, NameIndex index) {
    this.checker = checker;
    this.folding = folding;
    this.findings = findings;
    this.index = index;
  }

  Expr quantifier(Expression.Quantifier written, Place place) {
    Expr list = listOf(written.source(), place);
    Variable variable = variable(written.variable(), list);
    Expr body = checker.bool(written.condition(), place.with(written.variable().text(), variable));
    Origin origin = written.at();
    return switch (written.kind()) {
      case ANY -> folding.quantified(Quantifier.ANY, variable, list, body, origin);
      case NO ->
          folding.not(folding.quantified(Quantifier.ANY, variable, list, body, origin), origin);
      case EVERY -> folding.quantified(Quantifier.EVERY, variable, list, body, origin);
    };
  }

  Expr count(Expression.Count written, Place place) {
    Expr list = listOf(written.source(), place);
    Variable variable = variable(written.variable(), list);
    Expr body =
        written.condition() == null
            ? Folding.bool(true, written.at())
            : checker.bool(written.condition(), place.with(written.variable().text(), variable));
    return folding.count(variable, list, body, written.at());
  }

  private Expr listOf(Expression source, Place place) {
    Expr list = checker.infer(source, place, null);
    Type type = list.type().present();
    if (type instanceof ListOf || type == Simple.ANY || type == Simple.ERROR) {
      return list;
    }
    findings.add(
        Diagnostic.error(Code.TYPE_MISMATCH, source.span(), "A list is expected here.")
            .label("this is " + type));
    return new Invalid(source.at());
  }

  private Variable variable(Name name, Expr list) {
    index.declare(SymbolKind.VARIABLE, name.at());
    Type type =
        switch (list.type().present()) {
          case ListOf(Type element) -> element;
          case Simple simple -> simple == Simple.ANY ? Simple.ANY : Simple.ERROR;
          case Type.MapOf _, Type.OptionalOf _, Type.Struct _ -> Simple.ERROR;
        };
    return variable(name, type);
  }

  /** A variable whose internal name no other one has, so that nothing is captured. */
  static Variable variable(Name name, Type type) {
    Origin origin = name.at();
    String unique = name.text() + "@" + origin.span().file().name() + ":" + origin.span().start();
    return new Variable(unique, type, origin);
  }
}
