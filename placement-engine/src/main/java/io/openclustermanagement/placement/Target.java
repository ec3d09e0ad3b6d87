package io.openclustermanagement.placement;

/** Whose scheduler is asked. */
public enum Target {
  /** This project's: upstream's rules, and {@code spreadPolicy} works. */
  NATIVE,
  /** Upstream's, where no code reads {@code spreadPolicy}. */
  UPSTREAM
}
