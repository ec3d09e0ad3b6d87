package io.openclustermanagement.dsl.parser;

import static io.openclustermanagement.dsl.parser.Origins.map;
import static io.openclustermanagement.dsl.parser.Origins.optional;

import io.openclustermanagement.dsl.parser.OcmGrammar.ExprContext;
import io.openclustermanagement.dsl.syntax.Argument;
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.KeyPath;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.Parameter;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.TypeName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Builds expressions and what consists of them. */
final class ExpressionBuilder {

  private final Origins origins;
  private final TextBuilder texts;
  private int depth;
  private boolean reportedTooDeep;

  ExpressionBuilder(Origins origins) {
    this.origins = origins;
    this.texts = new TextBuilder(origins.problems());
  }

  Expression expression(OcmGrammar.ExpressionContext context) {
    return context.exception == null
        ? expr(context.expr())
        : new Expression.Error(origins.at(context));
  }

  @Nullable Expression optionalExpression(OcmGrammar.@Nullable ExpressionContext context) {
    return context == null ? null : expression(context);
  }

  StringLiteral string(TerminalNode node) {
    return texts.string(node.getSymbol());
  }

  /** A string that must not have interpolations. */
  StringLiteral plain(TerminalNode node) {
    return texts.plainString(node.getSymbol());
  }

  @Nullable StringLiteral optionalPlain(@Nullable TerminalNode node) {
    return node == null ? null : plain(node);
  }

  @Nullable StringLiteral objectName(OcmGrammar.@Nullable ObjectNameContext context) {
    return context == null ? null : plain(context.STRING());
  }

  Expression fence(TerminalNode node) {
    return texts.fence(node.getSymbol());
  }

  Expression.Literal literal(TerminalNode node) {
    Token token = node.getSymbol();
    return new Expression.Literal(kind(token.getType()), token.getText(), origins.at(token));
  }

  Expression literal(OcmGrammar.LiteralContext context) {
    Token token = context.getStart();
    return switch (token.getType()) {
      case OcmTokens.STRING -> texts.string(token);
      case OcmTokens.FENCE -> texts.fence(token);
      default -> new Expression.Literal(kind(token.getType()), token.getText(), origins.at(token));
    };
  }

  ListLiteral list(OcmGrammar.ListContext context) {
    return new ListLiteral(map(context.expr(), this::expr), origins.at(context));
  }

  @Nullable ListLiteral optionalList(OcmGrammar.@Nullable ListContext context) {
    return optional(context, this::list);
  }

  ObjectLiteral object(OcmGrammar.ObjectContext context) {
    List<Entry> entries =
        origins.items(context, OcmGrammar.EntryContext.class, this::entry, Entry.Error::new);
    return new ObjectLiteral(entries, origins.at(context));
  }

  @Nullable ObjectLiteral optionalObject(OcmGrammar.@Nullable ObjectContext context) {
    return optional(context, this::object);
  }

  KeyPath keyPath(OcmGrammar.KeyPathContext context) {
    return new KeyPath(map(context.key(), this::key), origins.at(context));
  }

  Parameter parameter(OcmGrammar.ParameterContext context) {
    return new Parameter(
        origins.name(context.name()),
        type(context.type()),
        optional(context.expr(), this::expr),
        origins.at(context));
  }

  List<Parameter> parameters(OcmGrammar.@Nullable ParametersContext context) {
    return context == null ? List.of() : map(context.parameter(), this::parameter);
  }

  List<Argument> arguments(OcmGrammar.@Nullable ArgumentsContext context) {
    return context == null ? List.of() : map(context.argument(), this::argument);
  }

  TypeName type(OcmGrammar.TypeContext context) {
    return new TypeName(
        origins.name(context.name()),
        map(context.type(), this::type),
        context.QUESTION() != null,
        optional(context.apiVersion(), OcmGrammar.ApiVersionContext::getText),
        origins.at(context));
  }

  private Name key(OcmGrammar.KeyContext context) {
    return context.STRING() == null
        ? origins.name(context)
        : new Name(plain(context.STRING()).text(), origins.at(context));
  }

  private Argument argument(OcmGrammar.ArgumentContext context) {
    return new Argument(
        origins.optionalName(context.name()), expr(context.expr()), origins.at(context));
  }

