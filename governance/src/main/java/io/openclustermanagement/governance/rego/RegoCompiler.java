package io.openclustermanagement.governance.rego;

/** Compiles Rego to WebAssembly. Used from several threads. */
public interface RegoCompiler {

  /**
   * The WebAssembly of a program, with its entry point as the only one.
   *
   * @throws RegoException if it does not compile, or cannot be compiled here
   */
  byte[] compile(RegoProgram program) throws RegoException;
}
