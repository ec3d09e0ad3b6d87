package io.openclustermanagement.governance.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoJson;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML as gopkg.in/yaml.v3 writes and reads it; expectations were recorded with it. */
class YamlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "\"{{ x }}\" ! '{{ x }}'",
        "\"it's {{ x }}\" ! it's {{ x }}",
        "\"'{{ x }}'\" ! '''{{ x }}'''",
        "\"true\" ! \"true\"",
        "\"yes\" ! \"yes\"",
        "\"12:30:45\" ! \"12:30:45\"",
        "\"12:60\" ! 12:60",
        "\"2001-01-01\" ! \"2001-01-01\"",
        "\"\" ! \"\"",
        "\"a: b\" ! 'a: b'",
        "\"a #b\" ! 'a #b'",
        "\"tab\\there\" ! \"tab\\there\"",
        "\"\\u00e9\" ! \u00e9",
        "1e6 ! 1e+06",
        "1.5 ! 1.5",
        "[] ! []",
        "{} ! {}"
      })
  void writesScalars(String json, String yaml) {
    assertThat(YamlWriter.write(JsonReader.read(json))).isEqualTo(yaml + "\n");
  }

  @Test
  void writesBlocks() {
    String json =
        "{\"b\": [[1, {\"x\": \"p\\nq\"}], \"l\\n\\n\"], \"a10\": {\"z\": null}, \"a9\": \"\\n\"}";
    assertThat(YamlWriter.write(JsonReader.read(json)))
        .isEqualTo(
            """
            a9: |2+
            a10:
              z: null
            b:
              - - 1
                - x: |-
                    p
                    q
              - |+
                l

            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "a: yes ! {\"a\":\"yes\"}",
        "a: 010 ! {\"a\":8}",
        "a: 0o17 ! {\"a\":15}",
        "a: 1_000 ! {\"a\":1000}",
        "a: 1e3 ! {\"a\":1000}",
        "a: 2001-01-01 ! {\"a\":\"2001-01-01T00:00:00Z\"}",
        "{<<: {a: 1}, b: 2} ! {\"a\":1,\"b\":2}",
        "[&x {a: 1}, *x] ! [{\"a\":1},{\"a\":1}]",
        "~~ ! null"
      })
  void reads(String yaml, String json) {
    assertThat(GoJson.of(YamlReader.read(yaml))).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a: *odd ! yaml: unknown anchor 'odd' referenced",
        "a: b: c ! yaml: mapping values are not allowed in this context",
        "a: [1, 2 ! yaml: line 1: did not find expected ',' or ']'",
        "a: @x ! yaml: found character that cannot start any token",
        "a: \"x ! yaml: found unexpected end of stream",
        "1: 1 ! json: unsupported type: map[interface {}]interface {}"
      })
  void saysGosWords(String yaml, String message) {
    assertThat(error(yaml)).isEqualTo(message);
  }

  @Test
  void refusesDuplicatesAndBombs() {
    assertThat(error("a: 1\na: 2"))
        .isEqualTo(
            "yaml: unmarshal errors:\n  line 2: mapping key \"a\" already defined at line 1");
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d,".formatted(i - 1).repeat(10)));
    }
    assertThat(error(bomb.toString())).isEqualTo("yaml: document contains excessive aliasing");
    assertThat(error("[".repeat(10_000))).isEqualTo("yaml: exceeded max depth of 100");
  }

  /** What is written is read back as the same, except for the line break that Go forgets. */
  @Test
  void readsWhatItWrites() {
    String alphabet = "ab1:-#'\"{}[],&*!|>%@` \t\n.é\\~?=_0";
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder("x");
      random
          .ints(random.nextInt(12), 0, alphabet.length())
          .forEach(i -> text.append(alphabet.charAt(i)));
      var value = Conversions.of(text.toString());
      assertThat(YamlReader.read(YamlWriter.write(value))).as("seed %d", seed).isEqualTo(value);
    }
  }

  private static String error(String yaml) {
    return catchThrowableOfType(GoError.class, () -> YamlReader.read(yaml)).text();
  }
}
