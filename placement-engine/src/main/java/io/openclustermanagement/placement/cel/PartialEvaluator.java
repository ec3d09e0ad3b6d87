package io.openclustermanagement.placement.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import io.openclustermanagement.placement.cel.AttributeNode.Qualifier;
import io.openclustermanagement.placement.cel.PartialExpression.Functions;
import io.openclustermanagement.placement.cel.Uncertain.Element;
import io.openclustermanagement.placement.cel.Uncertain.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a syntax tree of which some values are not known. It goes by the tree and not by the
 * steps of {@link Planner}, because it needs the quantifiers as such: of their steps one by one
 * nothing could be said.
 */
final class PartialEvaluator {
  private final CelAbstractSyntaxTree tree;
  private final Functions functions;
  private final Evaluation evaluation;
  private final boolean shown;
  private final Map<String, Object> variables;

  /**
   * @param shown whether a text may have a part that is not known, which is shown as such
   */
  PartialEvaluator(
      CelAbstractSyntaxTree tree,
      Map<String, Object> inputs,
      Functions functions,
      CelBudget budget,
      boolean shown) {
    this.tree = tree;
    this.functions = functions;
    this.evaluation = new Evaluation(_ -> NullValue.NULL, _ -> null, 0, budget);
    this.shown = shown;
    this.variables = new HashMap<>(inputs);
  }

  Object evaluate() {
    return evaluate(tree.getExpr());
  }

  private Object evaluate(CelExpr expr) {
    evaluation.work(1);
    return switch (expr.getKind()) {
      case CONSTANT -> Planner.known(expr.constant());
      case IDENT -> named(expr, expr.ident().name());
      case SELECT -> select(expr);
      case CALL -> call(expr);
      case LIST -> newList(expr);
      case MAP -> newMap(expr);
      case COMPREHENSION -> fold(expr.comprehension());
      case STRUCT, NOT_SET -> new EvaluationError("message literals are not supported");
    };
  }

  private Object named(CelExpr expr, String name) {
    Object value = variables.get(name);
    if (value != null) {
      return value;
    }
    Optional<CelReference> reference = tree.getReference(expr.id());
    return reference.isPresent() && reference.get().value().isPresent()
        ? Planner.known(reference.get().value().get())
        : new TypeValue(reference.map(CelReference::name).orElse(name));
  }

  private Object select(CelExpr expr) {
    Optional<CelReference> reference = tree.getReference(expr.id());
    if (reference.isPresent()) {
      return named(expr, reference.get().name());
    }
    Object operand = evaluate(expr.select().operand());
    boolean test = expr.select().testOnly();
    return qualify(operand, expr.select().field(), false, test);
  }

  private Object qualify(Object operand, Object key, boolean optional, boolean test) {
    Qualifier qualifier = new Qualifier(new Node.Constant(key), optional, test);
    return strict(
        values ->
            new AttributeNode.Path(
                    new AttributeNode.Operand(new Node.Constant(values[0])), List.of(qualifier))
                .resolve(evaluation),
        operand);
  }

