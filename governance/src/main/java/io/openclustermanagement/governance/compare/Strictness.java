package io.openclustermanagement.governance.compare;

/** How much of an object the wanted one describes. */
public enum Strictness {
  /** At least what is wanted ({@code musthave}; also what {@code mustnothave} looks for). */
  AT_LEAST,
  /** Exactly what is wanted ({@code mustonlyhave}). */
  EXACT
}
