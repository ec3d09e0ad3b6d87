package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.compiler.check.Labels;
import io.openclustermanagement.compiler.importer.CelProperty.Type;
import io.openclustermanagement.compiler.importer.CelTree.Call;
import io.openclustermanagement.compiler.importer.CelTree.Items;
import io.openclustermanagement.compiler.importer.CelTree.Literal;
import io.openclustermanagement.compiler.importer.CelTree.Operation;
import io.openclustermanagement.compiler.importer.CelTree.Text;
import io.openclustermanagement.compiler.program.TextPatterns;
import io.openclustermanagement.compiler.program.Version;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.ComparisonOperator;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.Expression.MembershipOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One test of properties that a CEL expression makes and that the compiler would turn into CEL
 * again. A test that a selector can make, such as a label against one value, is none: the compiler
 * would move it to the selector.
 *
 * @param expression the test in the language
 * @param properties what it reads
 */
record CelTest(Expression expression, List<CelProperty> properties) {
  private static final Pattern QUANTITY =
      Pattern.compile("[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?");
  private static final Pattern FULL_VERSION =
      Pattern.compile("(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)([-+].*)?");
  private static final Pattern VERSION_LITERAL =
      Pattern.compile("v[0-9]+(\\.[0-9]+)+(-[0-9a-zA-Z]+([.-][0-9a-zA-Z]+)*)?");

  CelTest {
    properties = List.copyOf(properties);
  }

  /** A value of a test: a property, or a constant without one. */
  private record Operand(Expression expression, Optional<CelProperty> property) {
    boolean isConstant() {
      return property.isEmpty();
    }
  }

  /** The test that a tree makes, without its guards; empty if it makes none. */
  static Optional<CelTest> of(CelTree tree) {
    return switch (tree) {
      case Operation(String operator, CelTree left, Literal(String zero))
          when zero.equals("0") && left instanceof Call call ->
          ordered(call, operator);
      case Operation(String operator, CelTree left, CelTree right) when operator.equals("==") ->
          equal(left, right);
      case Operation(String operator, CelTree left, Items(List<CelTree> items))
          when operator.equals("in") ->
          member(left, items);
      case Call(CelTree target, String function, List<CelTree> arguments)
          when target != null && arguments.size() == 1 ->
          text(target, function, arguments.getFirst())
              .or(() -> relative(target, function, arguments.getFirst()));
      default -> available(tree);
    };
  }

  Set<CelTree> required() {
    Set<CelTree> guards = new HashSet<>();
    properties.forEach(property -> guards.addAll(property.required()));
    return guards;
  }

  Set<CelTree> implied() {
    Set<CelTree> guards = new HashSet<>();
    properties.forEach(property -> guards.addAll(property.implied()));
    return guards;
  }

  /** The opposite, as one would write it. */
  Expression negated() {
    return switch (expression) {
      case Expression.Comparison(Expression left, ComparisonOperator operator, Expression right, _)
          when operator == ComparisonOperator.EQUAL ->
          Trees.compare(left, ComparisonOperator.NOT_EQUAL, right);
      case Expression.Membership(
              Expression left,
              _,
              MembershipOperator operator,
              Expression right,
              _) ->
          new Expression.Membership(left, true, operator, right, Trees.NOWHERE);
      default -> Trees.not(expression);
    };
  }

  private static CelTest create(Expression expression, Operand... operands) {
    return new CelTest(
        expression, Arrays.stream(operands).flatMap(each -> each.property().stream()).toList());
  }

  // Versions and quantities.

  /** {@code a.compareTo(b) >= 0}. */
  private static Optional<CelTest> ordered(Call call, String symbol) {
    CelTree target = call.target();
    return target == null || !call.function().equals("compareTo") || call.arguments().size() != 1
        ? Optional.empty()
        : Arrays.stream(ComparisonOperator.values())
            .filter(each -> each.symbol().equals(symbol))
            .findFirst()
            .flatMap(operator -> compared(target, operator, call.arguments().getFirst()));
  }

  /** {@code a.isGreaterThan(b)}. */
  private static Optional<CelTest> relative(CelTree left, String function, CelTree right) {
    return switch (function) {
      case "isGreaterThan" -> compared(left, ComparisonOperator.GREATER, right);
      case "isLessThan" -> compared(left, ComparisonOperator.LESS, right);
      default -> Optional.empty();
    };
  }

  private static Optional<CelTest> compared(
      CelTree left, ComparisonOperator operator, CelTree right) {
    return compared(left, operator, right, Type.VERSION)
        .or(() -> compared(left, operator, right, Type.QUANTITY));
  }

  private static Optional<CelTest> compared(
      CelTree left, ComparisonOperator operator, CelTree right, Type type) {
    Optional<Operand> first = amount(left, type);
    Optional<Operand> second = amount(right, type);
    if (first.isEmpty() || second.isEmpty() || first.get().isConstant()) {
      return Optional.empty();
    }
    Expression test = Trees.compare(first.get().expression(), operator, second.get().expression());
    return Optional.of(create(test, first.get(), second.get()));
  }

  private static Optional<Operand> amount(CelTree tree, Type type) {
    Optional<Expression> constant = type == Type.VERSION ? version(tree) : quantity(tree);
    return constant
        .map(each -> new Operand(each, Optional.empty()))
        .or(() -> property(tree).filter(each -> each.property().orElseThrow().type() == type));
  }