  private Entry entry(OcmGrammar.EntryContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.FieldContext field ->
          new Entry.Field(keyPath(field.keyPath()), expr(field.expr()), at);
      case OcmGrammar.BlockContext block ->
          new Entry.Field(keyPath(block.keyPath()), object(block.object()), at);
      case OcmGrammar.SpreadEntryContext spread -> new Entry.Spread(expr(spread.expr()), at);
      default -> throw new IllegalStateException("no entry: " + context.getClass());
    };
  }

  /** Builds an expression, unless it is so deep that whoever walks it would overflow the stack. */
  private Expression expr(ExprContext context) {
    if (context instanceof OcmGrammar.ParenContext paren) {
      return expr(paren.expr());
    }
    if (depth >= Limits.MAX_DEPTH) {
      reportTooDeep(context);
      return new Expression.Error(origins.at(context));
    }
    depth++;
    try {
      return build(context);
    } finally {
      depth--;
    }
  }

  private void reportTooDeep(ExprContext context) {
    if (!reportedTooDeep) {
      origins.problems().add(GrammarRun.tooDeep(origins.problems(), context.getStop()));
      reportedTooDeep = true;
    }
  }

  private Expression build(ExprContext context) {
    Origin at = origins.at(context);
    return switch (context) {
      case OcmGrammar.NameExprContext e -> new Expression.Identifier(e.getText(), at);
      case OcmGrammar.LiteralExprContext e -> literal(e.literal());
      case OcmGrammar.ListExprContext e -> list(e.list());
      case OcmGrammar.ObjectExprContext e -> object(e.object());
      case OcmGrammar.FieldAccessContext e ->
          new Expression.FieldAccess(
              expr(e.expr()), origins.name(e.word()), e.SAFE_DOT() != null, at);
      case OcmGrammar.IndexContext e -> new Expression.Index(expr(e.expr(0)), expr(e.expr(1)), at);
      case OcmGrammar.CallContext e ->
          new Expression.Call(expr(e.expr()), arguments(e.arguments()), at);
      case OcmGrammar.HasContext e -> new Expression.Has(expr(e.expr()), at);
      case OcmGrammar.NegationContext e -> new Expression.Negation(expr(e.expr()), at);
      case OcmGrammar.NotContext e -> new Expression.Not(expr(e.expr()), at);
      case OcmGrammar.AndContext e ->
          new Expression.And(operands(e, OcmGrammar.AndContext.class), at);
      case OcmGrammar.OrContext e -> new Expression.Or(operands(e, OcmGrammar.OrContext.class), at);
      default -> operation(context, at);
    };
  }

  private Expression operation(ExprContext context, Origin at) {
    return switch (context) {
      case OcmGrammar.ArithmeticContext e ->
          new Expression.Arithmetic(
              expr(e.expr(0)), Operators.arithmetic(e.op), expr(e.expr(1)), at);
      case OcmGrammar.ComparisonContext e ->
          new Expression.Comparison(
              expr(e.expr(0)), Operators.comparison(e.op), expr(e.expr(1)), at);
      case OcmGrammar.MembershipContext e ->
          new Expression.Membership(
              expr(e.expr(0)), e.NOT() != null, Operators.membership(e.op), expr(e.expr(1)), at);
      case OcmGrammar.IsContext e ->
          new Expression.Is(expr(e.expr()), e.NOT() != null, origins.name(e.name()), at);
      case OcmGrammar.CompliesContext e ->
          new Expression.Complies(expr(e.expr()), origins.qualifiedName(e.qualifiedName()), at);
      case OcmGrammar.ImpliesContext e ->
          new Expression.Implies(expr(e.expr(0)), expr(e.expr(1)), at);
      case OcmGrammar.QuantifierContext e ->
          new Expression.Quantifier(
              Operators.quantifier(e.getStart()),
              origins.name(e.name()),
              expr(e.expr(0)),
              expr(e.expr(1)),
              at);
      case OcmGrammar.CountContext e ->
          new Expression.Count(
              origins.name(e.name()), expr(e.expr(0)), optional(e.expr(1), this::expr), at);
      case OcmGrammar.IfContext e ->
          new Expression.If(expr(e.expr(0)), expr(e.expr(1)), expr(e.expr(2)), at);
      default -> throw new IllegalStateException("no expression: " + context.getClass());
    };
  }

  /** The operands of a chain of one operator, which leans to the left in the parse tree. */
  private List<Expression> operands(ExprContext chain, Class<? extends ExprContext> type) {
    Deque<ExprContext> operands = new ArrayDeque<>();
    ExprContext rest = chain;
    while (type.isInstance(rest)) {
      List<ExprContext> sides = rest.getRuleContexts(ExprContext.class);
      operands.push(sides.get(1));
      rest = sides.get(0);
    }
    operands.push(rest);
    return map(List.copyOf(operands), this::expr);
  }

  private static LiteralKind kind(int type) {
    return switch (type) {
      case OcmTokens.INT -> LiteralKind.INTEGER;
      case OcmTokens.FLOAT -> LiteralKind.DECIMAL;
      case OcmTokens.PERCENT -> LiteralKind.PERCENT;
      case OcmTokens.VERSION_NUMBER -> LiteralKind.VERSION;
      case OcmTokens.DATE -> LiteralKind.DATE;
      case OcmTokens.TRUE, OcmTokens.FALSE -> LiteralKind.BOOLEAN;
      case OcmTokens.NULL -> LiteralKind.NULL;
      default -> LiteralKind.UNIT;
    };
  }
}