  private Object newList(CelExpr expr) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < expr.list().elements().size(); i++) {
      Object value = evaluate(expr.list().elements().get(i));
      if (expr.list().optionalIndices().contains(i)) {
        value = value instanceof Optional<?> o && o.isPresent() ? o.get() : value;
      }
      if (value instanceof EvaluationError) {
        return value;
      }
      if (!(value instanceof Optional<?> o && o.isEmpty())) {
        elements.add(new Element(value, true));
      }
    }
    return UncertainOperations.list(elements);
  }

  private Object newMap(CelExpr expr) {
    Map<Object, Object> values = new LinkedHashMap<>();
    for (CelExpr.CelMap.Entry entry : expr.map().entries()) {
      Object key = evaluate(entry.key());
      Object value = evaluate(entry.value());
      if (key instanceof EvaluationError || value instanceof EvaluationError) {
        return key instanceof EvaluationError ? key : value;
      }
      values.put(key, value);
    }
    return values;
  }

  // Calls.

  private Object call(CelExpr expr) {
    CelCall call = expr.call();
    return switch (call.function()) {
      case "_&&_" -> truth(call, false);
      case "_||_" -> truth(call, true);
      case "_?_:_" -> conditional(call);
      case "or", "orValue" -> alternative(call);
      default -> function(expr);
    };
  }

  private Object truth(CelCall call, boolean stop) {
    Object left = evaluate(call.args().get(0));
    if (left instanceof Boolean known && known == stop) {
      return stop;
    }
    return UncertainOperations.all(Stream.of(left, evaluate(call.args().get(1))), stop);
  }

  private Object conditional(CelCall call) {
    Object condition = evaluate(call.args().get(0));
    if (condition instanceof Boolean known) {
      return evaluate(call.args().get(known ? 1 : 2));
    }
    if (!(condition instanceof Uncertain)) {
      return condition instanceof EvaluationError ? condition : EvaluationError.NO_SUCH_OVERLOAD;
    }
    Object yes = evaluate(call.args().get(1));
    Object no = evaluate(call.args().get(2));
    return UncertainOperations.lift(
        values -> Boolean.TRUE.equals(values[0]) ? values[1] : values[2], condition, yes, no);
  }

  private Object alternative(CelCall call) {
    Object optional = evaluate(call.target().orElseThrow());
    if (!(optional instanceof Optional<?> o)) {
      return optional;
    }
    if (o.isEmpty()) {
      return evaluate(call.args().getFirst());
    }
    return call.function().equals("or") ? o : o.get();
  }

  private Object function(CelExpr expr) {
    CelCall call = expr.call();
    boolean namespaced = Planner.isNamespaced(expr);
    String name = Planner.functionName(expr, namespaced);
    Stream<CelExpr> target = namespaced ? Stream.empty() : call.target().stream();
    Object[] arguments = Stream.concat(target, call.args().stream()).map(this::evaluate).toArray();
    for (Object argument : arguments) {
      if (argument instanceof EvaluationError) {
        return argument;
      }
    }
    return switch (name) {
      case "_==_" -> UncertainOperations.equal(arguments[0], arguments[1]);
      case "_!=_" ->
          strict(
              values -> !Boolean.TRUE.equals(values[0]),
              UncertainOperations.equal(arguments[0], arguments[1]));
      case "_[_]" -> index(arguments, false);
      case "_?._", "_[?_]" -> index(arguments, true);
      default -> applied(expr, name, arguments);
    };
  }

  private Object index(Object[] arguments, boolean optional) {
    if (arguments[0] instanceof Elements list && arguments[1] instanceof Long position) {
      boolean certain =
          list.elements().stream().limit(position + 1).allMatch(e -> e.present().equals(true));
      return certain && position >= 0 && position < list.elements().size() && !optional
          ? list.elements().get(position.intValue()).value()
          : UncertainOperations.open(arguments);
    }
    return arguments[1] instanceof Uncertain
        ? UncertainOperations.open(arguments)
        : qualify(arguments[0], arguments[1], optional, false);
  }

  private Object applied(CelExpr expr, String name, Object[] arguments) {
    if (functions.has(name)) {
      return functions.call(name, List.of(arguments));
    }
    Object special = uncertainList(name, arguments);
    if (special == null && arguments.length == 2) {
      special = UncertainOperations.compared(arguments[0], arguments[1], name);
    }
    if (special == null && shown) {
      special = text(name, arguments);
    }
    if (special != null) {
      return special;
    }
    LibraryFunction function = Planner.function(tree, expr, name);
    return function == null
        ? new EvaluationError("there is no function `%s`".formatted(name))
        : strict(values -> function.apply(evaluation, values), arguments);
  }

  /** What can be said of a list that is not all known; {@code null} for other values. */
  private static @Nullable Object uncertainList(String name, Object[] arguments) {
    if (name.equals("size") && arguments[0] instanceof Elements list) {
      return UncertainOperations.size(list);
    }
    boolean lists =
        arguments.length == 2 && isList(arguments[0]) && isList(arguments[1]) && name.equals("_+_");
    if (lists && (arguments[0] instanceof Elements || arguments[1] instanceof Elements)) {
      return UncertainOperations.list(
          Stream.of(arguments).flatMap(UncertainOperations::elements).toList());
    }
    boolean member =
        name.equals("@in")
            && isList(arguments[1])
            && Stream.of(arguments).anyMatch(Uncertain.class::isInstance);
    return member
        ? UncertainOperations.all(
            UncertainOperations.elements(arguments[1])
                .map(
                    each ->
                        both(
                            each.present(), UncertainOperations.equal(arguments[0], each.value()))),
            true)
        : null;
  }

  private static boolean isList(Object value) {
    return value instanceof List || value instanceof Elements;
  }

  private static Object both(Object a, Object b) {
    return UncertainOperations.all(Stream.of(a, b), false);
  }

  /** A text with parts that are not known; {@code null} where none is. */
  private static @Nullable Object text(String name, Object[] arguments) {
    boolean joined = name.equals("_+_") && Stream.of(arguments).anyMatch(String.class::isInstance);
    boolean uncertain = Stream.of(arguments).anyMatch(Uncertain.class::isInstance);
    if (!uncertain || !(joined || name.equals("string"))) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    Stream.of(arguments).map(PartialEvaluator::display).forEach(text::append);
    return text.toString();
  }

  private static String display(Object value) {
    return switch (value) {
      case Uncertain.Range range -> "%d to %d".formatted(range.low(), range.high());
      case Uncertain.Answer answer when answer.given() -> answer.possible().getFirst();
      case Uncertain _ -> "unknown";
      default -> value.toString();
    };
  }

  private Object strict(Function<Object[], Object> function, Object... arguments) {
    return UncertainOperations.lift(
        values -> {
          for (Object value : values) {
            if (value instanceof EvaluationError) {
              return value;
            }
          }
          return function.apply(values);
        },
        arguments);
  }

  // Quantifiers.

  private Object fold(CelComprehension fold) {
    Object range = evaluate(fold.iterRange());
    if (range instanceof Map<?, ?> map) {
      range = new ArrayList<>(map.keySet());
    }
    if (!isList(range)) {
      return range instanceof EvaluationError || range instanceof Uncertain
          ? range
          : EvaluationError.NO_SUCH_OVERLOAD;
    }
    List<Element> elements = UncertainOperations.elements(range).toList();
    if (elements.isEmpty() && fold.loopStep().getKind() == Kind.IDENT) {
      return bound(fold.accuVar(), evaluate(fold.accuInit()), fold.result());
    }
    return quantified(fold, elements);
  }

  private Object quantified(CelComprehension fold, List<Element> elements) {
    Quantifier quantifier = Quantifier.of(fold);
    return switch (quantifier) {
      case Quantifier.All(CelExpr condition) ->
          UncertainOperations.all(
              elements.stream().map(each -> implies(each.present(), each(fold, each, condition))),
              false);
      case Quantifier.Some(CelExpr condition) ->
          UncertainOperations.all(
              elements.stream().map(each -> both(each.present(), each(fold, each, condition))),
              true);
      case Quantifier.One(CelExpr condition) -> {
        Object chosen = collected(fold, elements, condition, Optional.empty());
        yield chosen instanceof EvaluationError
            ? chosen
            : UncertainOperations.equal(Uncertain.size(chosen), 1L);
      }
      case Quantifier.Collected(CelExpr condition, CelExpr value) ->
          collected(fold, elements, condition, Optional.of(value));
      case Quantifier.Other() -> new EvaluationError("it has a macro that is not supported");
    };
  }

  private static Object implies(Object present, Object condition) {
    return present.equals(true)
        ? condition
        : UncertainOperations.all(Stream.of(Uncertain.not(present), condition), true);
  }

  private Object each(CelComprehension fold, Element element, CelExpr expr) {
    return bound(fold.iterVar(), element.value(), expr);
  }

  private Object bound(String name, Object value, CelExpr expr) {
    Object outer = variables.put(name, value);
    Object result = evaluate(expr);
    if (outer == null) {
      variables.remove(name);
    } else {
      variables.put(name, outer);
    }
    return result;
  }

  private Object collected(
      CelComprehension fold,
      List<Element> elements,
      @Nullable CelExpr condition,
      Optional<CelExpr> value) {
    List<Element> collected = new ArrayList<>();
    for (Element element : elements) {
      Object chosen = condition == null ? true : each(fold, element, condition);
      Object present = both(element.present(), chosen);
      if (present instanceof EvaluationError) {
        return present;
      }
      if (!present.equals(false)) {
        Object mapped = value.isEmpty() ? true : each(fold, element, value.get());
        if (mapped instanceof EvaluationError && present.equals(true)) {
          return mapped;
        }
        collected.add(new Element(mapped, present));
      }
    }
    return UncertainOperations.list(collected);
  }
}
