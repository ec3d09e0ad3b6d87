package io.openclustermanagement.governance.gotemplate;

/**
 * A value during evaluation: Go's {@code reflect.Value}.
 *
 * @param value the value
 * @param boxed whether it was taken from a place of type {@code interface {}} and not looked into
 *     yet; Go's messages and its treatment of {@code nil} depend on it
 */
record Operand(GoValue value, boolean boxed) {
  /** No value at all, which prints {@code <no value>}. */
  static final Operand ABSENT = new Operand(GoValue.NIL, false);

  static Operand of(GoValue value) {
    return new Operand(value, false);
  }

  /** The value of an item or entry of a list or map. */
  static Operand element(GoValue value, GoType container) {
    return new Operand(value, GoType.ANY.equals(container.element()));
  }

  /** The value without its box. */
  Operand open() {
    return boxed ? of(value) : this;
  }

  boolean isNil() {
    return value instanceof GoValue.Nil;
  }

  boolean isAbsent() {
    return isNil() && !boxed;
  }

  /** The static type, as messages name it. */
  GoType type() {
    return boxed ? GoType.ANY : value.type();
  }
}
