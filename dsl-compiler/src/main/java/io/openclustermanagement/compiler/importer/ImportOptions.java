package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.compiler.SourceLoader;
import java.util.Optional;

/**
 * How objects are imported.
 *
 * @param namespace where objects go that name no namespace, as with {@code kubectl -n}
 * @param files finds the files beside the imported ones that a PolicyGenerator names
 */
public record ImportOptions(Optional<String> namespace, SourceLoader files) {
  /** Objects without a namespace stay without one, and no further file is read. */
  public static final ImportOptions DEFAULT =
      new ImportOptions(Optional.empty(), SourceLoader.NONE);
}
