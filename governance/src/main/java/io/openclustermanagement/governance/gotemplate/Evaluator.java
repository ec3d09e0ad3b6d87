package io.openclustermanagement.governance.gotemplate;

import io.openclustermanagement.governance.gotemplate.Node.Branch;
import io.openclustermanagement.governance.gotemplate.Node.Command;
import io.openclustermanagement.governance.gotemplate.Node.Pipe;
import io.openclustermanagement.governance.gotemplate.Node.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes a template as {@code text/template} does, with its words for errors. */
final class Evaluator {
  private final GoTemplate template;
  private final GoFunctions functions;
  private final Budget budget;
  private final StringBuilder output = new StringBuilder();
  private List<Binding> variables = new ArrayList<>();
  private String templateName;
  private int depth;

  /** What is being evaluated, which errors name; {@code null} before anything is. */
  private @Nullable Node current;

  Evaluator(GoTemplate template, GoFunctions functions, Budget budget) {
    this.template = template;
    this.functions = functions;
    this.budget = budget;
    this.templateName = template.name();
  }

  private static final class Binding {
    private final String name;
    private Operand value;

    Binding(String name, Operand value) {
      this.name = name;
      this.value = value;
    }
  }

  /** How a statement ended. */
  private enum Flow {
    NEXT,
    BREAK,
    CONTINUE
  }

  String run(GoValue data) throws TemplateError {
    Operand dot = Operand.of(data);
    variables.add(new Binding("$", dot));
    try {
      walk(dot, root(template.name()));
    } catch (GoError e) {
      throw located(e);
    }
    return output.toString();
  }

  private Node.Block root(String name) {
    Node.Block root = template.templates().get(name);
    if (root == null) {
      throw new GoError("template %s not defined".formatted(Quoting.quote(name)));
    }
    return root;
  }

  private TemplateError located(GoError error) {
    Node at = current;
    if (at == null) {
      return new TemplateError(
          "template: %s: %s".formatted(templateName, error.text()), error.text(), 1, 0);
    }
    String before = template.source().substring(0, at.position());
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = GoBytes.length(before.substring(before.lastIndexOf('\n') + 1));
    String message =
        "template: %s:%d:%d: executing %s at <%s>: %s"
            .formatted(
                template.name(),
                line,
                column,
                Quoting.quote(templateName),
                at.text(),
                error.text());
    return new TemplateError(message, error.text(), line, column);
  }

  private void at(Node node) {
    current = node;
    budget.use(1);
  }

  private Flow walk(Operand dot, Node.Block block) {
    at(block);
    for (Node.Statement statement : block.statements()) {
      Flow flow = walk(dot, statement);
      if (flow != Flow.NEXT) {
        return flow;
      }
    }
    return Flow.NEXT;
  }

  private Flow walk(Operand dot, Node.Statement statement) {
    at(statement);
    return switch (statement) {
      case Node.Plain(_, String text) -> print(text);
      case Node.Action action -> action(dot, action);
      case Branch branch ->
          branch.kind() == Node.BranchKind.RANGE ? range(dot, branch) : condition(dot, branch);
      case Node.Call call -> call(dot, call);
      case Node.Break _ -> Flow.BREAK;
      case Node.Continue _ -> Flow.CONTINUE;
    };
  }

  private Flow action(Operand dot, Node.Action action) {
    Operand value = pipeline(dot, action.pipe());
    if (action.pipe().variables().isEmpty()) {
      at(action);
      print(value.isNil() ? "<no value>" : GoFormat.print(value.value()));
    }
    return Flow.NEXT;
  }

  private Flow print(String text) {
    if (output.length() + text.length() > budget.limits().output()) {
      throw new GoError(
          "the output is longer than %,d characters".formatted(budget.limits().output()));
    }
    output.append(text);
    return Flow.NEXT;
  }

  private Flow condition(Operand dot, Branch branch) {
    int visible = variables.size();
    Operand value = pipeline(dot, branch.pipe());
    Node.Block otherwise = branch.otherwise();
    Flow flow = Flow.NEXT;
    if (Builtins.isTrue(value.value())) {
      flow = walk(branch.kind() == Node.BranchKind.WITH ? value : dot, branch.body());
    } else if (otherwise != null) {
      flow = walk(dot, otherwise);
    }
    forget(visible);
    return flow;
  }

  private void forget(int visible) {
    variables.subList(visible, variables.size()).clear();
  }

