package io.openclustermanagement.governance.fleetrule;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.rules.BrokenElement;
import io.openclustermanagement.api.rules.FleetRule;
import io.openclustermanagement.api.rules.FleetRuleState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The answer is decided exactly where all completions of what is not known agree, and otherwise
 * names exactly the clusters that make a difference in some completion.
 */
class ThreeValuedTest {
  private static final int RUNS = 400;
  private static final int MOST_UNKNOWN = 4;

  @Test
  void agreesWithAllCompletions() throws FleetRuleException {
    Map<FleetRuleState, Integer> seen = new HashMap<>();
    for (long seed = 1; seed <= RUNS; seed++) {
      RandomRules random = new RandomRules(new Random(seed));
      TestHub hub = random.hub();
      FleetRule rule = random.rule();
      CompiledFleetRule compiled = CompiledFleetRule.of(rule.spec());
      FleetRuleResult result = FleetRuleEvaluator.evaluate(rule, compiled, hub);
      String about = "seed %d: %s".formatted(seed, rule.spec());
      assertThat(result.problems()).as(about).isEmpty();
      assertThat(result.exact()).as(about).isTrue();
      compare(about, compiled, hub, result);
      seen.merge(result.state().orElseThrow(), 1, Integer::sum);
    }
    assertThat(seen.values()).hasSize(3).allMatch(count -> count > RUNS / 10);
  }

  private static void compare(
      String about, CompiledFleetRule rule, TestHub hub, FleetRuleResult result)
      throws FleetRuleException {
    List<Inquiry> unknown =
        hub.names().stream()
            .flatMap(
                name ->
                    RandomRules.POLICIES.stream()
                        .map(policy -> new Inquiry(name, "Policy", policy)))
            .filter(inquiry -> !hub.knows(inquiry))
            .toList();
    Map<Map<Inquiry, String>, Set<String>> outcomes = new HashMap<>();
    for (Map<Inquiry, String> completion : completions(unknown)) {
      FleetRuleResult complete =
          FleetRuleEvaluator.evaluate(result.rule(), rule, hub.with(completion));
      assertThat(complete.undecided()).as(about).isEmpty();
      outcomes.put(completion, broken(complete));
    }
    assertThat(result.state()).as(about).contains(state(outcomes));
    Set<String> keys = new TreeSet<>();
    outcomes.values().forEach(keys::addAll);
    Map<String, Set<String>> undecided =
        result.undecided().stream()
            .collect(
                Collectors.toMap(
                    each -> Objects.requireNonNullElse(each.key(), ""),
                    each -> new TreeSet<>(each.clusters())));
    Map<String, Set<String>> expected = new HashMap<>();
    for (String key : keys) {
      if (!outcomes.values().stream().allMatch(each -> each.contains(key))) {
        expected.put(key, tipping(key, unknown, outcomes));
      }
    }
    assertThat(undecided).as(about).isEqualTo(expected);
    keys.removeAll(expected.keySet());
    assertThat(broken(result)).as(about).isEqualTo(keys);
  }

  private static FleetRuleState state(Map<Map<Inquiry, String>, Set<String>> outcomes) {
    long holding = outcomes.values().stream().filter(Set::isEmpty).count();
    return holding == outcomes.size()
        ? FleetRuleState.TRUE
        : holding == 0 ? FleetRuleState.FALSE : FleetRuleState.UNDECIDED;
  }

