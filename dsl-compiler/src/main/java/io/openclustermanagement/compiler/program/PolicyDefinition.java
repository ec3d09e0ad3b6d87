package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A {@code policy}, or an instance of one with parameters, checked.
 *
 * @param namespace the hub namespace; empty only in programs with errors
 * @param description from the documentation above it
 * @param disabled where it is switched off
 * @param withoutMetadata where its labels and annotations are kept from the clusters
 * @param serviceAccount with whose rights hub templates look things up
 * @param mode what replaces the mode of every template; empty if the templates say it
 * @param after what all templates wait for
 * @param placements where it goes by {@code on}
 * @param nameOrigin the declared name
 * @param origin the whole declaration
 */
public record PolicyDefinition(
    GlobalName name,
    String namespace,
    ObjectMetadata metadata,
    Optional<Located> title,
    Optional<Located> description,
    List<Standard> standards,
    Optional<Origin> disabled,
    Optional<Origin> withoutMetadata,
    Optional<Located> serviceAccount,
    Optional<Mode> mode,
    List<Dependency> after,
    List<TemplateDefinition> templates,
    List<Use> placements,
    Origin nameOrigin,
    Origin origin) {

  public PolicyDefinition {
    standards = List.copyOf(standards);
    after = List.copyOf(after);
    templates = List.copyOf(templates);
    placements = List.copyOf(placements);
  }

  /** Whose controllers can run all of it. */
  public Fidelity fidelity() {
    return templates.stream()
        .map(TemplateDefinition::fidelity)
        .reduce(dependencies(after), Fidelity::and);
  }

  /** A template by its name in the source. */
  public Optional<TemplateDefinition> template(String sourceName) {
    return templates.stream()
        .filter(each -> each.head().sourceName().equals(Optional.of(sourceName)))
        .findFirst();
  }

  /** What the waiting for other things needs; set by {@link TemplateDefinition}s as well. */
  static Fidelity dependencies(List<Dependency> after) {
    boolean waitsForRule =
        after.stream()
            .anyMatch(
                each -> each.on() instanceof Dependency.On.Template template && template.isRule());
    return waitsForRule ? Fidelity.NATIVE : Fidelity.PORTABLE;
  }
}