  private Flow range(Operand dot, Branch branch) {
    int outer = variables.size();
    Operand over = pipeline(dot, branch.pipe());
    Flow flow = iterate(branch, over.value());
    forget(outer);
    Node.Block otherwise = branch.otherwise();
    // a break inside of `else` leaves this loop, too
    return flow == Flow.CONTINUE && otherwise != null ? orElse(dot, otherwise, outer) : Flow.NEXT;
  }

  private Flow orElse(Operand dot, Node.Block otherwise, int outer) {
    Flow flow = walk(dot, otherwise);
    forget(outer);
    return flow == Flow.CONTINUE ? Flow.CONTINUE : Flow.NEXT;
  }

  /** Walks the body for each item; CONTINUE if there was none. */
  private Flow iterate(Branch branch, GoValue over) {
    return switch (over) {
      case GoValue.Int(long count, GoType type) -> {
        if (branch.pipe().variables().size() > 1) {
          throw new GoError(
              "can't use %s to iterate over more than one variable"
                  .formatted(GoFormat.print(over)));
        }
        for (long i = 0; i < count; i++) {
          if (!once(branch, Operand.ABSENT, Operand.of(new GoValue.Int(i, type)))) {
            yield Flow.BREAK;
          }
        }
        yield count > 0 ? Flow.NEXT : Flow.CONTINUE;
      }
      case GoValue.Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          Operand item = Operand.element(list.items().get(i), list.type());
          if (!once(branch, Operand.of(GoValue.Int.of(i)), item)) {
            yield Flow.BREAK;
          }
        }
        yield list.items().isEmpty() ? Flow.CONTINUE : Flow.NEXT;
      }
      case GoValue.Mapping map -> {
        List<Map.Entry<String, GoValue>> entries =
            map.entries().entrySet().stream().map(Map.Entry::copyOf).toList();
        for (Map.Entry<String, GoValue> entry : entries) {
          Operand key = Operand.of(new GoValue.Text(entry.getKey()));
          if (!once(branch, key, Operand.element(entry.getValue(), map.type()))) {
            yield Flow.BREAK;
          }
        }
        yield entries.isEmpty() ? Flow.CONTINUE : Flow.NEXT;
      }
      case GoValue.Nil _ -> Flow.CONTINUE;
      case GoValue.Bool _, GoValue.Decimal _, GoValue.Text _ -> throw noRange(over);
      case GoValue.Struct _, GoValue.Time _, GoValue.Instance _ -> throw noRange(over);
    };
  }

  private static GoError noRange(GoValue over) {
    return new GoError("range can't iterate over " + GoFormat.print(over));
  }

  /** One round of a loop; false if it broke off. */
  private boolean once(Branch branch, Operand index, Operand item) {
    List<Node.Variable> declared = branch.pipe().variables();
    int visible = variables.size();
    if (branch.pipe().assigns()) {
      if (declared.size() > 1) {
        assign(declared.get(0).names().getFirst(), index);
        assign(declared.get(1).names().getFirst(), item);
      } else {
        assign(declared.get(0).names().getFirst(), item);
      }
    } else if (!declared.isEmpty()) {
      variables.get(visible - 1).value = item;
      if (declared.size() > 1) {
        variables.get(visible - 2).value = index;
      }
    }
    Flow flow = walk(item, branch.body());
    forget(visible);
    return flow != Flow.BREAK;
  }

  private Flow call(Operand dot, Node.Call call) {
    Node.Block root = root(call.name());
    if (depth == budget.limits().depth()) {
      throw new GoError("exceeded maximum template depth (%d)".formatted(depth));
    }
    Pipe pipe = call.pipe();
    Operand data = pipe == null ? Operand.ABSENT : pipeline(dot, pipe);
    List<Binding> outer = variables;
    String outerName = templateName;
    variables = new ArrayList<>(List.of(new Binding("$", data)));
    templateName = call.name();
    depth++;
    walk(data, root);
    depth--;
    templateName = outerName;
    variables = outer;
    return Flow.NEXT;
  }

  private void assign(String name, Operand value) {
    variable(name).value = value;
  }

  private Binding variable(String name) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).name.equals(name)) {
        return variables.get(i);
      }
    }
    throw new GoError("undefined variable: " + name);
  }

  private Operand pipeline(Operand dot, Pipe pipe) {
    at(pipe);
    @Nullable Operand value = null;
    for (Command command : pipe.commands()) {
      value = command(dot, command, value).open();
    }
    Operand result = value == null ? Operand.ABSENT : value;
    for (Node.Variable variable : pipe.variables()) {
      String name = variable.names().getFirst();
      if (pipe.assigns()) {
        assign(name, result);
      } else {
        variables.add(new Binding(name, result));
      }
    }
    return result;
  }

  /** Evaluates a command; {@code piped} is the value before the bar, {@code null} without one. */
  private Operand command(Operand dot, Command command, @Nullable Operand piped) {
    Term first = command.terms().getFirst();
    List<Term> arguments = command.terms().subList(1, command.terms().size());
    switch (first) {
      case Node.Field field -> {
        at(field);
        return chain(dot, field, field.names(), arguments, piped);
      }
      case Node.Chain chain -> {
        return chained(dot, chain, arguments, piped);
      }
      case Node.Identifier name -> {
        return function(dot, name, command, arguments, piped);
      }
      case Pipe pipe -> {
        notAFunction(first, arguments, piped);
        return pipeline(dot, pipe);
      }
      case Node.Variable variable -> {
        return variable(dot, variable, arguments, piped);
      }
      case Node.Dot _, Node.NilConstant _, Node.BoolConstant _ -> at(first);
      case Node.StringConstant _, Node.NumberConstant _ -> at(first);
    }
    notAFunction(first, arguments, piped);
    if (first instanceof Node.NilConstant) {
      throw new GoError("nil is not a command");
    }
    return first instanceof Node.Dot ? dot : Operand.of(constant(first));
  }

  private static void notAFunction(Term first, List<Term> arguments, @Nullable Operand piped) {
    if (!arguments.isEmpty() || piped != null) {
      throw new GoError("can't give argument to non-function " + first.text());
    }
  }

  /** A constant where nothing asks for a type. */
  private static GoValue constant(Term term) {
    return switch (term) {
      case Node.BoolConstant(_, boolean value) -> new GoValue.Bool(value);
      case Node.StringConstant(_, _, String value) -> new GoValue.Text(value);
      case Node.NumberConstant(_, String text, GoNumber number) -> number(text, number);
      case Node.Identifier _, Node.Variable _, Node.Field _, Node.Chain _ -> notConstant(term);
      case Node.Dot _, Node.NilConstant _, Pipe _ -> notConstant(term);
    };
  }

  private static GoValue notConstant(Term term) {
    throw new GoError("can't evaluate command " + Quoting.quote(term.text()));
  }

  private static GoValue number(String text, GoNumber number) {
    if (number.isDecimal()) {
      return new GoValue.Decimal(number.decimal());
    }
    Long integer = number.integer();
    if (integer == null) {
      throw new GoError(text + " overflows int");
    }
    return GoValue.Int.of(integer);
  }

  private Operand variable(
      Operand dot, Node.Variable node, List<Term> arguments, @Nullable Operand piped) {
    at(node);
    Operand value = variable(node.names().getFirst()).value;
    if (node.names().size() == 1) {
      notAFunction(node, arguments, piped);
      return value;
    }
    return fields(dot, value, node, node.names().subList(1, node.names().size()), arguments, piped);
  }

  private Operand chained(
      Operand dot, Node.Chain chain, List<Term> arguments, @Nullable Operand piped) {
    at(chain);
    if (chain.of() instanceof Node.NilConstant) {
      throw new GoError("indirection through explicit nil in " + chain.text());
    }
    Operand receiver = untyped(dot, chain.of());
    return fields(dot, receiver, chain, chain.names(), arguments, piped);
  }

  private Operand chain(
      Operand dot, Node node, List<String> names, List<Term> arguments, @Nullable Operand piped) {
    return fields(dot, dot, node, names, arguments, piped);
  }

  private Operand fields(
      Operand dot,
      Operand receiver,
      Node node,
      List<String> names,
      List<Term> arguments,
      @Nullable Operand piped) {
    Operand value = receiver;
    for (int i = 0; i < names.size() - 1; i++) {
      value = field(dot, value, node, names.get(i), List.of(), null);
    }
    return field(dot, value, node, names.getLast(), arguments, piped);
  }

  private Operand field(
      Operand dot,
      Operand receiver,
      Node node,
      String name,
      List<Term> arguments,
      @Nullable Operand piped) {
    if (receiver.isAbsent()) {
      return Operand.ABSENT;
    }
    boolean called = !arguments.isEmpty() || piped != null;
    switch (receiver.value()) {
      case GoValue.Nil _ ->
          throw new GoError("nil pointer evaluating %s.%s".formatted(receiver.type(), name));
      case GoValue.Mapping map -> {
        if (called) {
          throw new GoError(name + " is not a method but has arguments");
        }
        GoValue value = map.get(name);
        return value == null ? Operand.ABSENT : Operand.element(value, map.type());
      }
      case GoValue.Struct(_, Map<String, GoValue> fields) when fields.containsKey(name) -> {
        if (called) {
          throw new GoError(name + " has arguments but cannot be invoked as function");
        }
        return Operand.of(java.util.Objects.requireNonNull(fields.get(name)));
      }
      case GoValue.Instance instance -> {
        var method = instance.method(name);
        if (method.isPresent()) {
          return invoke(dot, method.get(), node, arguments, piped);
        }
      }
      case GoValue.Time time -> {
        var method = GoTime.method(time, name);
        if (method.isPresent()) {
          return invoke(dot, method.get(), node, arguments, piped);
        }
      }
      case GoValue.Struct _, GoValue.Bool _, GoValue.Int _, GoValue.Decimal _ -> {}
      case GoValue.Text _, GoValue.Sequence _ -> {}
    }
    throw new GoError("can't evaluate field %s in type %s".formatted(name, receiver.type()));
  }

  private Operand function(
      Operand dot,
      Node.Identifier identifier,
      Node node,
      List<Term> arguments,
      @Nullable Operand piped) {
    at(identifier);
    GoFunction function = functions.find(identifier.name());
    boolean builtin = function == null;
    if (function == null) {
      function = Builtins.FUNCTIONS.get(identifier.name());
    }
    if (function == null) {
      throw new GoError("%s is not a defined function".formatted(Quoting.quote(identifier.name())));
    }
    if (builtin && (function.name().equals("and") || function.name().equals("or"))) {
      return shortCircuit(dot, function, arguments, piped);
    }
    if (builtin && function.name().equals("call")) {
      throw notCallable(dot, function, node, arguments, piped);
    }
    return invoke(dot, function, node, arguments, piped);
  }

  /** No value that a template can get at is a function. */
  private GoError notCallable(
      Operand dot, GoFunction function, Node node, List<Term> arguments, @Nullable Operand piped) {
    checkCount(function, arguments, piped);
    GoValue value = values(dot, function, arguments, piped).getFirst().value();
    current = node;
    if (value instanceof GoValue.Nil) {
      return new GoError("error calling call: call of nil");
    }
    String shown =
        !arguments.isEmpty()
            ? arguments.getFirst().text()
            : value instanceof GoValue.Text(String text) ? text : "<" + value.type() + " Value>";
    return new GoError(
        "error calling call: non-function %s of type %s".formatted(shown, value.type()));
  }

  private Operand shortCircuit(
      Operand dot, GoFunction function, List<Term> arguments, @Nullable Operand piped) {
    checkCount(function, arguments, piped);
    Operand value = Operand.ABSENT;
    for (Term argument : arguments) {
      value = argument(dot, GoType.VALUE, argument);
      if (Builtins.isTrue(value.value()) == function.name().equals("or")) {
        return value;
      }
    }
    return piped == null ? value : piped;
  }

  private static void checkCount(
      GoFunction function, List<Term> arguments, @Nullable Operand piped) {
    int count = arguments.size() + (piped == null ? 0 : 1);
    int parameters = function.parameters().size();
    if (function.variadic() ? count < parameters - 1 : count != parameters) {
      // Go counts without the piped value here, and with it there
      throw new GoError(
          function.variadic()
              ? "wrong number of args for %s: want at least %d got %d"
                  .formatted(function.name(), parameters - 1, arguments.size())
              : "wrong number of args for %s: want %d got %d"
                  .formatted(function.name(), parameters, count));
    }
  }

  private Operand invoke(
      Operand dot, GoFunction function, Node node, List<Term> arguments, @Nullable Operand piped) {
    checkCount(function, arguments, piped);
    List<Operand> values = values(dot, function, arguments, piped);
    GoValue result;
    try {
      result = function.body().call(new Arguments(values, budget));
      budget.use(weight(result));
    } catch (GoError e) {
      current = node;
      throw new GoError("error calling %s: %s".formatted(function.name(), e.text()));
    }
    return Operand.of(result);
  }

  private List<Operand> values(
      Operand dot, GoFunction function, List<Term> arguments, @Nullable Operand piped) {
    List<Operand> values = new ArrayList<>(arguments.size() + 1);
    for (int i = 0; i < arguments.size(); i++) {
      values.add(argument(dot, parameter(function, i), arguments.get(i)));
    }
    if (piped != null) {
      values.add(typed(piped, parameter(function, values.size())));
    }
    return values;
  }

  private static GoType parameter(GoFunction function, int index) {
    return function.parameters().get(Math.min(index, function.parameters().size() - 1));
  }

  private static long weight(GoValue value) {
    return switch (value) {
      case GoValue.Text(String text) -> text.length();
      case GoValue.Sequence list -> list.items().size();
      case GoValue.Mapping map -> map.entries().size();
      case GoValue.Nil _, GoValue.Bool _, GoValue.Int _, GoValue.Decimal _ -> 1;
      case GoValue.Struct _, GoValue.Time _, GoValue.Instance _ -> 1;
    };
  }

  /** The argument of a parameter. */
  private Operand argument(Operand dot, GoType type, Term term) {
    at(term);
    return switch (term) {
      case Node.Dot _, Node.Field _, Node.Variable _ -> typed(untyped(dot, term), type);
      case Node.Identifier _, Node.Chain _, Pipe _ -> typed(untyped(dot, term), type);
      case Node.NilConstant _ -> nil(type);
      case Node.BoolConstant _, Node.StringConstant _, Node.NumberConstant _ ->
          Operand.of(constant(term, type));
    };
  }

  /** What is not a constant, without a type that is asked for. */
  private Operand untyped(Operand dot, Term term) {
    return switch (term) {
      case Node.Dot _ -> dot;
      case Node.Field field -> {
        at(field);
        yield chain(dot, field, field.names(), List.of(), null);
      }
      case Node.Variable variable -> variable(dot, variable, List.of(), null);
      case Pipe pipe -> pipeline(dot, pipe);
      case Node.Identifier name -> function(dot, name, name, List.of(), null);
      case Node.Chain chain -> chained(dot, chain, List.of(), null);
      case Node.NilConstant _, Node.BoolConstant _ -> Operand.of(constant(term));
      case Node.StringConstant _, Node.NumberConstant _ -> Operand.of(constant(term));
    };
  }

  private static Operand nil(GoType type) {
    if (!type.canBeNil()) {
      throw new GoError("cannot assign nil to " + type);
    }
    return Operand.of(type.zero());
  }

  private static GoValue constant(Term term, GoType type) {
    return switch (type.kind()) {
      case INTERFACE -> constant(term);
      case STRUCT -> type.equals(GoType.VALUE) ? constant(term) : mismatch(term, type);
      case BOOL -> term instanceof Node.BoolConstant ? constant(term) : expected("bool", term);
      case STRING ->
          term instanceof Node.StringConstant ? constant(term) : expected("string", term);
      case INT, UINT -> {
        Long integer = term instanceof Node.NumberConstant(_, _, GoNumber n) ? n.integer() : null;
        yield integer == null ? expected("integer", term) : new GoValue.Int(integer, type);
      }
      case FLOAT ->
          term instanceof Node.NumberConstant(_, _, GoNumber n)
              ? new GoValue.Decimal(n.decimal())
              : expected("float", term);
      case SLICE, MAP, POINTER, INVALID -> mismatch(term, type);
    };
  }

  private static GoValue expected(String what, Term term) {
    throw new GoError("expected %s; found %s".formatted(what, term.text()));
  }

  private static GoValue mismatch(Term term, GoType type) {
    throw new GoError("can't handle %s for arg of type %s".formatted(term.text(), type));
  }

  /** The value as one of the type of a parameter. */
  private static Operand typed(Operand value, GoType type) {
    if (type.equals(GoType.VALUE)) {
      return value;
    }
    if (value.isAbsent()) {
      if (!type.canBeNil()) {
        throw new GoError("invalid value; expected " + type);
      }
      return Operand.of(type.zero());
    }
    if (type.equals(GoType.ANY) || value.value().type().equals(type)) {
      return value.open();
    }
    GoType found = value.isNil() ? GoType.ANY : value.value().type();
    throw new GoError("wrong type for value; expected %s; got %s".formatted(type, found));
  }
}
