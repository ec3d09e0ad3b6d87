package io.openclustermanagement.governance.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.governance.gotemplate.Budget;
import io.openclustermanagement.governance.gotemplate.GoTemplate;
import io.openclustermanagement.governance.gotemplate.GoValue;
import io.openclustermanagement.governance.gotemplate.TemplateError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates whose output or error was recorded with Go 1.26 and Sprig 3.3. */
class GoTemplateTest {

  @Test
  void agreesWithGo() throws IOException {
    List<String> lines = recorded();
    GoValue data = integers(json(lines.getFirst()).entries().getOrDefault("data", GoValue.NIL));
    List<String> different = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      GoValue.Mapping each = json(line);
      String expected = text(each, "output", "error: " + text(each, "error", ""));
      String actual =
          execute(
              text(each, "template", ""),
              text(each, "left", "{{"),
              text(each, "right", "}}"),
              data);
      if (!actual.equals(expected)) {
        different.add("%s%n  Go: %s%n  is: %s".formatted(line, expected, actual));
      }
    }
    assertThat(different).isEmpty();
    assertThat(lines).hasSizeGreaterThan(500);
  }

  @Test
  void knowsAllNamesOfSprig() {
    List<String> some =
        List.of(
            "trimAll",
            "cat",
            "replace",
            "list",
            "split",
            "empty",
            "join",
            "contains",
            "unset",
            "trim",
            "splitn",
            "trunc",
            "slice",
            "dict",
            "toRawJson",
            "semver",
            "ternary",
            "semverCompare",
            "genCA",
            "env",
            "uuidv4",
            "b64enc",
            "toYaml",
            "mustToRawJSON");
    assertThat(some).allMatch(Sprig::isFunction);
    assertThat(Sprig.isFunction("notThere")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"genCA", "randAlphaNum", "uuidv4", "getHostByName", "snakecase"})
  void saysWhyAFunctionIsNotAvailable(String name) {
    assertThat(execute("{{ " + name + " \"a\" }}", "{{", "}}", GoValue.NIL))
        .contains("error calling " + name + ": " + name + " is not available: ");
  }

  @Test
  void keepsBytesThatAreNoText() {
    assertThat(execute("{{ b64dec \"gICA/w==\" | b64enc }}", "{{", "}}", GoValue.NIL))
        .isEqualTo("gICA/w==");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ define \"T\" }}{{ template \"T\" }}{{ end }}{{ template \"T\" }}",
        "{{ $x := \"aaaaaaaaaa\" }}{{ range until 60 }}{{ $x = print $x $x }}{{ end }}{{ $x }}",
        "{{ $x := list 1 }}{{ range until 60 }}{{ $x = list $x $x }}{{ end }}{{ $x }}",
        "{{ $x := list 1 }}{{ range until 60 }}{{ $x = list $x $x }}{{ end }}{{ toJson $x | len }}",
        "{{ $x := list }}{{ range until 60 }}{{ $x = list $x $x }}{{ end }}{{ has $x (list $x) }}",
        "{{ $x := list 1 }}{{ range until 100000 }}{{ $x = list $x }}{{ end }}{{ $x }}",
        "{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}",
        "{{ range 1000000000000 }}{{ end }}",
        "{{ repeat 1000000000 \"abc\" }}",
        "{{ until 1000000000 }}",
        "{{ indent 1000000000 \"a\" }}",
        "{{ printf \"%1000000d%1000000d%1000000d%1000000d%1000000d\" 1 2 3 4 5 }}",
        "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ $d }}",
        "{{ $d := dict }}{{ $e := merge (dict \"d\" $d) dict }}{{ merge $d $e }}"
      })
  void staysWithinItsLimits(String template) {
    assertThat(execute(template, "{{", "}}", GoValue.NIL)).startsWith("error: template: tmpl:1:");
  }

  @Test
  void refusesDeepNesting() {
    String parentheses = "{{ " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + " }}";
    assertThat(execute(parentheses, "{{", "}}", GoValue.NIL))
        .isEqualTo("error: template: tmpl:1: max expression depth exceeded");
    String conditions = "{{ if 1 }}".repeat(100_000) + "{{ end }}".repeat(100_000);
    assertThat(execute(conditions, "{{", "}}", GoValue.NIL))
        .isEqualTo("error: template: tmpl:1: more than 200 levels of nesting");
  }

  private static String execute(String template, String left, String right, GoValue data) {
    try {
      return GoTemplate.parse("tmpl", template, left, right, Sprig::isFunction)
          .execute(data, Sprig::find, new Budget(Budget.Limits.DEFAULT));
    } catch (TemplateError e) {
      return "error: " + e.text();
    }
  }

  private static List<String> recorded() throws IOException {
    try (InputStream in = GoTemplateTest.class.getResourceAsStream("/go-templates.jsonl")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static GoValue.Mapping json(String line) {
    return (GoValue.Mapping) JsonReader.read(line);
  }

  private static String text(GoValue.Mapping map, String key, String absent) {
    return map.get(key) instanceof GoValue.Text(String text) ? text : absent;
  }

  /** The data with whole numbers as Kubernetes reads them. */
  private static GoValue integers(GoValue value) {
    return switch (value) {
      case GoValue.Decimal(double number) when number == Math.rint(number) ->
          GoValue.Int.wide((long) number);
      case GoValue.Sequence list ->
          GoValue.Sequence.of(list.items().stream().map(GoTemplateTest::integers).toList());
      case GoValue.Mapping map -> {
        Map<String, GoValue> entries = new LinkedHashMap<>();
        map.entries().forEach((key, each) -> entries.put(key, integers(each)));
        yield GoValue.Mapping.of(entries);
      }
      default -> value;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3", ">=1", "a: b", "\u0000", "{{", "'", "\ud800"})
  void survivesAnything(String text) {
    assertThat(Stream.of(execute(text, "{{", "}}", GoValue.NIL))).doesNotContainNull();
  }
}
