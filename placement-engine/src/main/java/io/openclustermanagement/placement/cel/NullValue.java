package io.openclustermanagement.placement.cel;

/** CEL's {@code null}, so that Java's never stands for a value. */
enum NullValue {
  NULL;

  @Override
  public String toString() {
    return "null";
  }
}
