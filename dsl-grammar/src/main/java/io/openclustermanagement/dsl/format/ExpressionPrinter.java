package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.FormatNode.concat;
import static io.openclustermanagement.dsl.format.FormatNode.group;
import static io.openclustermanagement.dsl.format.FormatNode.indent;
import static io.openclustermanagement.dsl.format.FormatNode.spaced;

import io.openclustermanagement.dsl.syntax.Argument;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.Parameter;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints expressions, parameters and types. */
final class ExpressionPrinter {

  private final Emitter emitter;
  private final ObjectPrinter objects;

  ExpressionPrinter(Emitter emitter) {
    this.emitter = emitter;
    this.objects = new ObjectPrinter(emitter, this);
  }

  ObjectPrinter objects() {
    return objects;
  }

  FormatNode print(Expression expression) {
    return switch (expression) {
      case StringLiteral e -> string(e);
      case ListLiteral e -> list(e);
      case ObjectLiteral e -> objects.print(e);
      case Expression.Literal e -> literal(e);
      case Expression.Fence e -> emitter.leaf(e, "\"\"\"" + e.text() + "\"\"\"");
      case Expression.Identifier e -> emitter.word(e.name());
      case Expression.FieldAccess e ->
          concat(
              operand(e.target(), Precedence.POSTFIX),
              emitter.word(e.safe() ? "?." : "."),
              emitter.name(e.field()));
      case Expression.Index e ->
          concat(
              operand(e.target(), Precedence.POSTFIX),
              emitter.list("[", List.of(e.index()), this::print, "]"));
      case Expression.Call e ->
          concat(operand(e.function(), Precedence.POSTFIX), arguments(e.arguments()));
      case Expression.Has e ->
          spaced(emitter.word("has"), operand(e.operand(), Precedence.POSTFIX));
      case Expression.Negation e -> concat(emitter.word("-"), operand(e.operand(), Precedence.HAS));
      case Expression.Not e -> spaced(emitter.word("not"), operandOfNot(e.operand()));
      case Expression.Arithmetic e -> arithmetic(e);
      case Expression.Comparison e -> relation(e.left(), e.right(), e.operator().symbol());
      case Expression.Membership e -> membership(e);
      case Expression.Is e -> is(e);
      case Expression.Complies e ->
          spaced(
              operand(e.subject(), Precedence.SUM),
              emitter.words("complies", "with"),
              emitter.qualified(e.policy()));
      case Expression.And e -> chain(e, e.operands(), "and");
      case Expression.Or e -> chain(e, e.operands(), "or");
      case Expression.Implies e -> implies(e);
      case Expression.Quantifier e -> quantifier(e);
      case Expression.Count e -> count(e);
      case Expression.If e -> conditional(e);
      case Expression.Error e -> throw unprintable(e);
    };
  }

  /** A value behind an equals sign: on the same line if it has brackets or fits there. */
  FormatNode assigned(Expression value) {
    FormatNode equals = emitter.word("=");
    FormatNode printed = print(value);
    return isBracketed(value)
        ? spaced(equals, printed)
        : group(equals, indent(FormatNode.LINE, printed));
  }

  /** A part of a clause that goes to the next line if it does not fit. */
  static FormatNode wrapped(FormatNode part) {
    return group(indent(FormatNode.LINE, part));
  }

  /** What an object is called on the hub; nothing if that is its name. */
  FormatNode objectName(@Nullable StringLiteral name) {
    return name == null ? FormatNode.NOTHING : spaced(emitter.word("named"), string(name));
  }

  FormatNode string(StringLiteral string) {
    return emitter.leaf(string, emitter.hasSource() ? "" : StringQuoting.quoted(string));
  }

  FormatNode literal(Expression.Literal literal) {
    String text = literal.text();
    return text.startsWith("-")
        ? concat(emitter.word("-"), emitter.word(text.substring(1)))
        : emitter.word(text);
  }

  FormatNode list(ListLiteral list) {
    boolean hugs = list.elements().size() == 1 && isBracketed(list.elements().getFirst());
    return hugs
        ? emitter.hugged("[", () -> print(list.elements().getFirst()), "]")
        : emitter.list("[", list.elements(), this::print, "]");
  }

