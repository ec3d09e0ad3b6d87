package io.openclustermanagement.governance.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.reasoning.Condition.Relation;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.Declaration;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;

/**
 * Drools shares nodes by the ids of conditions alone: with the same id another function is silently
 * not asked. So an id has to be the canonical text of its condition.
 */
class NodeSharingTest {
  private static final Site SITE = new Site("n/p", "c");
  private static final Finding FINDING =
      new Finding(SITE, "t", VerdictState.NON_COMPLIANT, "message");
  private static final LocalDate DAY = LocalDate.parse("2026-11-01");
  private static final Requirement REQUIREMENT = new Requirement(Requirement.Kind.CONTROL, "CM-2");

  /** One of each type that rules read, no two properties of which are equal. */
  private static final Map<String, Object> SAMPLES =
      Stream.of(
              FINDING,
              new Fact.Active("n/active"),
              new Fact.Binding("n/b", "n/bound", "n/s", "n/l", true, false),
              new Fact.Placed("n/l", "c2"),
              new Fact.Exclusion("n/s", SITE),
              new Fact.Evidence(SITE),
              new Fact.Grant("n/g", "o", "T-1", DAY, "b"),
              new Fact.Coverage("n/g", SITE, "t"),
              new Fact.Dependency("n/p1", "n/p2", VerdictState.COMPLIANT),
              new Fact.Serves("n/p", REQUIREMENT),
              new Conclusion.Applies(SITE),
              new Conclusion.Excused(FINDING),
              new Conclusion.Served(REQUIREMENT),
              new Conclusion.PolicyStanding("n/p", Tally.NONE, 0),
              new Conclusion.Assessed("n/p"))
          .collect(Collectors.toMap(each -> each.getClass().getSimpleName(), Function.identity()));

  @Test
  void sameIdWithAnotherFunctionIsNotAsked() {
    List<String> fired = new ArrayList<>();
    ModelImpl model =
        new ModelImpl()
            .withRules(
                List.of(
                    textRule("short", each -> each.length() < 3, fired),
                    textRule("long", each -> each.length() > 3, fired)));
    KieSession session = KieBaseBuilder.createKieBaseFromModel(model).newKieSession();
    try {
      session.insert("ab");
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    assertThat(fired).containsExactlyInAnyOrder("short", "long");
  }

  private static Rule textRule(
      String name, org.drools.model.functions.Predicate1<String> predicate, List<String> fired) {
    Declaration<String> text = declarationOf(String.class, "text");
    return rule(name)
        .build(
            pattern(text).expr("the same id", predicate), on(text).execute(_ -> fired.add(name)));
  }

  @Test
  void textOfReadingIsWhatItReads() throws ReflectiveOperationException {
    List<? extends Reading<?, ?>> readings =
        constants(Readings.class, Reading.class).map(each -> (Reading<?, ?>) each).toList();
    assertThat(readings).hasSizeGreaterThan(20);
    for (Reading<?, ?> reading : readings) {
      assertThat(read(reading)).as(reading.text()).isEqualTo(byPath(reading.text()));
    }
  }

  @SuppressWarnings("unchecked") // the samples are found by the name of their type
  private static <T, V> V read(Reading<T, V> reading) {
    T sample = (T) sample(reading.text().substring(0, reading.text().indexOf('.')));
    return reading.of(sample);
  }

  private static Object sample(String type) {
    return Objects.requireNonNull(SAMPLES.get(type), type);
  }

  private static Object byPath(String text) throws ReflectiveOperationException {
    List<String> steps = Arrays.asList(text.split("\\."));
    Object value = sample(steps.getFirst());
    for (String step : steps.subList(1, steps.size())) {
      value = Objects.requireNonNull(value.getClass().getDeclaredMethod(step).invoke(value));
    }
    return value;
  }

  @Test
  void noTwoConditionsHaveOneText() {
    List<String> texts =
        Stream.concat(
                constants(Rules.class, Condition.Test.class).map(each -> each.text()),
                constants(Rules.class, Relation.class).map(each -> each.text()))
            .toList();
    assertThat(texts).hasSizeGreaterThan(5).doesNotHaveDuplicates();
  }

  private static <T> Stream<T> constants(Class<?> owner, Class<T> type) {
    return Arrays.stream(owner.getDeclaredFields())
        .filter(
            each -> Modifier.isStatic(each.getModifiers()) && type.isAssignableFrom(each.getType()))
        .map(each -> type.cast(value(each)));
  }

  private static Object value(Field constant) {
    try {
      constant.setAccessible(true);
      return constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
