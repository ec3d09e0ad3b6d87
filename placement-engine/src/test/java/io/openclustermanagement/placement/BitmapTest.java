package io.openclustermanagement.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BitmapTest {
  private static final long SEED = 20261122;

  @Test
  void insertAndRemoveShiftLikeAList() {
    Random random = new Random(SEED);
    List<Boolean> list = new ArrayList<>();
    long[] bits = Bitmap.empty(0);
    for (int step = 0; step < 5_000; step++) {
      int size = list.size();
      if (size == 0 || random.nextInt(5) > 1) {
        int at = random.nextInt(size + 1);
        boolean value = random.nextBoolean();
        list.add(at, value);
        bits = Bitmap.insert(bits, size, at);
        Bitmap.set(bits, at, value);
      } else {
        int at = random.nextInt(size);
        list.remove(at);
        bits = Bitmap.remove(bits, size, at);
      }
      assertThat(toList(bits, list.size())).as("seed %d, step %d", SEED, step).isEqualTo(list);
      assertThat(bits).hasSize((list.size() + 63) / 64);
    }
  }

  @Test
  void fullHasNoBitBehindItsSize() {
    for (int size : new int[] {0, 1, 63, 64, 65, 128, 200}) {
      assertThat(Bitmap.count(Bitmap.full(size))).isEqualTo(size);
      assertThat(Bitmap.positions(Bitmap.full(size))).hasSize(size);
    }
  }

  private static List<Boolean> toList(long[] bits, int size) {
    List<Boolean> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(Bitmap.get(bits, i));
    }
    assertThat(Bitmap.count(bits)).isEqualTo((int) list.stream().filter(b -> b).count());
    return list;
  }
}