  FormatNode arguments(List<Argument> arguments) {
    boolean hugs =
        arguments.size() == 1
            && arguments.getFirst().name() == null
            && isBracketed(arguments.getFirst().value());
    return hugs
        ? emitter.hugged("(", () -> print(arguments.getFirst().value()), ")")
        : emitter.list("(", arguments, this::argument, ")");
  }

  FormatNode parameters(List<Parameter> parameters) {
    return emitter.list("(", parameters, this::parameter, ")");
  }

  FormatNode type(TypeName type) {
    return concat(
        emitter.name(type.name()),
        type.arguments().isEmpty() ? FormatNode.NOTHING : typeArguments(type),
        type.optional() ? emitter.word("?") : FormatNode.NOTHING,
        emitter.apiVersion(type.apiVersion()));
  }

  private FormatNode typeArguments(TypeName type) {
    return concat(
        emitter.word("<"), emitter.commaSeparated(type.arguments(), this::type), emitter.word(">"));
  }

  private FormatNode parameter(Parameter parameter) {
    return spaced(
        concat(emitter.name(parameter.name()), emitter.hug(":")),
        type(parameter.type()),
        parameter.defaultValue() == null ? FormatNode.NOTHING : assigned(parameter.defaultValue()));
  }

  private FormatNode argument(Argument argument) {
    return argument.name() == null
        ? print(argument.value())
        : spaced(concat(emitter.name(argument.name()), emitter.hug(":")), print(argument.value()));
  }

  private static boolean isBracketed(Expression expression) {
    return expression instanceof ListLiteral
        || expression instanceof ObjectLiteral
        || expression instanceof Expression.Fence;
  }

  // ---- operators

  private FormatNode operand(Expression operand, Precedence least) {
    return parenthesized(operand, Precedence.of(operand).compareTo(least) < 0);
  }

  FormatNode inParentheses(Expression expression) {
    return parenthesized(expression, true);
  }

  private FormatNode parenthesized(Expression expression, boolean needed) {
    if (!needed) {
      return print(expression);
    }
    int start = emitter.tokens().position();
    FormatNode content = print(expression);
    TokenCursor.Parentheses own = emitter.tokens().takeParentheses(start);
    return concat(
        new FormatNode.Token("(", own.opening()),
        content,
        own.closing() < 0 ? new FormatNode.Text(")") : new FormatNode.Token(")", own.closing()));
  }

  private FormatNode operandOfNot(Expression operand) {
    boolean quantifier = operand instanceof Expression.Quantifier;
    return parenthesized(
        operand, !quantifier && Precedence.of(operand).compareTo(Precedence.NOT) < 0);
  }

  private FormatNode arithmetic(Expression.Arithmetic sum) {
    Precedence level = Precedence.of(sum);
    List<Expression.Arithmetic> steps = new ArrayList<>();
    Expression first = sum;
    while (first instanceof Expression.Arithmetic step && Precedence.of(step) == level) {
      steps.addFirst(step);
      first = step.left();
    }
    List<FormatNode> rest = new ArrayList<>();
    FormatNode start = operand(first, level);
    for (Expression.Arithmetic step : steps) {
      rest.add(FormatNode.LINE);
      rest.add(emitter.word(step.operator().symbol()));
      rest.add(FormatNode.SPACE);
      rest.add(operand(step.right(), level.next()));
    }
    return group(start, new FormatNode.Indent(new FormatNode.Concat(rest)));
  }

  private FormatNode membership(Expression.Membership test) {
    String symbol = test.operator().symbol();
    return test.negated()
        ? relation(test.left(), test.right(), "not", symbol)
        : relation(test.left(), test.right(), symbol);
  }

  private FormatNode relation(Expression left, Expression right, String... operator) {
    FormatNode start = operand(left, Precedence.SUM);
    FormatNode symbol = emitter.words(operator);
    FormatNode end = operand(right, Precedence.SUM);
    return isBracketed(right)
        ? spaced(start, symbol, end)
        : group(start, indent(FormatNode.LINE, spaced(symbol, end)));
  }

