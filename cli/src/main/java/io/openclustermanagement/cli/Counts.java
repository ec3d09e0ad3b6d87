package io.openclustermanagement.cli;

/** Numbers with their nouns. */
final class Counts {
  private Counts() {}

  /** Such as {@code 1 file} and {@code 2 files}. */
  static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
