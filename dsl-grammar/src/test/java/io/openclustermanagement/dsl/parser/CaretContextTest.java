package io.openclustermanagement.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.Continuation.Slot;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What may stand at a caret, which is written as {@code |}. */
final class CaretContextTest {

  private static CaretContext at(String text) {
    int caret = text.indexOf('|');
    String file = text.substring(0, caret) + text.substring(caret + 1);
    return CaretContext.at(new SourceFile("t.ocm", file), caret);
  }

  private static List<String> words(String text) {
    TreeSet<String> words = new TreeSet<>();
    for (Continuation each : at(text).continuations()) {
      if (each.slot() == Slot.WORD) {
        words.add(each.word());
      }
    }
    return List.copyOf(words);
  }

  private static List<String> slots(String text) {
    TreeSet<String> slots = new TreeSet<>();
    for (Continuation each : at(text).continuations()) {
      if (each.slot() != Slot.WORD) {
        slots.add(each.slot() + " in " + each.rule());
      }
    }
    return List.copyOf(slots);
  }

  @Test
  void declarationsMayBeginInAnEmptyFile() {
    assertThat(words("|")).contains("module", "import", "placement", "fleetrule", "test");
    assertThat(words("placement a {}\npl|")).contains("placement", "bind").doesNotContain("where");
  }

  @Test
  void theClausesOfTheBlockMayBegin() {
    List<String> placement = words("placement a {\n  |\n}");
    assertThat(placement)
        .containsExactly(
            "annotations",
            "choose",
            "from",
            "groups",
            "labels",
            "prefer",
            "sort",
            "spread",
            "tolerate",
            "where");
    assertThat(words("placement a {\n  wh|\n}")).isEqualTo(placement);
    assertThat(words("policy a {\n  rule r {\n    |"))
        .containsExactly("allow", "deny", "fix", "for", "let", "message", "severity");
    assertThat(words("deploy a {\n  rollout perGroup {\n |"))
        .containsExactly("at", "deadline", "first", "max", "soak");
    assertThat(words("fleet f {\n  cluster c {\n    |\n  }\n}")).contains("labels", "taint");
  }

  @Test
  void aClauseThatIsHalfWrittenHidesNothing() {
    assertThat(words("placement a {\n  from\n  |\n}")).contains("where", "choose");
    assertThat(words("placement a {\n  where label. ==\n  choose\n  prefer {\n    |"))
        .containsExactly("allocatable", "balance", "score", "steady");
    assertThat(words("placement a {\n  from prod ] ] ) what { is\n this }\n  |\n}"))
        .contains("where", "choose");
    assertThat(words("placement a {\n  groups { group\n\nplacement b {\n  sort |"))
        .containsExactly("by");
  }

  @Test
  void namesAndExpressionsAreToldApart() {
    assertThat(slots("placement a {\n  from |")).containsExactly("REFERENCE in nameRefs");
    assertThat(slots("placement a {\n  where |")).containsExactly("EXPRESSION in expression");
    assertThat(slots("placement a {\n  where label.|")).contains("FIELD in expr");
    assertThat(slots("param p: |")).containsExactly("TYPE in declaration");
    assertThat(slots("placement |")).containsExactly("NAME in declaration");
    assertThat(slots("policy p {\n  require |")).contains("KIND in resource");
    assertThat(slots("policy p {\n  require Pod \"x\" {\n    spec.|")).contains("KEY in keyPath");
  }

  @Test
  void theConstructsAroundAreKnown() {
    Continuation reference =
        at("policy p {\n  after policy |").continuations().stream()
            .filter(each -> each.slot() == Slot.REFERENCE)
            .findFirst()
            .orElseThrow();
    assertThat(reference.inside("policyClause").orElseThrow().text().text())
        .isEqualTo("after policy ");
    Continuation clause =
        at("policy p {\n  rule r {\n    de|").continuations().stream()
            .filter(each -> each.word().equals("deny"))
            .findFirst()
            .orElseThrow();
    assertThat(clause.clauseOf()).contains("rule");
  }

  @Test
  void theWordUnderTheCaretIsReplaced() {
    assertThat(at("placement a {\n  wh|").start()).isEqualTo(16);
    assertThat(at("placement a {\n  where label[\"re|gion\"]").isInText()).isTrue();
    assertThat(at("placement a {\n  where label[\"re|\n").isInText()).isTrue();
    assertThat(at("placement a { // wh|\n}").continuations()).isEmpty();
  }

  private static String completed(String text) {
    return at(text).completedWith("HERE").orElseThrow().text();
  }

  @Test
  void anUnfinishedDeclarationIsEnded() {
    assertThat(completed("placement a {\n  from |\n  where\n}\nplacement b {}\n"))
        .isEqualTo("placement a {\n  from HERE }\nplacement b {}\n");
    for (String text :
        List.of(
            "policy p {\n  rule r {\n    deny when any c in pod.|",
            "placement a {\n  groups { group x where label.|\n  }\n}",
            "param p: List<|",
            "test \"t\" on f {\n  expect placement |",
            "policy p {\n  require Pod \"x\" { spec.containers: [{ name: |")) {
      SourceFile file = new SourceFile("t.ocm", completed(text));
      assertThat(OcmParser.parse(file).diagnostics()).as(file.text()).isEmpty();
    }
  }

  @Test
  void nothingMakesItFail() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String text =
        "placement a {\n  where label.env == \"${x}\" // c\n  prefer { steady weight 3 }\n}\n"
            + "policy p {\n  require Pod \"x\" { spec: [1, 2] }\n  rule r { deny when any }\n}\n";
    for (int i = 0; i < 2000; i++) {
      StringBuilder broken = new StringBuilder(text);
      for (int j = random.nextInt(6); j >= 0; j--) {
        int from = random.nextInt(broken.length());
        broken.delete(from, Math.min(broken.length(), from + random.nextInt(8)));
        broken.insert(random.nextInt(broken.length()), "{}[]().:\"\n/".charAt(random.nextInt(11)));
      }
      SourceFile file = new SourceFile("t.ocm", broken.toString());
      int offset = random.nextInt(broken.length() + 1);
      CaretContext context = CaretContext.at(file, offset);
      assertThat(context.start()).as("seed %d", seed).isBetween(0, broken.length());
      context.continuations();
      context.completedWith("x");
    }
  }
}
