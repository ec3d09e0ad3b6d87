package io.openclustermanagement.compiler;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.Optional;

/** Finds what sources refer to; the compiler itself reads no file. */
@FunctionalInterface
public interface SourceLoader {

  /** Knows no module but those given to the compiler. */
  SourceLoader NONE = _ -> Optional.empty();

  /**
   * The source of an imported module that is not among the given ones.
   *
   * @param module the qualified name, such as {@code acme.fleet}
   */
  Optional<SourceFile> module(String module);
}
