package io.openclustermanagement.compiler;

/** Whose hub runs what is compiled. */
public enum Target {
  /** This project's hub and agents. */
  NATIVE,
  /** An unmodified upstream hub; what it has no code for is refused. */
  UPSTREAM
}
