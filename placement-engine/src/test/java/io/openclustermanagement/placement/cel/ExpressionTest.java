package io.openclustermanagement.placement.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.openclustermanagement.placement.CelCompilationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values, errors and costs of expressions, from the table {@code expressions.tsv}. */
class ExpressionTest {

  private static List<String> rows() throws IOException {
    try (InputStream table = ExpressionTest.class.getResourceAsStream("expressions.tsv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> givesWhatUpstreamGives() throws IOException {
    return rows().stream()
        .map(row -> row.split("\t", 2))
        .map(row -> dynamicTest(row[0], () -> assertThat(outcome(row[0])).isEqualTo(row[1])));
  }

  @Test
  void theTableIsThere() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(900);
  }

  private static String outcome(String expression) {
    try {
      DevCelSelectors.Result result = TestClusters.run(expression);
      return result.value() instanceof EvaluationError
          ? "error\t" + result.cost()
          : show(result.value()) + "\t" + result.cost();
    } catch (CelCompilationException e) {
      return e.getMessage().startsWith("compilation failed: ")
          ? "does not compile"
          : "cannot be planned";
    }
  }

  private static String show(Object value) {
    return switch (value) {
      case String s -> quote(s);
      case Bytes b -> bytes(b);
      case Double d -> "double " + GoFormat.shortest(d);
      case Uint u -> u + "u";
      case Timestamp t -> "timestamp " + new Timestamp(t.instant(), 0);
      case Duration d -> "duration " + d.toNanos();
      case Optional<?> o -> o.map(v -> "optional(" + show(v) + ")").orElse("optional.none");
      case TypeValue t -> "type " + t.name();
      case List<?> l -> l.stream().map(ExpressionTest::show).toList().toString();
      case Map<?, ?> m -> map(m);
      case OpaqueValue o -> o.typeName() + " " + o;
      default -> value.toString();
    };
  }

  private static String map(Map<?, ?> map) {
    List<String> entries = new ArrayList<>();
    map.forEach((k, v) -> entries.add(show(k) + ": " + show(v)));
    Collections.sort(entries);
    return "{" + String.join(", ", entries) + "}";
  }

  private static String bytes(Bytes value) {
    StringJoiner octets = new StringJoiner(" ", "bytes[", "]");
    for (byte octet : value.octets()) {
      octets.add(Integer.toString(octet & 0xff));
    }
    return octets.toString();
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              int escape = "\u0007\b\f\n\r\t\u000b\\\"".indexOf(c);
              quoted.append(
                  escape < 0 ? Character.toString(c) : "\\" + "abfnrtv\\\"".charAt(escape));
            });
    return quoted.append('"').toString();
  }
}