  private static Set<String> broken(FleetRuleResult result) {
    return result.broken().stream()
        .map(BrokenElement::key)
        .map(key -> Objects.requireNonNullElse(key, ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The clusters whose answers alone make a difference to one element in some completion. */
  private static Set<String> tipping(
      String key, List<Inquiry> unknown, Map<Map<Inquiry, String>, Set<String>> outcomes) {
    Set<String> tipping = new TreeSet<>();
    outcomes.forEach(
        (completion, broken) -> {
          for (Inquiry inquiry : unknown) {
            for (String answer : HubFunctions.ANSWERS) {
              Map<Inquiry, String> other = new HashMap<>(completion);
              other.put(inquiry, answer);
              if (Objects.requireNonNull(outcomes.get(other)).contains(key)
                  != broken.contains(key)) {
                tipping.add(inquiry.cluster());
              }
            }
          }
        });
    return tipping;
  }

  private static List<Map<Inquiry, String>> completions(List<Inquiry> unknown) {
    List<Map<Inquiry, String>> all = List.of(Map.of());
    for (Inquiry inquiry : unknown) {
      List<Map<Inquiry, String>> longer = new ArrayList<>();
      for (Map<Inquiry, String> each : all) {
        for (String answer : HubFunctions.ANSWERS) {
          Map<Inquiry, String> more = new HashMap<>(each);
          more.put(inquiry, answer);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  /** Rules from what rules are made of: quantifiers, counts, states, logic. */
  private record RandomRules(Random random) {
    static final List<String> POLICIES = List.of("n/p", "n/q");

    TestHub hub() {
      TestHub hub = new TestHub();
      int unknown = 0;
      for (int i = 0; i < 4; i++) {
        hub.cluster("c" + i, "r" + i % 2);
        for (String policy : POLICIES) {
          if (unknown < MOST_UNKNOWN && random.nextInt(3) == 0) {
            unknown++;
          } else {
            hub.report("c" + i, policy, any(HubFunctions.ANSWERS));
          }
        }
      }
      return hub;
    }

    FleetRule rule() {
      return switch (random.nextInt(4)) {
        case 0 -> TestRule.ONCE.expect(condition("", 3), condition("", 2));
        case 1 -> TestRule.forEach("c", list()).expect(condition("c", 3));
        case 2 ->
            TestRule.byRegion(list())
                .let("n", count("region.members"))
                .expect("variables.n >= " + random.nextInt(3) + " || " + condition("", 1));
        default ->
            TestRule.forEach("c", list())
                .let("s", state("c"))
                .expect("variables.s == \"Compliant\" || " + condition("c", 2));
      };
    }

    private String list() {
      String all = "placed(\"n/all\")";
      return random.nextBoolean() ? all : all + ".filter(x, " + condition("x", 1) + ")";
    }

    private String state(String cluster) {
      return "compliance(%s, \"Policy\", \"%s\")".formatted(cluster, any(POLICIES));
    }

    private String count(String list) {
      return list + ".filter(y, " + condition("y", 1) + ").size()";
    }

    private String condition(String cluster, int depth) {
      if (depth > 1) {
        return switch (random.nextInt(4)) {
          case 0 ->
              "(" + condition(cluster, depth - 1) + " && " + condition(cluster, depth - 1) + ")";
          case 1 ->
              "(" + condition(cluster, depth - 1) + " || " + condition(cluster, depth - 1) + ")";
          case 2 -> "!(" + condition(cluster, depth - 1) + ")";
          default ->
              "(%s ? %s : %s)"
                  .formatted(
                      condition(cluster, depth - 1),
                      condition(cluster, depth - 1),
                      condition(cluster, depth - 1));
        };
      }
      return cluster.isEmpty() ? ofFleet() : ofCluster(cluster);
    }

    private String ofCluster(String cluster) {
      String answer = any(HubFunctions.ANSWERS);
      return switch (random.nextInt(5)) {
        case 0 -> state(cluster) + " != \"" + answer + "\"";
        case 1 -> state(cluster) + " in [\"Pending\", \"" + answer + "\"]";
        case 2 -> state(cluster) + " == " + state(cluster);
        case 3 -> cluster + ".metadata.labels[\"region\"] == \"r0\"";
        default -> state(cluster) + " == \"" + answer + "\"";
      };
    }

    private String ofFleet() {
      String all = "placed(\"n/all\")";
      return switch (random.nextInt(7)) {
        case 0 -> all + ".all(z, " + ofCluster("z") + ")";
        case 1 -> all + ".exists(z, " + ofCluster("z") + ")";
        case 2 -> all + ".exists_one(z, " + ofCluster("z") + ")";
        case 3 -> count(all) + " > " + random.nextInt(4);
        case 4 -> count(all) + " == " + random.nextInt(4);
        case 5 -> count(all) + " + " + count(all) + " >= " + random.nextInt(6);
        default ->
            "\"" + any(HubFunctions.ANSWERS) + "\" in " + all + ".map(z, " + state("z") + ")";
      };
    }

    private <T> T any(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }
  }
}
