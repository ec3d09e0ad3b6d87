package io.openclustermanagement.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain scalars mean what they mean to sigs.k8s.io/yaml. */
class ScalarsTest {

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"})
  void wordsForTrue(String text) {
    assertThat(Scalars.plain(text)).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "FALSE"})
  void wordsForFalse(String text) {
    assertThat(Scalars.plain(text)).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void wordsForNull(String text) {
    assertThat(Scalars.plain(text)).isSameAs(Scalars.NULL);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "10, 10",
    "+7, 7",
    "-7, -7",
    "010, 8",
    "-010, -8",
    "0o17, 15",
    "0x1F, 31",
    "0b101, 5",
    "1_000, 1000",
    "9223372036854775807, 9223372036854775807"
  })
  void integers(String text, long value) {
    assertThat(Scalars.plain(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1.5", "1., 1", ".5, 0.5", "-.5, -0.5", "1e3, 1000", "08, 8", "1.10, 1.1"})
  void floats(String text, double value) {
    assertThat(Scalars.plain(text)).isEqualTo(value);
  }

  @Test
  void integersBeyondInt64() {
    assertThat(Scalars.plain("18446744073709551615"))
        .isEqualTo(new BigInteger("18446744073709551615"));
    assertThat(Scalars.plain("18446744073709551616")).isEqualTo(1.8446744073709552E19);
    assertThat(Scalars.plain("1e999")).isEqualTo("1e999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-01-01T00:00:00Z",
        "12:30",
        "1:2:3",
        "yEs",
        "nUll",
        ".",
        "-",
        "+",
        "0x",
        "1.2.3",
        "v1.2",
        "1Gi",
        "500m",
        "1e",
        "e1",
        "=",
        "0b2",
        "10%",
        "-x",
        "tRUE"
      })
  void everythingElseIsAText(String text) {
    assertThat(Scalars.plain(text)).isEqualTo(text);
  }

  @Test
  void tagsDecideBeforeTheText() {
    assertThat(content("a: !!str 1\nb: !!int 1\nc: !!str true\nd: '1'\ne: \"true\"\n"))
        .containsEntry("a", "1")
        .containsEntry("b", 1L)
        .containsEntry("c", "true")
        .containsEntry("d", "1")
        .containsEntry("e", "true");
  }

  @Test
  void keysBecomeTextsAsJsonHasThem() {
    assertThat(content("1: a\nyes: b\n1.10: c\n\"no\": d\n010: e\n"))
        .containsKeys("1", "true", "1.1", "no", "8");
  }

  @Test
  void mergedEntriesYieldToThoseWrittenOut() {
    Map<String, Object> content =
        content("base: &b {x: 1, w: 2}\nother: &o {w: 3, z: 4}\nmap:\n  <<: [*b, *o]\n  x: 0\n");
    assertThat(content.get("map")).isEqualTo(Map.of("x", 0L, "w", 2L, "z", 4L));
  }

  private static Map<String, Object> content(String yaml) {
    Manifests manifests = ManifestReader.read("test.yaml", "apiVersion: v1\nkind: Test\n" + yaml);
    assertThat(manifests.problems()).isEmpty();
    return ((Document.Foreign) manifests.documents().getFirst()).content();
  }
}
