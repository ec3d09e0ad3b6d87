package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.List;

/** The files that lie beside a PolicyGenerator; this package itself reads none. */
@FunctionalInterface
public interface GeneratorFiles {

  /** Finds what a path relative to the generator means. */
  Found find(String path);

  /** What a path means. */
  sealed interface Found {
    /** A file. */
    record OneFile(SourceFile file) implements Found {}

    /**
     * A directory.
     *
     * @param files what lies in it, not below it, by name
     */
    record Directory(List<SourceFile> files) implements Found {
      public Directory {
        files = List.copyOf(files);
      }
    }

    /**
     * Neither.
     *
     * @param why a sentence
     */
    record Missing(String why) implements Found {}
  }
}
