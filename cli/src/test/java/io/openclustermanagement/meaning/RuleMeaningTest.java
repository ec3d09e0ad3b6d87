package io.openclustermanagement.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.meaning.RandomRules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rules are compiled to CEL and judged by the engine; each is also made with its meaning. Both have
 * to find the same violations, in the same words, on objects in which this and that is absent.
 */
class RuleMeaningTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 25);
  private static final int RULES = 20;
  private static final int OBJECTS = 12;

  private final CompiledPolicies compiled = new CompiledPolicies(Subject.SCHEMA);

  @Test
  void compiledRulesMeanWhatTheySay() {
    int violated = 0;
    for (long seed = 1; seed <= ROUNDS; seed++) {
      Random random = new Random(seed);
      List<Rule> rules = Stream.generate(new RandomRules(random)::rule).limit(RULES).toList();
      List<JsonObject> templates = compiled.templates(source(rules), seed);
      for (int i = 0; i < RULES; i++) {
        for (int j = 0; j < OBJECTS; j++) {
          JsonObject object = JsonObject.of(rules.get(i).subject().objects().apply(random));
          violated += check(rules.get(i), templates.get(i), object, seed) ? 1 : 0;
        }
      }
    }
    int all = ROUNDS * RULES * OBJECTS;
    assertThat(violated).isBetween(all / 6, all * 5 / 6);
  }

  private static String source(List<Rule> rules) {
    StringBuilder source = new StringBuilder("policy p { inform\n");
    for (int i = 0; i < rules.size(); i++) {
      source.append("rule r%d {\n  %s\n}\n".formatted(i, rules.get(i).text()));
    }
    return source.append("}\n").toString();
  }

  /** Whether the object violates the rule, on which both have to agree. */
  private boolean check(Rule rule, JsonObject template, JsonObject object, long seed) {
    @Nullable List<String> meant = rule.violations().of(withoutNulls(object.toTree()));
    boolean violated = meant != null && !meant.isEmpty();
    TemplateVerdict verdict = compiled.evaluate(template, object);
    String where =
        "seed %d%n%s%nas %s%non %s%n%s"
            .formatted(seed, rule.text(), template.toTree(), object.toTree(), verdict.message());
    assertThat(verdict.state())
        .as(where)
        .isEqualTo(violated ? VerdictState.NON_COMPLIANT : VerdictState.COMPLIANT);
    assertThat(verdict.objects()).as(where).hasSize(meant == null ? 0 : 1);
    if (meant != null && violated) {
      checkMessages(rule, verdict.objects().getFirst().reason(), meant, where);
    }
    return violated;
  }

  private static void checkMessages(Rule rule, String reason, List<String> meant, String where) {
    if (rule.exactly()) {
      assertThat(reason).as(where).isEqualTo(String.join("; ", meant));
    } else {
      assertThat(new HashSet<>(List.of(reason.split("; ", -1)))).as(where).hasSameElementsAs(meant);
    }
  }

  /** An object as API servers keep it. */
  private static Object withoutNulls(Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> {
        Map<Object, Object> kept = new TreeMap<>();
        map.forEach(
            (key, value) -> {
              if (value != null) {
                kept.put(key, withoutNulls(value));
              }
            });
        yield kept;
      }
      case List<?> list ->
          list.stream().map(each -> each == null ? Subject.NULL : withoutNulls(each)).toList();
      default -> tree;
    };
  }
}
