package io.openclustermanagement.dsl.parser;

/** How much a source file may hold. */
public final class Limits {

  /** The most characters that a file may have. */
  public static final int MAX_LENGTH = 1 << 20;

  /**
   * How deeply brackets, prefix operators, and chains such as {@code a.b.c} may nest. Terms joined
   * by {@code and} or {@code or} do not nest.
   */
  public static final int MAX_DEPTH = 200;

  /** After so many errors of one file the rest is not reported. */
  static final int MAX_ERRORS = 50;

  private Limits() {}
}
