package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file takes from elsewhere. */
public sealed interface Import extends Node {

  /**
   * {@code import acme.fleet as fleet (prod, prod-eu)}.
   *
   * @param names what is imported by its bare name; empty if nothing is listed
   */
  record Module(QualifiedName module, @Nullable Name alias, List<Name> names, Origin at)
      implements Import {
    public Module {
      names = List.copyOf(names);
    }
  }

  /** {@code import crd "crds/cert-manager.yaml"}. */
  record Crd(StringLiteral file, Origin at) implements Import {}

  /** What recovery skipped. */
  record Error(Origin at) implements Import {}
}
