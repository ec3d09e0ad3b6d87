package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.MapOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.MapValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.StringPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Literals that hold expressions: texts with interpolations, lists, maps. */
final class Structures {

  private final ExpressionChecker checker;
  private final Folding folding;

  Structures(ExpressionChecker checker, Folding folding) {
    this.checker = checker;
    this.folding = folding;
  }

  Expr string(StringLiteral string, Place place) {
    List<Expr> parts = new ArrayList<>();
    for (StringPart part : string.parts()) {
      switch (part) {
        case StringPart.Text(String text, var at) ->
            parts.add(new Expr.Constant(new StringValue(text), at));
        case StringPart.Interpolation(Expression inner, _) ->
            parts.add(interpolated(checker.infer(inner, place, null)));
      }
    }
    Expr text = folding.text(parts, string.at());
    return text instanceof Expr.Constant(Value value, _)
        ? new Expr.Constant(value, string.at())
        : text;
  }

  private Expr interpolated(Expr value) {
    return Expr.hasText(value.type()) ? value : checker.expect(value, Simple.STRING);
  }

  Expr list(ListLiteral list, Place place, @Nullable Type expected) {
    Type wanted = expected instanceof ListOf(Type element) ? element : null;
    List<Expr> elements = new ArrayList<>();
    for (Expression each : list.elements()) {
      Expr element = checker.infer(each, place, wanted);
      wanted = wanted == null && element.type() != Simple.ERROR ? element.type() : wanted;
      elements.add(wanted == null ? element : checker.expect(element, wanted));
    }
    return folding.elements(wanted == null ? Simple.STRING : wanted, elements, list.at());
  }

  Expr object(ObjectLiteral object, Place place, @Nullable Type expected) {
    Type wanted = expected instanceof MapOf(Type value) ? value : null;
    Map<String, Value> entries = new LinkedHashMap<>();
    boolean valid = true;
    for (Entry entry : object.entries()) {
      switch (entry) {
        case Entry.Field(var key, Expression written, _) -> {
          Expr value = checker.infer(written, place, wanted);
          value = wanted == null ? value : checker.expect(value, wanted);
          wanted = wanted == null && value.type() != Simple.ERROR ? value.type() : wanted;
          Optional<Value> constant = checker.constant(value);
          valid &= constant.isPresent();
          constant.ifPresent(found -> entries.put(key.text(), found));
        }
        case Entry.Spread(Expression written, _) -> {
          Type map = new MapOf(wanted == null ? Simple.STRING : wanted);
          Optional<Value> constant =
              checker.constant(checker.expect(checker.infer(written, place, map), map));
          valid &= constant.isPresent();
          if (constant.orElse(null) instanceof MapValue(_, var more)) {
            entries.putAll(more);
          }
        }
        case Entry.Error _ -> valid = false;
      }
    }
    return valid
        ? new Expr.Constant(
            new MapValue(wanted == null ? Simple.STRING : wanted, entries), object.at())
        : new Expr.Invalid(object.at());
  }
}
