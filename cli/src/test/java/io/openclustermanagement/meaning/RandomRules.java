package io.openclustermanagement.meaning;

import io.openclustermanagement.api.meta.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Random rules about the kinds of {@link Subject}, each with its meaning. */
final class RandomRules {
  private static final String NOTHING = "null";
  private static final List<String> NAMES =
      List.of("x", "y", "size", "item", "object", "part-of", "type", "params", "string");

  private final Random random;
  private Meant<@Nullable Object> spare = Subject.WIDGET.spare();
  private final Set<String> used = new HashSet<>();
  private int names;

  RandomRules(Random random) {
    this.random = random;
  }

  /**
   * A rule.
   *
   * @param text its clauses
   * @param exactly whether the number of violations is known, or only what they say
   */
  record Rule(Subject subject, String text, Violations violations, boolean exactly) {}

  /** The messages for an object; null if the rule is not about it. */
  interface Violations {
    @Nullable List<String> of(Object object);
  }

  /** What expressions can speak of at a place, by type. */
  private record Scope(
      List<Meant<@Nullable Object>> texts,
      List<Meant<@Nullable Object>> numbers,
      List<Meant<@Nullable Object>> presentNumbers,
      List<Meant<@Nullable Object>> decimals,
      List<Meant<@Nullable Object>> amounts,
      List<Meant<@Nullable Object>> truths,
      List<Subject.Items> lists) {

    static Scope of(Subject.Fields fields) {
      return new Scope(
          new ArrayList<>(fields.texts()),
          new ArrayList<>(fields.numbers()),
          new ArrayList<>(fields.presentNumbers()),
          new ArrayList<>(fields.decimals()),
          new ArrayList<>(fields.amounts()),
          new ArrayList<>(fields.truths()),
          new ArrayList<>(fields.lists()));
    }

    Scope with(Subject.Fields more) {
      Scope scope =
          of(new Subject.Fields(texts, numbers, presentNumbers, decimals, amounts, truths, lists));
      scope.texts.addAll(more.texts());
      scope.numbers.addAll(more.numbers());
      scope.presentNumbers.addAll(more.presentNumbers());
      scope.decimals.addAll(more.decimals());
      scope.amounts.addAll(more.amounts());
      scope.truths.addAll(more.truths());
      scope.lists.addAll(more.lists());
      return scope;
    }

    /** With values that have names of their own, or have been found to be there. */
    Scope knowing(
        List<Meant<@Nullable Object>> moreTexts,
        List<Meant<@Nullable Object>> moreNumbers,
        List<Meant<@Nullable Object>> moreTruths) {
      return with(
          new Subject.Fields(
              moreTexts, List.of(), moreNumbers, List.of(), List.of(), moreTruths, List.of()));
    }
  }

  /** A rule about a random kind. */
  Rule rule() {
    used.clear();
    Subject subject = pick(Subject.ALL);
    spare = subject.spare();
    Scope scope = Scope.of(subject.fields());
    StringBuilder text = new StringBuilder("for each s in " + subject.kind());
    Meant<Boolean> about = new Meant<>("true", _ -> true);
    if (random.nextInt(3) == 0) {
      about = condition(2, scope);
      text.append(" where ").append(about.text());
    }
    List<Meant<?>> definitions = new ArrayList<>();
    Scope inner = define(scope, text, definitions);
    return random.nextBoolean()
        ? witnessed(subject, text, about, definitions, inner)
        : plain(subject, text, about, definitions, inner);
  }

  private Scope define(Scope scope, StringBuilder text, List<Meant<?>> definitions) {
    Scope inner = scope;
    for (int i = random.nextInt(3); i > 0; i--) {
      String name = name();
      Meant<@Nullable Object> use = Meant.path(name, name);
      Meant<?> value;
      switch (random.nextInt(3)) {
        case 0 -> {
          value = condition(1, inner);
          inner = inner.knowing(List.of(), List.of(), List.of(use));
        }
        case 1 -> {
          value = number(1, inner);
          inner = inner.knowing(List.of(), List.of(use), List.of());
        }
        default -> {
          value = pick(inner.texts());
          inner = inner.knowing(List.of(use), List.of(), List.of());
        }
      }
      text.append("\n  let %s = %s".formatted(name, value.text()));
      definitions.add(new Meant<>(name, value.meaning()));
    }
    return inner;
  }

  private static Map<String, Object> variables(Object object, List<Meant<?>> definitions) {
    Map<String, Object> variables = Subject.variables(object);
    for (Meant<?> each : definitions) {
      Object value = each.in(variables);
      if (value != null) {
        variables.put(each.text(), value);
      }
    }
    return variables;
  }

