package io.openclustermanagement.governance.rego;

/** Evaluates Rego: an OPA server, or WebAssembly in this process. Used from several threads. */
@FunctionalInterface
public interface RegoEngine extends AutoCloseable {

  /**
   * Makes a program ready.
   *
   * @throws RegoException if it does not compile, or nothing is there that could compile it
   */
  RegoQuery prepare(RegoProgram program) throws RegoException;

  /** Leaves nothing behind where Rego is evaluated. */
  @Override
  default void close() {}
}
