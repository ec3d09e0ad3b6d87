package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A {@code bind}, checked.
 *
 * @param namespace the hub namespace of everything it binds
 * @param objectName what it is called on the hub, if that was written
 */
public record BindingDefinition(
    String namespace,
    Optional<Located> objectName,
    List<Subject> subjects,
    Use placement,
    Enforcement enforcement,
    Origin origin) {
  public BindingDefinition {
    subjects = List.copyOf(subjects);
  }

  /** What is bound. */
  public sealed interface Subject {
    Use use();

    record Policy(Use use) implements Subject {}

    record PolicySet(Use use) implements Subject {}
  }

  /** What the binding changes about the remediation. */
  public enum Enforcement {
    UNCHANGED,
    ENFORCING,
    /** Enforced only where another binding brings the policy as well. */
    ENFORCING_RESTRICTED
  }
}
