package io.openclustermanagement.compiler.program;

/** Whose controllers can run a construct; later constants need more of this project. */
public enum Fidelity {
  /** Upstream controllers run it. */
  PORTABLE,
  /** Needs this project's hub or agent, but travels in upstream kinds. */
  NATIVE,
  /** Evaluated by this project's hub only. */
  HUB;

  /** What a construct needs that has a part with another need. */
  public Fidelity and(Fidelity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
