package io.openclustermanagement.governance.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "*, abc, true",
    "*c, abc, true",
    "a*, a, true",
    "a*, ab/c, false",
    "a*b*c*d, a1b2c3d, true",
    "a*b*c*d, a1b2c3, false",
    "ab[c], abc, true",
    "ab[b-d], abc, true",
    "ab[^c], abc, false",
    "ab[^b-d], abe, true",
    "a\\*b, a*b, true",
    "a\\*b, ab, false",
    "a?b, a☺b, true",
    "a?b, a/b, false",
    "*x, xxx, true",
    "[\\]a], ], true",
    "[x\\-], -, true"
  })
  void matchesAsGoDoes(String pattern, String name, boolean matches) {
    assertThat(Glob.parse(pattern).orElseThrow().matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[a", "[]a]", "[-]", "[x-]", "[a-b-c]", "a[", "\\"})
  void refusesWhatGoRefuses(String pattern) {
    assertThat(Glob.parse(pattern)).isEmpty();
  }

  @Test
  void noPatternIsSlow() {
    Glob glob = Glob.parse("*a".repeat(5_000) + "b").orElseThrow();

    assertThat(glob.matches("a".repeat(5_000))).isFalse();
  }
}
