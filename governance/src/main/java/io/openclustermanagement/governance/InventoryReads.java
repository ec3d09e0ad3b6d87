package io.openclustermanagement.governance;

import java.util.Arrays;

/**
 * What was asked of an inventory while it was {@linkplain Inventory#recording recorded}. Questions
 * are kept as numbers: two that share one by accident only make somebody look twice.
 */
public final class InventoryReads {
  static final int EVERYTHING = 1;
  static final int NAMESPACES = 2;

  private int[] questions = new int[8];
  private int size;

  static int object(String group, String kind, String namespace, String name) {
    return 31 * of(group, kind, namespace) + name.hashCode();
  }

  static int list(String group, String kind, String namespace) {
    return of(group, kind, namespace) ^ 0x5bd1e995;
  }

  static int kind(String group, String kind) {
    return 31 * group.hashCode() + kind.hashCode();
  }

  private static int of(String group, String kind, String namespace) {
    return 31 * kind(group, kind) + namespace.hashCode();
  }

  void add(int question) {
    if (size == questions.length) {
      questions = distinct(Math.max(8, size));
    }
    questions[size++] = question;
  }

  /** The questions so far, each once; {@code size} is how many there are. */
  private int[] distinct(int room) {
    Arrays.sort(questions, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || questions[i] != questions[i - 1]) {
        questions[kept++] = questions[i];
      }
    }
    size = kept;
    return Arrays.copyOf(questions, Math.max(kept + room / 2, kept + 4));
  }

  /** Gives back what is not needed once nothing more is asked. */
  public InventoryReads trimmed() {
    questions = Arrays.copyOf(distinct(0), size);
    return this;
  }

  boolean anyIn(int[] sorted) {
    for (int i = 0; i < size; i++) {
      if (Arrays.binarySearch(sorted, questions[i]) >= 0) {
        return true;
      }
    }
    return false;
  }
}
