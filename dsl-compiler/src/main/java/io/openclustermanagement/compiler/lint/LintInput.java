package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.compiler.check.UncheckedKind;
import io.openclustermanagement.compiler.check.UnusedName;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.dsl.syntax.Node;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What rules look at.
 *
 * @param sources those without errors
 * @param program the definitions without errors
 * @param unused what nothing refers to
 * @param uncheckedKinds the kinds whose schema is not known
 * @param objects what the sources compile to, or objects that were read from YAML
 * @param templates the object templates of the configuration policies among these objects
 * @param today empty if findings that depend on the day are not wanted
 */
public record LintInput(
    List<SourceNodes> sources,
    Program program,
    List<UnusedName> unused,
    List<UncheckedKind> uncheckedKinds,
    List<LintedObject> objects,
    List<ConfigurationTemplate> templates,
    Optional<LocalDate> today) {

  public LintInput {
    sources = List.copyOf(sources);
    unused = List.copyOf(unused);
    uncheckedKinds = List.copyOf(uncheckedKinds);
    objects = List.copyOf(objects);
    templates = List.copyOf(templates);
  }

  /** The nodes of a type in all sources. */
  <N extends Node> List<N> all(Class<N> type) {
    return sources.stream().flatMap(source -> source.all(type).stream()).toList();
  }
}
