package io.openclustermanagement.governance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The short cuts around printing: all of them say what the printed forms say. */
class PrintedFormTest {
  private static final int ROUNDS = 20_000;
  private static final List<JsonValue> SCALARS =
      List.of(
          new JsonString(""),
          new JsonString("a"),
          new JsonString("a b"),
          new JsonString("1"),
          new JsonInteger(1),
          new JsonInteger(11),
          new JsonDecimal(1.5),
          new JsonBoolean(true),
          new JsonString("true"),
          JsonNull.NULL);

  @Test
  void valuesAreAlikeExactlyIfTheyPrintAlike() {
    long seed = 20261122;
    Random random = new Random(seed);
    int alike = 0;
    for (int i = 0; i < ROUNDS; i++) {
      JsonValue one = value(random, 3);
      JsonValue other = value(random, 3);
      boolean same = GoText.of(one).equals(GoText.of(other));
      alike += same ? 1 : 0;
      assertThat(GoText.isAlike(one, other)).as("seed %d: %s %s", seed, one, other).isEqualTo(same);
    }
    assertThat(alike).isPositive();
  }

  @Test
  void theHashIsThatOfTheBeginningOfThePrintedForm() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      JsonValue value = value(random, 3);
      int characters = random.nextInt(12);
      String printed = GoText.of(value);
      assertThat(PrintedHash.of(value, characters))
          .as("seed %d: %d of %s", seed, characters, value)
          .isEqualTo(printed.substring(0, Math.min(characters, printed.length())).hashCode());
    }
  }

  @Test
  void itemsAreSortedByTheirPrintedForm() {
    long seed = 20261124;
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      JsonArray list = list(random, 2);
      List<String> items = list.items().stream().map(GoText::sorted).sorted().toList();
      assertThat(GoText.sorted(list))
          .as("seed %d: %s", seed, list)
          .isEqualTo("[" + String.join(" ", items) + "]");
    }
  }

  private static JsonValue value(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(3);
    return switch (kind) {
      case 0 -> SCALARS.get(random.nextInt(SCALARS.size()));
      case 1 -> list(random, depth - 1);
      default -> object(random, depth - 1);
    };
  }

  private static JsonArray list(Random random, int depth) {
    return new JsonArray(
        IntStream.range(0, random.nextInt(4)).mapToObj(_ -> value(random, depth)).toList());
  }

  private static JsonObject object(Random random, int depth) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      fields.put(List.of("b", "a", "a b", "c").get(random.nextInt(4)), value(random, depth));
    }
    return new JsonObject(fields);
  }
}
