package io.openclustermanagement.placement.cel;

import io.openclustermanagement.placement.cel.Uncertain.Answer;
import io.openclustermanagement.placement.cel.Uncertain.Choice;
import io.openclustermanagement.placement.cel.Uncertain.Element;
import io.openclustermanagement.placement.cel.Uncertain.Elements;
import io.openclustermanagement.placement.cel.Uncertain.Influence;
import io.openclustermanagement.placement.cel.Uncertain.Open;
import io.openclustermanagement.placement.cel.Uncertain.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operations give for values that are not known: Kleene's logic, and intervals for counts. */
final class UncertainOperations {
  /** A function of more combinations of values than this is not worked out. */
  private static final int COMBINATIONS = 256;

  /** A count of more values than this is only compared and added. */
  private static final long SPAN = 64;

  private static final List<Object> TRUTH = List.of(true, false);

  private UncertainOperations() {}

  /** The value if there is but one, or the choice. */
  static Object choice(List<Object> values, Influence influence) {
    List<Object> distinct = values.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : new Choice(distinct, influence);
  }

  /** A list, as an ordinary one if nothing about it is uncertain. */
  static Object list(List<Element> elements) {
    List<Influence> influences = new ArrayList<>();
    ListValue known = new ListValue();
    for (Element element : elements) {
      if (element.present() instanceof Uncertain present) {
        influences.add(present.influence());
      }
      if (element.value() instanceof Uncertain value) {
        influences.add(value.influence());
      }
      known.add(element.value());
    }
    return influences.isEmpty() ? known : new Elements(elements, Influence.union(influences));
  }

  /** The elements of a list, all of which are there if it is an ordinary one. */
  static Stream<Element> elements(Object list) {
    return list instanceof Elements(List<Element> elements, _)
        ? elements.stream()
        : ((List<?>) list).stream().map(each -> new Element(Objects.requireNonNull(each), true));
  }

  /** How many elements are there. */
  static Object size(Elements list) {
    long low = 0;
    List<Influence> influences = new ArrayList<>();
    for (Element element : list.elements()) {
      switch (element.present()) {
        case Uncertain present -> influences.add(present.influence());
        default -> low++;
      }
    }
    return influences.isEmpty()
        ? (Object) low
        : new Range(low, low + influences.size(), Influence.union(influences));
  }

  /** The conjunction of many, or with {@code stop} true the disjunction. */
  static Object all(Stream<Object> operands, boolean stop) {
    List<Influence> uncertain = new ArrayList<>();
    Object problem = null;
    for (Object operand : (Iterable<Object>) operands::iterator) {
      switch (operand) {
        case Boolean truth when truth == stop -> {
          return stop;
        }
        case Boolean _ -> {}
        case Uncertain value -> uncertain.add(truth(value));
        case EvaluationError error -> problem = problem == null ? error : problem;
        default -> problem = EvaluationError.NO_SUCH_OVERLOAD;
      }
    }
    if (uncertain.isEmpty()) {
      return problem == null ? (Object) !stop : problem;
    }
    Influence influence = Influence.union(uncertain);
    return problem == null
        ? new Choice(TRUTH, influence)
        : new Choice(List.of(stop, problem), influence);
  }

  private static Influence truth(Uncertain value) {
    return value instanceof Choice(List<Object> values, Influence influence)
            && values.size() == 2
            && TRUTH.containsAll(values)
        ? influence
        : value.influence().inexact();
  }

  /** Equality; an answer that is awaited equals the text that says so. */
  static Object equal(Object a, Object b) {
    if (a instanceof Answer answer && answer.awaited().equals(b)) {
      return !answer.given();
    }
    if (b instanceof Answer && !(a instanceof Answer)) {
      return equal(b, a);
    }
    Object bounded = compared(a, b, "==");
    return bounded != null ? bounded : lift(values -> Values.equal(values[0], values[1]), a, b);
  }