  private static Optional<Operand> property(CelTree tree) {
    return CelProperty.of(tree).map(each -> new Operand(each.expression(), Optional.of(each)));
  }

  private static Optional<Expression> quantity(CelTree tree) {
    return constant(tree, "quantity")
        .filter(text -> QUANTITY.matcher(text).matches())
        .map(text -> Trees.literal(quantityKind(text), text));
  }

  private static LiteralKind quantityKind(String text) {
    if (Character.isLetter(text.charAt(text.length() - 1))) {
      return LiteralKind.UNIT;
    }
    return text.contains(".") ? LiteralKind.DECIMAL : LiteralKind.INTEGER;
  }

  private static Optional<Expression> version(CelTree tree) {
    return constant(tree, "semver")
        .filter(text -> FULL_VERSION.matcher(text).matches())
        .flatMap(Version::parse)
        .map(CelTest::literal)
        .filter(text -> VERSION_LITERAL.matcher(text).matches())
        .map(text -> Trees.literal(LiteralKind.VERSION, text));
  }

  private static String literal(Version version) {
    String text = version.toString();
    return "v"
        + (text.endsWith(".0") && version.preRelease().isEmpty()
            ? text.substring(0, text.length() - 2)
            : text);
  }

  /** The text in {@code function("text")}, or in {@code function("text", true)}. */
  private static Optional<String> constant(CelTree tree, String name) {
    return tree instanceof Call(CelTree target, String function, List<CelTree> arguments)
            && target == null
            && function.equals(name)
            && arguments.size() == 1
            && arguments.getFirst() instanceof Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  // Text.

  private static Optional<Operand> textOperand(CelTree tree) {
    return tree instanceof Text(String text)
        ? Optional.of(new Operand(Trees.text(text), Optional.empty()))
        : property(tree).filter(each -> each.property().orElseThrow().isText());
  }

  private static Optional<CelTest> equal(CelTree left, CelTree right) {
    Optional<Operand> first = textOperand(left);
    Optional<Operand> second = textOperand(right);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    boolean turned = first.get().isConstant();
    Operand one = turned ? second.get() : first.get();
    Operand other = turned ? first.get() : second.get();
    CelTree constant = turned ? left : right;
    boolean impossible =
        one.isConstant() || (constant instanceof Text(String text) && isForSelector(one, text));
    return impossible
        ? Optional.empty()
        : Optional.of(
            create(
                Trees.compare(one.expression(), ComparisonOperator.EQUAL, other.expression()),
                one,
                other));
  }

  /** Whether a comparison with a constant belongs to a selector, or could hold for no label. */
  private static boolean isForSelector(Operand operand, String constant) {
    return switch (operand.property().orElseThrow().type()) {
      case LABEL -> true;
      case CLAIM -> Labels.valueProblem(constant).isEmpty();
      case NAME, QUANTITY, VERSION, AVAILABLE -> false;
    };
  }

  private static Optional<CelTest> member(CelTree left, List<CelTree> items) {
    Optional<Operand> element = textOperand(left).filter(each -> !each.isConstant());
    List<String> texts = new ArrayList<>();
    for (CelTree item : items) {
      if (item instanceof Text(String text)) {
        texts.add(text);
      }
    }
    if (element.isEmpty() || texts.isEmpty() || texts.size() < items.size()) {
      return Optional.empty();
    }
    if (texts.stream().allMatch(text -> isForSelector(element.get(), text))) {
      return Optional.empty();
    }
    Expression test =
        Trees.test(element.get().expression(), MembershipOperator.IN, Trees.texts(texts));
    return Optional.of(create(test, element.get()));
  }

  private static Optional<CelTest> text(CelTree target, String function, CelTree argument) {
    Optional<MembershipOperator> operator =
        switch (function) {
          case "startsWith" -> Optional.of(MembershipOperator.STARTS_WITH);
          case "endsWith" -> Optional.of(MembershipOperator.ENDS_WITH);
          case "contains" -> Optional.of(MembershipOperator.CONTAINS);
          case "matches" -> Optional.of(MembershipOperator.MATCHES);
          default -> Optional.empty();
        };
    Optional<Operand> left = textOperand(target).filter(each -> !each.isConstant());
    Optional<Operand> right = textOperand(argument);
    if (operator.isEmpty() || left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return operator.get() == MembershipOperator.MATCHES
        ? matches(left.get(), argument)
        : Optional.of(
            create(
                Trees.test(left.get().expression(), operator.get(), right.get().expression()),
                left.get(),
                right.get()));
  }

  private static Optional<CelTest> matches(Operand left, CelTree pattern) {
    if (!(pattern instanceof Text(String regex)) || TextPatterns.problem(regex).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        create(
            Wildcards.ofRegex(regex)
                .map(
                    like ->
                        Trees.test(left.expression(), MembershipOperator.LIKE, Trees.text(like)))
                .orElseGet(
                    () ->
                        Trees.test(
                            left.expression(), MembershipOperator.MATCHES, Trees.text(regex))),
            left));
  }

  private static Optional<CelTest> available(CelTree tree) {
    return property(tree)
        .filter(each -> each.property().orElseThrow().type() == Type.AVAILABLE)
        .map(each -> create(each.expression(), each));
  }
}
