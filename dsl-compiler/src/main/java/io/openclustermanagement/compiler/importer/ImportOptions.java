package io.openclustermanagement.compiler.importer;

import java.util.Optional;

/**
 * How objects are imported.
 *
 * @param namespace where objects go that name no namespace, as with {@code kubectl -n}
 */
public record ImportOptions(Optional<String> namespace) {
  /** Objects without a namespace stay without one. */
  public static final ImportOptions DEFAULT = new ImportOptions(Optional.empty());
}
