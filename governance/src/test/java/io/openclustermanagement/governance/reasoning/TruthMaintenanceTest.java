package io.openclustermanagement.governance.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.reasoning.Fact.Active;
import io.openclustermanagement.governance.reasoning.Fact.Binding;
import io.openclustermanagement.governance.reasoning.Fact.Coverage;
import io.openclustermanagement.governance.reasoning.Fact.Dependency;
import io.openclustermanagement.governance.reasoning.Fact.Exclusion;
import io.openclustermanagement.governance.reasoning.Fact.Grant;
import io.openclustermanagement.governance.reasoning.Fact.Placed;
import io.openclustermanagement.governance.reasoning.Fact.Serves;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** After any changes the reasoner concludes what a recomputation without Drools concludes. */
class TruthMaintenanceTest {
  private static final int RUNS = 60;
  private static final int CHANGES = 120;
  private static final LocalDate START = LocalDate.parse("2026-11-01");
  private static final List<String> POLICIES = List.of("n/p0", "n/p1", "n/p2", "n/p3");
  private static final List<String> CLUSTERS = List.of("c0", "c1", "c2", "c3");
  private static final List<String> TEMPLATES = List.of("t0", "t1", "t2");
  private static final List<VerdictState> WANTED =
      List.of(VerdictState.COMPLIANT, VerdictState.NON_COMPLIANT, VerdictState.PENDING);

  @Test
  void equalsRecomputationAfterRandomChanges() {
    Set<Class<?>> seen = new HashSet<>();
    for (long seed = 1; seed <= RUNS; seed++) {
      try (ComplianceReasoner reasoner = new ComplianceReasoner(START)) {
        Changes changes = new Changes(new Random(seed), reasoner, new NaiveReasoner(START));
        for (int i = 1; i <= CHANGES; i++) {
          changes.apply();
          if (i % 7 == 0 || i == CHANGES) {
            changes.compare("seed %d, change %d".formatted(seed, i)).stream()
                .map(Object::getClass)
                .forEach(seen::add);
          }
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Conclusion.class.getPermittedSubclasses());
  }

  private record Changes(Random random, ComplianceReasoner reasoner, NaiveReasoner naive) {

    void apply() {
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> verdicts();
        case 4 -> {
          LocalDate day = START.plusDays(random.nextInt(40));
          reasoner.advanceTo(day);
          naive.advanceTo(day);
        }
        case 5 -> change(fact(), false);
        default -> change(fact(), true);
      }
    }

    private void change(Fact fact, boolean told) {
      if (told) {
        reasoner.tell(fact);
        naive.tell(fact);
      } else {
        reasoner.retract(fact);
        naive.retract(fact);
      }
    }

    private void verdicts() {
      List<TemplateVerdict> verdicts = new ArrayList<>();
      for (String template : TEMPLATES) {
        if (random.nextInt(4) > 0) {
          VerdictState state = any(List.of(VerdictState.values()));
          verdicts.add(
              new TemplateVerdict(
                  template, "ConfigurationPolicy", state, state.wireName(), List.of()));
        }
      }
      Site site = site();
      reasoner.tell(site, verdicts);
      naive.tell(site, verdicts);
    }

    private Fact fact() {
      return switch (random.nextInt(8)) {
        case 0 -> new Placed(placement(), any(CLUSTERS));
        case 1 ->
            new Binding(
                "n/b" + random.nextInt(3),
                any(POLICIES),
                random.nextBoolean() ? "n/s" : null,
                placement(),
                random.nextInt(4) == 0,
                random.nextInt(3) == 0);
        case 2 -> new Exclusion("n/s", site());
        case 3 -> new Active(any(POLICIES));
        case 4 -> new Serves(any(POLICIES), requirement());
        case 5 -> new Dependency(any(POLICIES), any(POLICIES), any(WANTED));
        case 6 -> new Grant("n/e" + random.nextInt(3), "o", null, START.plusDays(10), "because");
        default ->
            new Coverage(
                "n/e" + random.nextInt(3), site(), random.nextBoolean() ? any(TEMPLATES) : null);
      };
    }

    private Requirement requirement() {
      return new Requirement(any(List.of(Requirement.Kind.values())), "r" + random.nextInt(2));
    }

    private String placement() {
      return "n/l" + random.nextInt(3);
    }

    private Site site() {
      return new Site(any(POLICIES), any(CLUSTERS));
    }

    private <T> T any(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }

    Set<Conclusion> compare(String when) {
      Set<Conclusion> concluded = new HashSet<>();
      for (Class<?> type : Conclusion.class.getPermittedSubclasses()) {
        concluded.addAll(reasoner.conclusions(type.asSubclass(Conclusion.class)));
      }
      assertThat(concluded).as(when).isEqualTo(naive.conclusions());
      concluded.forEach(
          each -> assertThat(reasoner.why(each).because()).as(when + ": " + each).isNotEmpty());
      return concluded;
    }
  }
}
