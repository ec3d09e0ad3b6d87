package io.openclustermanagement.compiler.generator;

/** Ends an expansion that cannot be exact. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final String pointer;
  private final String why;

  Refusal(String pointer, String why) {
    super(why, null, false, false);
    this.pointer = pointer;
    this.why = why;
  }

  String pointer() {
    return pointer;
  }

  String why() {
    return why;
  }
}
