package io.openclustermanagement.governance.reporting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy of the hub.
 *
 * @param title what it is about in few words; empty if it says nothing of the kind
 * @param owner who answers for it; empty if nobody is named
 * @param sets the names of the policy sets that hold it
 * @param disabled whether it is switched off, so that nothing is judged
 * @param references the standards, categories and controls that it names
 * @param source where it is written
 */
public record ReportedPolicy(
    String namespace,
    String name,
    String title,
    String description,
    String owner,
    List<String> sets,
    boolean disabled,
    List<Reference> references,
    Optional<SourceLocation> source) {

  public ReportedPolicy {
    sets = List.copyOf(sets);
    references = List.copyOf(references);
  }

  /** {@code namespace/name}. */
  public String id() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  /** What it is about in few words: the title, or else the description, or else the name. */
  public String label() {
    return title.isEmpty() ? description.isEmpty() ? name : description : title;
  }

  /** What it names of a kind. */
  public Stream<Reference> references(ReferenceKind kind) {
    return references.stream().filter(each -> each.kind() == kind);
  }
}
