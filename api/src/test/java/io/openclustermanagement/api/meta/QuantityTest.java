package io.openclustermanagement.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "500m, 0.5",
    "1.5, 1.5",
    ".5, 0.5",
    "1., 1",
    "+3, 3",
    "-2k, -2000",
    "8Gi, 8589934592",
    "1.5Gi, 1610612736",
    "1E, 1000000000000000000",
    "1E3, 1000",
    "1e-3, 0.001",
    "12e+2, 1200",
    "007, 7",
    "100u, 0.0001",
    "3n, 0.000000003",
    "18446744073709551616, 18446744073709551616",
  })
  void valueIsExact(String text, BigDecimal value) {
    assertThat(new Quantity(text).value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "+", ".", "m", "Ki", "1K", "1ki", "1e", "1e+", "1e1.5", "1 Gi", "10GB", "0x10", "1_000",
        "--1", "1e5000", "1.2.3", "\u0661"
      })
  void textsThatAreNoQuantities(String text) {
    assertThat(Quantity.isValid(text)).isFalse();
    assertThatThrownBy(() -> new Quantity(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsSmallerThanANanoIsRoundedAwayFromZero() {
    assertThat(new Quantity("0.1n").value()).isEqualByComparingTo("0.000000001");
    assertThat(new Quantity("-0.1n").value()).isEqualByComparingTo("-0.000000001");
  }

  @Test
  void binaryAmountsEndAtTheLargestInt64() {
    assertThat(new Quantity("8Ei").value()).isEqualByComparingTo("9223372036854775807");
    assertThat(new Quantity("-9Ei").value()).isEqualByComparingTo("-9223372036854775807");
    assertThat(new Quantity("9E").value()).isEqualByComparingTo("9000000000000000000");
  }

  /**
   * Apimachinery keeps short amounts as mantissa and scale, longer ones with nine fraction digits,
   * and multiplies by a power of ten either way, which does not always give the nearest number.
   */
  @Test
  void theFormTellsWhetherItIsKeptAsANumberOf64Bits() {
    assertThat(new Quantity("1500m").amount())
        .isEqualTo(new Quantity.Amount(BigInteger.valueOf(1500), -3, true));
    assertThat(new Quantity("8Gi").amount().compact()).isTrue();
    assertThat(new Quantity("0.3Gi").amount().compact()).isFalse();
    assertThat(new Quantity("100000000000000000000").amount().compact()).isFalse();
  }

  @Test
  void approximationFollowsTheFormThatApimachineryKeeps() {
    assertThat(new Quantity("120500m").asApproximateFloat64()).isEqualTo(120500 * 1e-3);
    assertThat(new Quantity("8Gi").asApproximateFloat64()).isEqualTo(8589934592.0);
    assertThat(new Quantity("2T").asApproximateFloat64()).isEqualTo(2 * 1e12);
    assertThat(new Quantity("0.3Gi").asApproximateFloat64()).isEqualTo(322122547200000000L * 1e-9);
    assertThat(new Quantity("128Ti").asApproximateFloat64())
        .isEqualTo(new BigDecimal("140737488355328000000000").doubleValue() * 1e-9);
    assertThat(new Quantity("1234567890123456789").asApproximateFloat64())
        .isEqualTo(new BigDecimal("1234567890123456789000000000").doubleValue() * 1e-9);
    assertThat(new Quantity("-3m").asApproximateFloat64()).isEqualTo(-3 * 1e-3);
    assertThat(new Quantity("1e400").asApproximateFloat64()).isInfinite();
  }

  @Test
  void textIsKeptAndAmountsAreCompared() {
    Quantity thousand = new Quantity("1000m");
    assertThat(thousand).isNotEqualTo(new Quantity("1"));
    assertThat(thousand).isEqualByComparingTo(new Quantity("1"));
    assertThat(thousand.toString()).isEqualTo("1000m");
    assertThat(new Quantity("1Ki")).isGreaterThan(new Quantity("1k"));
  }
}