  /** {@code deny when g and any x in xs where p}: a violation for each x. */
  private Rule witnessed(
      Subject subject,
      StringBuilder text,
      Meant<Boolean> about,
      List<Meant<?>> definitions,
      Scope scope) {
    Subject.Items items = pick(scope.lists());
    String name = name();
    Scope inner = scope.with(items.fields(name));
    Meant<Boolean> body = condition(2, inner);
    boolean guarded = random.nextInt(3) == 0;
    Meant<Boolean> guard = guarded ? comparison(scope) : new Meant<>("true", _ -> true);
    Meant<String> message = message(inner);
    text.append("\n  deny when %s".formatted(guarded ? guard.text() + " and " : ""));
    text.append("any %s in %s where %s".formatted(name, items.list().text(), body.text()));
    text.append("\n  message \"%s\"".formatted(message.text()));
    return new Rule(
        subject,
        text.toString(),
        object -> {
          Map<String, Object> variables = variables(object, definitions);
          if (!about.in(variables)) {
            return null;
          }
          List<String> messages = new ArrayList<>();
          for (Object element : Meant.elements(items.list().in(variables))) {
            Map<String, Object> more = Meant.and(variables, name, element);
            if (guard.in(variables) && body.in(more)) {
              messages.add(message.in(more));
            }
          }
          return messages;
        },
        true);
  }

  private Rule plain(
      Subject subject,
      StringBuilder text,
      Meant<Boolean> about,
      List<Meant<?>> definitions,
      Scope scope) {
    Meant<Boolean> verdict = condition(3, scope);
    boolean deny = random.nextBoolean();
    Meant<String> message = message(scope);
    text.append(deny ? "\n  deny when " : "\n  allow only when ").append(verdict.text());
    text.append("\n  message \"%s\"".formatted(message.text()));
    return new Rule(
        subject,
        text.toString(),
        object -> {
          Map<String, Object> variables = variables(object, definitions);
          if (!about.in(variables)) {
            return null;
          }
          return verdict.in(variables) == deny ? List.of(message.in(variables)) : List.of();
        },
        false);
  }

  /** Absent parts are shown as such. */
  private Meant<String> message(Scope scope) {
    List<Meant<?>> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder("m");
    for (int i = random.nextInt(3); i >= 0; i--) {
      Meant<?> part = random.nextBoolean() ? pick(scope.texts()) : number(1, scope);
      text.append(" ${").append(part.text()).append('}');
      parts.add(part);
    }
    return new Meant<>(
        text.toString(),
        variables -> {
          StringBuilder shown = new StringBuilder("m");
          parts.forEach(part -> shown.append(' ').append(shown(part.in(variables))));
          return shown.toString();
        });
  }

