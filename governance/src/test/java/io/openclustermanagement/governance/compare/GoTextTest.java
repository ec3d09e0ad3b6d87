package io.openclustermanagement.governance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTextTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.5, 1.5",
    "100000, 100000",
    "1e6, 1e+06",
    "123456789, 1.23456789e+08",
    "0.00001, 1e-05",
    "0.0001, 0.0001",
    "1e20, 1e+20",
    "12345678.9, 1.23456789e+07",
    "-1e7, -1e+07",
    "0, 0",
    "-0.0, -0",
    "2097152.5, 2.0971525e+06"
  })
  void decimalsPrintAsInGo(double number, String printed) {
    assertThat(GoText.decimal(number)).isEqualTo(printed);
  }

  @Test
  void mapsPrintInTheOrderOfTheirKeys() {
    assertThat(GoText.of(Json.object("{b: [x, null, true], 'a:b': 1, a: {}}")))
        .isEqualTo("map[a:map[] a:b:1 b:[x <nil> true]]");
  }

  @Test
  void quirkTextsAndNumbersPrintAlike() {
    assertThat(GoText.of(Json.object("{l: ['1 2']}")))
        .isEqualTo(GoText.of(Json.object("{l: [1, 2]}")));
  }

  @Test
  void forSortingTheItemsOfListsAreInOrder() {
    assertThat(GoText.sorted(Json.object("{l: [b, a, [d, c]]}"))).isEqualTo("map[l:[[c d] a b]]");
  }
}
