package io.openclustermanagement.governance.reporting;

/**
 * A standard, category or control as its publisher names it.
 *
 * @param standard the name of the standard, such as {@code NIST SP 800-53}
 * @param id such as {@code CM-2}; for a standard its name
 * @param title such as {@code Baseline Configuration}
 */
public record CatalogueEntry(ReferenceKind kind, String standard, String id, String title) {

  /** What tells it from all others, such as {@code NIST SP 800-53 CM-2}. */
  public String key() {
    return kind == ReferenceKind.STANDARD ? standard : standard + " " + id;
  }
}