  private static Object shown(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case Long number -> number;
      case Boolean truth -> truth;
      case Double number -> number == Math.rint(number) ? (Object) number.longValue() : number;
      case null, default -> "absent";
    };
  }

  // Conditions; each stands in parentheses.

  private Meant<Boolean> condition(int depth, Scope scope) {
    if (depth == 0) {
      return atom(scope);
    }
    return switch (random.nextInt(9)) {
      case 0 -> not(condition(depth - 1, scope));
      case 1 ->
          both("and", condition(depth - 1, scope), condition(depth - 1, scope), (a, b) -> a && b);
      case 2 ->
          both("or", condition(depth - 1, scope), condition(depth - 1, scope), (a, b) -> a || b);
      case 3 ->
          both(
              "implies",
              condition(depth - 1, scope),
              condition(depth - 1, scope),
              (a, b) -> !a || b);
      case 4 -> choice(depth, scope);
      case 5, 6 -> quantified(depth, scope);
      case 7 -> guarded(depth, scope);
      default -> atom(scope);
    };
  }

  private static Meant<Boolean> not(Meant<Boolean> operand) {
    return new Meant<>("(not " + operand.text() + ")", v -> !operand.in(v));
  }

  private static Meant<Boolean> both(
      String word, Meant<Boolean> a, Meant<Boolean> b, BiPredicate<Boolean, Boolean> meaning) {
    return new Meant<>(
        "(%s %s %s)".formatted(a.text(), word, b.text()), v -> meaning.test(a.in(v), b.in(v)));
  }

  private Meant<Boolean> choice(int depth, Scope scope) {
    Meant<Boolean> test = condition(depth - 1, scope);
    Meant<Boolean> yes = condition(depth - 1, scope);
    Meant<Boolean> no = condition(depth - 1, scope);
    return new Meant<>(
        "(if %s then %s else %s)".formatted(test.text(), yes.text(), no.text()),
        v -> test.in(v) ? yes.in(v) : no.in(v));
  }

  private Meant<Boolean> quantified(int depth, Scope scope) {
    Subject.Items items = pick(scope.lists());
    String name = name();
    Meant<Boolean> body = condition(depth - 1, scope.with(items.fields(name)));
    String head = name + " in " + items.list().text();
    return switch (random.nextInt(3)) {
      case 0 ->
          new Meant<>(
              "(any %s where %s)".formatted(head, body.text()),
              v -> holding(items, name, body, v) > 0);
      case 1 ->
          new Meant<>(
              "(no %s where %s)".formatted(head, body.text()),
              v -> holding(items, name, body, v) == 0);
      default ->
          new Meant<>(
              "(every %s satisfies %s)".formatted(head, body.text()),
              v -> holding(items, name, body, v) == Meant.elements(items.list().in(v)).size());
    };
  }

  private static long holding(
      Subject.Items items, String name, Meant<Boolean> body, Map<String, Object> variables) {
    return Meant.elements(items.list().in(variables)).stream()
        .filter(element -> body.in(Meant.and(variables, name, element)))
        .count();
  }

  /** A number that may be absent can be computed with where it is known to be there. */
  private Meant<Boolean> guarded(int depth, Scope scope) {
    if (scope.numbers().isEmpty()) {
      return atom(scope);
    }
    Meant<@Nullable Object> number = pick(scope.numbers());
    Scope inner = scope.knowing(List.of(), List.of(number), List.of());
    inner.numbers().remove(number);
    Meant<Boolean> body = condition(depth - 1, inner);
    return new Meant<>(
        "(has %s and %s)".formatted(number.text(), body.text()),
        v -> number.in(v) != null && body.in(v));
  }

  private Meant<Boolean> atom(Scope scope) {
    return switch (random.nextInt(7)) {
      case 0 -> has(scope);
      case 1 -> textTest(scope);
      case 2 -> membership(scope);
      case 3 -> truth(scope);
      case 4 -> nothing(scope);
      default -> comparison(scope);
    };
  }

  private Meant<Boolean> has(Scope scope) {
    List<Meant<@Nullable Object>> lists =
        scope.lists().stream()
            .map(Subject.Items::list)
            .filter(list -> !list.text().equals("s.allContainers"))
            .toList();
    Meant<@Nullable Object> path = pick(lists);
    return new Meant<>("(has %s)".formatted(path.text()), v -> path.in(v) != null);
  }

  /** Once in a rule: where a test has proven that it is there, this would be a mistake. */
  private Meant<Boolean> nothing(Scope scope) {
    if (!used.add(NOTHING)) {
      return has(scope);
    }
    Meant<@Nullable Object> path = spare;
    boolean equal = random.nextBoolean();
    return new Meant<>(
        "(%s %s null)".formatted(path.text(), equal ? "==" : "!="),
        v -> (path.in(v) == null) == equal);
  }

  private Meant<Boolean> truth(Scope scope) {
    if (scope.truths().isEmpty()) {
      return textTest(scope);
    }
    Meant<@Nullable Object> path = pick(scope.truths());
    boolean wanted = random.nextBoolean();
    return new Meant<>(
        "(%s == %s)".formatted(path.text(), wanted), v -> Objects.equals(path.in(v), wanted));
  }

  private Meant<Boolean> textTest(Scope scope) {
    Meant<@Nullable Object> left = pick(scope.texts());
    String right = pick(Subject.TEXTS);
    String quoted = Subject.quoted(right);
    BiPredicate<String, String> test;
    String word;
    switch (random.nextInt(5)) {
      case 0 -> {
        word = "startsWith";
        test = String::startsWith;
      }
      case 1 -> {
        word = "endsWith";
        test = String::endsWith;
      }
      case 2 -> {
        word = "contains";
        test = String::contains;
      }
      case 3 -> {
        word = "like";
        quoted = "\"a*\"";
        test = (text, _) -> text.startsWith("a");
      }
      default -> {
        word = "matches";
        quoted = "\"^[ab]+$\"";
        test = (text, _) -> text.matches("[ab]+");
      }
    }
    return new Meant<>(
        "(%s %s %s)".formatted(left.text(), word, quoted),
        v -> left.in(v) instanceof String text && test.test(text, right));
  }

  private Meant<Boolean> membership(Scope scope) {
    boolean negated = random.nextBoolean();
    String not = negated ? "not " : "";
    Meant<@Nullable Object> element = pick(scope.texts());
    List<String> values = List.of(pick(Subject.TEXTS), pick(Subject.TEXTS));
    return new Meant<>(
        "(%s %sin [%s, %s])"
            .formatted(
                element.text(), not, Subject.quoted(values.get(0)), Subject.quoted(values.get(1))),
        v -> (element.in(v) instanceof String text && values.contains(text)) != negated);
  }

  private Meant<Boolean> comparison(Scope scope) {
    return switch (random.nextInt(4)) {
      case 0 -> textComparison(scope);
      case 1 -> decimals(scope);
      default -> numbers(scope);
    };
  }

  private Meant<Boolean> textComparison(Scope scope) {
    Meant<@Nullable Object> left = pick(scope.texts());
    boolean constant = random.nextBoolean();
    String text = pick(Subject.TEXTS);
    Meant<@Nullable Object> right =
        constant ? new Meant<>(Subject.quoted(text), _ -> text) : pick(scope.texts());
    boolean equal = random.nextBoolean();
    return new Meant<>(
        "(%s %s %s)".formatted(left.text(), equal ? "==" : "!=", right.text()),
        v -> {
          Object l = left.in(v);
          return (l != null && same(l, right.in(v))) == equal;
        });
  }

  private static boolean same(Object left, @Nullable Object right) {
    return (left instanceof Number && right instanceof Number)
        ? Subject.number(left).compareTo(Subject.number(right)) == 0
        : left.equals(right);
  }

  private Meant<Boolean> decimals(Scope scope) {
    boolean amount = scope.decimals().isEmpty();
    List<Meant<@Nullable Object>> paths = amount ? scope.amounts() : scope.decimals();
    if (paths.isEmpty()) {
      return numbers(scope);
    }
    Meant<@Nullable Object> left = pick(paths);
    String right = pick(amount ? Subject.AMOUNTS : Subject.DECIMALS);
    return compared(left, new Meant<>(right, _ -> amount ? right : new BigDecimal(right)));
  }

  private Meant<Boolean> numbers(Scope scope) {
    Meant<@Nullable Object> left =
        scope.numbers().isEmpty() || random.nextBoolean()
            ? number(2, scope)
            : pick(scope.numbers());
    return compared(left, number(1, scope));
  }

  private Meant<Boolean> compared(Meant<@Nullable Object> left, Meant<@Nullable Object> right) {
    String symbol = pick(List.of("==", "!=", "<", "<=", ">", ">="));
    IntPredicate holds =
        switch (symbol) {
          case "==", "!=" -> order -> order == 0;
          case "<" -> order -> order < 0;
          case "<=" -> order -> order <= 0;
          case ">" -> order -> order > 0;
          default -> order -> order >= 0;
        };
    boolean negated = symbol.equals("!=");
    return new Meant<>(
        "(%s %s %s)".formatted(left.text(), symbol, right.text()),
        v -> {
          Object l = left.in(v);
          Object r = right.in(v);
          boolean comparable = isAmount(l) && (l instanceof Number || r instanceof String);
          return (comparable && holds.test(Subject.number(l).compareTo(Subject.number(r))))
              != negated;
        });
  }

  /** A text is an amount beside another one. */
  private static boolean isAmount(@Nullable Object value) {
    return value instanceof Number || (value instanceof String text && Quantity.isValid(text));
  }

  // Numbers that are there.

  private Meant<@Nullable Object> number(int depth, Scope scope) {
    int choice = depth == 0 ? random.nextInt(2) : random.nextInt(5);
    return switch (choice) {
      case 0 -> {
        long value = random.nextInt(5);
        yield new Meant<>("(0 + %d)".formatted(value), _ -> value);
      }
      case 1 -> {
        Meant<@Nullable Object> path =
            scope.presentNumbers().isEmpty() ? number(0, empty()) : pick(scope.presentNumbers());
        yield new Meant<@Nullable Object>("(0 + %s)".formatted(path.text()), path.meaning());
      }
      case 2 -> count(scope);
      default -> arithmetic(depth, scope);
    };
  }

  private static Scope empty() {
    return new Scope(
        List.of(),
        List.of(),
        List.of(new Meant<>("7", _ -> 7L)),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private Meant<@Nullable Object> count(Scope scope) {
    Subject.Items items = pick(scope.lists());
    String name = name();
    Meant<Boolean> body = condition(1, scope.with(items.fields(name)));
    return new Meant<>(
        "(0 + count(%s in %s where %s))".formatted(name, items.list().text(), body.text()),
        v -> holding(items, name, body, v));
  }

  private Meant<@Nullable Object> arithmetic(int depth, Scope scope) {
    Meant<@Nullable Object> a = number(depth - 1, scope);
    Meant<@Nullable Object> b = number(depth - 1, scope);
    String operator = pick(List.of("+", "-", "*"));
    return new Meant<>(
        "(0 + %s %s %s)".formatted(a.text(), operator, b.text()),
        v -> {
          long left = Subject.number(a.in(v)).longValue();
          long right = Subject.number(b.in(v)).longValue();
          return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            default -> left * right;
          };
        });
  }

  /** Names of variables, some of which mean something in CEL. */
  private String name() {
    String name = pick(NAMES);
    return used.add(name) ? name : name + used.size() + "n" + names++;
  }

  private <E> E pick(List<E> from) {
    return from.get(random.nextInt(from.size()));
  }
}
