package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.compiler.check.NameIndex;
import io.openclustermanagement.compiler.check.NameIndex.Entry;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which name means what, with its place as {@code file:line:column}. */
final class NameIndexTest {

  private static final Snippet SNIPPET =
      Snippet.of(
          """
          === fleet.ocm
          module acme.fleet
          hub namespace "ns"
          param regions: List<String> = ["eu"]
          fun near(region: String): Bool = any r in regions where region startsWith r
          clusterset prod { bind to ["ns"] }
          placement web {
            from prod
            where near(region: label.region)
            groups { group first where label.stage == "canary" }
          }
          === tests.ocm
          module acme.tests
          import acme.fleet (web)
          fleet two {
            cluster a { version v1.30.0 }
            cluster b like a {}
          }
          test "t" on two {
            given a has version v1.29.0
            expect placement web selects [a, b]
            expect b in placed(web) or count(c in placed(web) where c.name == "a") > 0
          }
          """);

  private final NameIndex index = Compiler.analyze(SNIPPET.sources(), SNIPPET.options()).names();

  private List<String> places(int source, String text, String part) {
    SourceFile file = SNIPPET.sources().get(source);
    int offset = file.text().indexOf(text) + text.indexOf(part);
    List<Entry> entries = index.at(file, offset);
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().name()).isEqualTo(part);
    return index.places(entries.getFirst()).stream().map(NameIndexTest::place).toList();
  }

  private static String place(SourceSpan span) {
    return "%s:%d:%d".formatted(span.file().name(), span.line(), span.column());
  }

  @Test
  void declarationsAreFoundAcrossFiles() {
    assertThat(places(0, "placement web", "web"))
        .containsExactly(
            "fleet.ocm:6:11",
            "tests.ocm:2:20",
            "tests.ocm:9:20",
            "tests.ocm:10:22",
            "tests.ocm:10:48");
    assertThat(places(0, "from prod", "prod")).containsExactly("fleet.ocm:5:12", "fleet.ocm:7:8");
    assertThat(places(1, "on two", "two")).containsExactly("tests.ocm:3:7", "tests.ocm:7:13");
  }

  @Test
  void parametersFunctionsAndVariablesAreFound() {
    assertThat(places(0, "in regions", "regions"))
        .containsExactly("fleet.ocm:3:7", "fleet.ocm:4:43");
    assertThat(places(0, "where near", "near")).containsExactly("fleet.ocm:4:5", "fleet.ocm:8:9");
    assertThat(places(0, "where region", "region"))
        .containsExactly("fleet.ocm:4:10", "fleet.ocm:4:57", "fleet.ocm:8:14");
    assertThat(places(0, "any r", "r")).containsExactly("fleet.ocm:4:38", "fleet.ocm:4:75");
    assertThat(places(1, "where c.name", "c"))
        .containsExactly("tests.ocm:10:36", "tests.ocm:10:59");
  }

  @Test
  void clustersGroupsAndModulesAreFound() {
    assertThat(places(1, "like a", "a"))
        .containsExactly("tests.ocm:4:11", "tests.ocm:5:18", "tests.ocm:8:9", "tests.ocm:9:33");
    assertThat(places(1, "expect b", "b"))
        .containsExactly("tests.ocm:5:11", "tests.ocm:9:36", "tests.ocm:10:10");
    assertThat(places(0, "group first", "first")).containsExactly("fleet.ocm:9:18");
    assertThat(places(1, "acme.fleet", "acme.fleet"))
        .containsExactly("fleet.ocm:1:8", "tests.ocm:2:8");
  }

  @Test
  void partsOfPoliciesAndGroupsAreFound() {
    Snippet snippet =
        Snippet.of(
            """
            hub namespace "ns"
            clusterset prod { bind to ["ns"] }
            placement web { from prod groups { group canary where label.a == "b" size 1 } }
            deploy d { to web manifests { Namespace "x" } rollout perGroup { first group canary } }
            policy base(name: String) {
              template parts { require Namespace "${name}" }
              require ConfigMap "x" in "y"
              after template parts
              on web
            }
            policy mine = base(name: "a")
            policyset all { policies [mine] on web }
            """);
    NameIndex names = Compiler.analyze(snippet.sources(), snippet.options()).names();
    SourceFile file = snippet.sources().getFirst();
    assertThat(lines(names, file, "canary")).containsExactly(3, 4);
    assertThat(lines(names, file, "parts {")).containsExactly(6, 8);
    assertThat(lines(names, file, "name: String")).containsExactly(5, 6, 11);
    assertThat(lines(names, file, "base(")).containsExactly(5, 11);
    assertThat(lines(names, file, "mine")).containsExactly(11, 12);
    assertThat(lines(names, file, "web")).containsExactly(3, 4, 9, 12);
  }

  private static List<Integer> lines(NameIndex names, SourceFile file, String text) {
    List<Entry> entries = names.at(file, file.text().indexOf(text));
    assertThat(entries).hasSize(1);
    return names.places(entries.getFirst()).stream().map(SourceSpan::line).sorted().toList();
  }

  @Test
  void theTypeAndTheVisibleNamesOfAnIdentifierAreKnown() {
    SourceFile file = SNIPPET.sources().get(1);
    int start = file.text().indexOf("c.name");
    SourceSpan variable = file.span(start, start + 1);
    assertThat(index.type(variable).orElseThrow()).hasToString("Cluster");
    assertThat(index.visible(variable).orElseThrow().variables().keySet()).containsExactly("c");
    assertThat(index.visible(variable).orElseThrow().clusters()).containsOnly("a", "b");
    assertThat(index.visible(variable).orElseThrow().ofFleet()).isTrue();
  }
}