  private FormatNode is(Expression.Is test) {
    return spaced(
        operand(test.operand(), Precedence.SUM),
        test.negated() ? emitter.words("is", "not") : emitter.word("is"),
        emitter.name(test.state()));
  }

  /** Terms joined by {@code and} or {@code or}, all on one line or each on its own. */
  private FormatNode chain(Expression chain, List<Expression> operands, String operator) {
    List<FormatNode> rest = new ArrayList<>();
    FormatNode first = parenthesized(operands.getFirst(), isParenthesizedTerm(chain, 0, operands));
    for (int i = 1; i < operands.size(); i++) {
      rest.add(FormatNode.LINE);
      rest.add(emitter.word(operator));
      rest.add(FormatNode.SPACE);
      rest.add(parenthesized(operands.get(i), isParenthesizedTerm(chain, i, operands)));
    }
    return group(first, new FormatNode.Indent(new FormatNode.Concat(rest)));
  }

  private static boolean isParenthesizedTerm(
      Expression chain, int index, List<Expression> operands) {
    Expression operand = operands.get(index);
    if (index < operands.size() - 1 && Precedence.reachesRight(operand)) {
      return true;
    }
    return operand instanceof Expression.Quantifier quantifier
        ? Precedence.isOtherChain(quantifier.condition(), chain)
        : Precedence.of(operand).compareTo(Precedence.NOT) < 0;
  }

  private FormatNode implies(Expression.Implies e) {
    boolean premiseInParentheses =
        Precedence.of(e.premise()).compareTo(Precedence.OR) < 0
            || Precedence.reachesRight(e.premise());
    FormatNode premise = parenthesized(e.premise(), premiseInParentheses);
    FormatNode implies = emitter.word("implies");
    FormatNode conclusion = parenthesized(e.conclusion(), e.conclusion() instanceof Expression.If);
    return group(premise, indent(FormatNode.LINE, spaced(implies, conclusion)));
  }

  // ---- what binds a variable or chooses

  private FormatNode quantifier(Expression.Quantifier e) {
    boolean every = e.kind() == Expression.QuantifierKind.EVERY;
    String kind =
        switch (e.kind()) {
          case ANY -> "any";
          case NO -> "no";
          case EVERY -> "every";
        };
    FormatNode head = spaced(emitter.word(kind), source(e.variable(), e.source()));
    FormatNode body = spaced(emitter.word(every ? "satisfies" : "where"), print(e.condition()));
    return group(head, indent(FormatNode.LINE, body));
  }

  private FormatNode source(Name variable, Expression source) {
    return spaced(emitter.name(variable), emitter.word("in"), operand(source, Precedence.SUM));
  }

  private FormatNode count(Expression.Count e) {
    FormatNode word = emitter.word("count");
    return concat(word, emitter.list("(", List.of(e), this::counted, ")"));
  }

  private FormatNode counted(Expression.Count e) {
    FormatNode source = source(e.variable(), e.source());
    return e.condition() == null ? source : concat(source, condition(e.condition()));
  }

  /** {@code where} and what it asks, on the next line if it does not fit. */
  FormatNode condition(@Nullable Expression condition) {
    if (condition == null) {
      return FormatNode.NOTHING;
    }
    return wrapped(spaced(emitter.word("where"), print(condition)));
  }

  private FormatNode conditional(Expression.If e) {
    return group(
        indent(
            spaced(emitter.word("if"), branch(e.condition())),
            FormatNode.LINE,
            spaced(emitter.word("then"), branch(e.whenTrue())),
            FormatNode.LINE,
            spaced(emitter.word("else"), print(e.whenFalse()))));
  }

  private FormatNode branch(Expression branch) {
    return parenthesized(branch, branch instanceof Expression.If);
  }

  /** A tree with errors has no text of its own. */
  static IllegalArgumentException unprintable(Node node) {
    return new IllegalArgumentException("a tree with errors cannot be printed: " + node);
  }
}
