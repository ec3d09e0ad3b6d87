package io.openclustermanagement.placement.cel;

/**
 * A type as a value, such as the result of {@code type(1)}.
 *
 * @param name CEL's name of the type
 */
record TypeValue(String name) {
  @Override
  public String toString() {
    return name;
  }
}
