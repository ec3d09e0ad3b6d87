package io.openclustermanagement.governance.reporting;

import java.util.Optional;

/**
 * A standard, category or control that a policy names.
 *
 * @param text as the policy writes it
 * @param entry what the catalogue makes of it; empty if it knows nothing of the kind
 */
public record Reference(ReferenceKind kind, String text, Optional<CatalogueEntry> entry) {

  /** What results are added up by: spellings of the same are one. */
  public String key() {
    return entry.map(CatalogueEntry::key).orElse(text);
  }

  /** A title for people. */
  public String title() {
    return entry.map(CatalogueEntry::title).orElse(text);
  }
}
