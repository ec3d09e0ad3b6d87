package io.openclustermanagement.cli.input;

/** How much a mistake in a YAML file matters. */
public enum Strictness {
  /** What the user writes: every mistake is an error. */
  SOURCE,
  /** What a hub wrote, maybe of another version: unknown fields and kinds are no errors. */
  FLEET
}