  /** A comparison or sum of counts by their bounds; {@code null} for anything else. */
  static @Nullable Object compared(Object a, Object b, String operator) {
    Range left = range(a);
    Range right = range(b);
    if (left == null || right == null || !(a instanceof Range || b instanceof Range)) {
      return null;
    }
    Influence influence =
        Influence.union(
            Stream.of(left, right)
                .map(Range::influence)
                .filter(i -> !i.causes().isEmpty())
                .toList());
    return switch (operator) {
      case "_<_" -> decided(left.high() < right.low(), left.low() >= right.high(), influence);
      case "_<=_" -> decided(left.high() <= right.low(), left.low() > right.high(), influence);
      case "_>_" -> decided(left.low() > right.high(), left.high() <= right.low(), influence);
      case "_>=_" -> decided(left.low() >= right.high(), left.high() < right.low(), influence);
      case "==" ->
          decided(false, left.high() < right.low() || left.low() > right.high(), influence);
      case "_+_" ->
          new Range(
              Math.addExact(left.low(), right.low()),
              Math.addExact(left.high(), right.high()),
              influence);
      case "_-_" ->
          new Range(
              Math.subtractExact(left.low(), right.high()),
              Math.subtractExact(left.high(), right.low()),
              influence);
      default -> null;
    };
  }

  private static Object decided(boolean always, boolean never, Influence influence) {
    return always || never ? (Object) always : new Choice(TRUTH, influence);
  }

  private static @Nullable Range range(Object value) {
    return switch (value) {
      case Range range -> range;
      case Long known -> new Range(known, known, new Influence(Set.of(), true));
      default -> null;
    };
  }

  /** A function of some values, by trying all that they may be. */
  static Object lift(Function<Object[], Object> function, Object... arguments) {
    List<List<Object>> domains = new ArrayList<>();
    long combinations = 1;
    for (Object argument : arguments) {
      List<Object> domain = domain(argument);
      domains.add(domain);
      combinations *= domain.size();
      if (domain.isEmpty() || combinations > COMBINATIONS) {
        return open(arguments);
      }
    }
    return combinations == 1
        ? function.apply(domains.stream().map(List::getFirst).toArray())
        : new Table(function, arguments, domains).result();
  }

  /** What a value may be; nothing if that cannot be listed. */
  private static List<Object> domain(Object value) {
    return switch (value) {
      case Answer answer -> List.copyOf(answer.possible());
      case Choice choice -> choice.values();
      case Range range when range.high() - range.low() <= SPAN ->
          LongStream.rangeClosed(range.low(), range.high()).<Object>mapToObj(each -> each).toList();
      case Uncertain _ -> List.of();
      default -> List.of(value);
    };
  }

  static Object open(Object... arguments) {
    List<Influence> influences =
        Arrays.stream(arguments)
            .filter(Uncertain.class::isInstance)
            .map(each -> ((Uncertain) each).influence())
            .toList();
    return new Open(Influence.union(influences).inexact());
  }

  /** The results of a function for all combinations of what its arguments may be. */
  private static final class Table {
    private final Object[] arguments;
    private final List<List<Object>> domains;
    private final Object[] results;

    Table(Function<Object[], Object> function, Object[] arguments, List<List<Object>> domains) {
      this.arguments = arguments;
      this.domains = domains;
      int size = domains.stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
      this.results = new Object[size];
      for (int i = 0; i < size; i++) {
        results[i] = function.apply(combination(i));
      }
    }

    private Object[] combination(int index) {
      Object[] values = new Object[domains.size()];
      int rest = index;
      for (int i = 0; i < values.length; i++) {
        values[i] = domains.get(i).get(rest % domains.get(i).size());
        rest /= domains.get(i).size();
      }
      return values;
    }

    Object result() {
      if (Arrays.stream(results).anyMatch(Uncertain.class::isInstance)) {
        return open(arguments);
      }
      List<Influence> influences = new ArrayList<>();
      boolean exact = true;
      int stride = 1;
      for (int i = 0; i < arguments.length; i++) {
        int size = domains.get(i).size();
        if (size > 1 && matters(stride, size)) {
          Influence influence = ((Uncertain) arguments[i]).influence();
          influences.add(influence);
          exact &= size == 2 || influence.causes().size() == 1 || arguments[i] instanceof Range;
        }
        stride *= size;
      }
      if (influences.isEmpty()) {
        return results[0];
      }
      Influence influence = Influence.union(influences);
      return choice(Arrays.asList(results), exact ? influence : influence.inexact());
    }

    /** Whether the argument with that stride alone can change the result. */
    private boolean matters(int stride, int size) {
      for (int i = 0; i < results.length; i++) {
        int position = i / stride % size;
        if (position > 0 && !results[i].equals(results[i - position * stride])) {
          return true;
        }
      }
      return false;
    }
  }
}
