package io.openclustermanagement.governance.compare;

import org.jspecify.annotations.Nullable;

/**
 * Which item of a list takes an item that a policy wants. Each existing item in its order takes the
 * first wanted one that is free and fits, even where another choice would fit more of them.
 *
 * @param path the JSON pointer of the list in the object
 * @param wanted the index in the policy's list
 * @param existing the index in the object's list; null if no item fits
 * @param by why the two fit
 */
public record Pairing(String path, int wanted, @Nullable Integer existing, By by) {

  /** Why an existing item takes a wanted one. */
  public enum By {
    /** Both are maps with this {@code name}; what differs in the rest is a violation. */
    NAME("same name"),
    /** The item has all that is wanted, and maybe more. */
    SUBSET("has all of it"),
    /** Both print alike. */
    EQUAL("equal"),
    /** There is none. */
    NONE("no item fits");

    private final String text;

    By(String text) {
      this.text = text;
    }

    /** The rule in words. */
    public String text() {
      return text;
    }
  }
}
