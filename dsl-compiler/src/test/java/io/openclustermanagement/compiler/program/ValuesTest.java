package io.openclustermanagement.compiler.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Versions, patterns and durations. */
final class ValuesTest {

  private static Version version(String text) {
    return Version.parse(text).orElseThrow();
  }

  @Test
  void versionsAreOrderedAsSemanticVersions() {
    List<String> ascending =
        List.of(
            "v1.29",
            "1.29.1-alpha",
            "v1.29.1-alpha.1",
            "1.29.1-alpha.beta",
            "1.29.1-rc.2",
            "1.29.1-rc.11",
            "1.29.1",
            "v1.31.2",
            "2");
    for (int i = 1; i < ascending.size(); i++) {
      assertThat(version(ascending.get(i - 1))).isLessThan(version(ascending.get(i)));
    }
    assertThat(version("v1.29.0+k3s1")).isEqualByComparingTo(version("1.29"));
    assertThat(version("v1.29")).hasToString("1.29.0");
  }

  @Test
  void whatIsNoVersion() {
    assertThat(List.of("", "v", "latest", "1.2.3.4", "1.2-rc", "1.2.3-01", "1.2.3-", "-1"))
        .allSatisfy(text -> assertThat(Version.parse(text)).as(text).isEmpty());
  }

  @Test
  void likeIsAPatternOverTheWholeText() {
    assertThat(TextPatterns.like("eu-west-1", "eu-*-?")).isTrue();
    assertThat(TextPatterns.like("eu-west-12", "eu-*-?")).isFalse();
    assertThat(TextPatterns.like("", "*")).isTrue();
    assertThat(TextPatterns.like("ab", "a")).isFalse();
    assertThat(TextPatterns.like("a".repeat(5000) + "b", "*a*a*a*a*a*c")).isFalse();
    assertThat(TextPatterns.likeAsRegex("a.b*")).isEqualTo("^a\\.b(?s:.*)$");
  }

  @Test
  void aPatternThatBacktracksForEverIsGivenUp() {
    assertThat(TextPatterns.matches("a".repeat(60) + "!", "(a+)+$")).isFalse();
  }

  @Test
  void onlyPatternsThatCelKnowsAreAccepted() {
    assertThat(TextPatterns.problem("a(")).isPresent();
    assertThat(TextPatterns.problem("(?=a)")).isPresent();
    assertThat(TextPatterns.problem("(a)\\1")).isPresent();
    assertThat(TextPatterns.problem("a++")).isPresent();
    assertThat(TextPatterns.problem("^eu-[a-z]+\\\\1(?:x|y)$")).isEmpty();
  }

  @Test
  void durationsHaveTheirLargestWholeUnit() {
    assertThat(Values.text(Duration.ofMinutes(90))).isEqualTo("90m");
    assertThat(Values.text(Duration.ofDays(14))).isEqualTo("14d");
    assertThat(Values.text(Duration.ZERO)).isEqualTo("0s");
    assertThat(Values.text(Duration.ofMillis(1500))).isEqualTo("1500ms");
  }
}
