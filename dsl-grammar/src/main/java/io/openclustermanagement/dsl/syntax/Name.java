package io.openclustermanagement.dsl.syntax;

/**
 * One word that names something: what a declaration introduces, a field, a key.
 *
 * @param text the name; for a quoted key the text without quotes
 */
public record Name(String text, Origin at) implements Node {
  @Override
  public String toString() {
    return text;
  }
}
