package io.openclustermanagement.governance.reasoning;

/**
 * Something that policies serve, by one of the three annotations.
 *
 * @param kind which annotation
 * @param name one of its texts, such as {@code CM-2 Baseline Configuration}
 */
public record Requirement(Kind kind, String name) implements Comparable<Requirement> {

  /** The annotations {@code standards}, {@code categories} and {@code controls} of a policy. */
  public enum Kind {
    STANDARD,
    CATEGORY,
    CONTROL
  }

  @Override
  public int compareTo(Requirement other) {
    int order = kind.compareTo(other.kind);
    return order == 0 ? name.compareTo(other.name) : order;
  }
}
